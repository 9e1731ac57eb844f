//! The client's name beside their submitted assessments, for those who receive them.

use super::CompanionError;
use super::held::find;
use super::write::Writing;
use crate::model::kinds::{Client, NameCard};
use crate::model::{CaseId, EntityId, Record, StreamRef};

/// Puts the client's name beside their submitted assessments, where it is not there or has changed. It stands by itself: the
/// assessment is received whatever becomes of it.
pub(super) fn name_client(writing: &Writing<'_>, case: CaseId) -> Result<(), CompanionError> {
    let Some(client) = find::<Client>(writing.transaction, EntityId(case.0))? else { return Ok(()) };
    writing.stand_apart();
    let card = NameCard { name: client.record.name };
    writing.put(NameCard::id_of(case), StreamRef::of_case(case, NameCard::ENTRY.home), &card)
}
