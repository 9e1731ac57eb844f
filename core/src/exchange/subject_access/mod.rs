//! Everything held about one person, for that person: after somebody has decided about each marked passage, and complete against
//! the catalogue of kinds.

mod form;
mod page;
mod passage;
mod value;

pub use form::read_records;
pub use passage::{Passage, PassageDecision, list_passages};

use super::error::ExchangeError;
use super::held::PersonRecord;
use super::passages::without;
use crate::model::kinds::PassageMark;

/// The copy, for reading and for machines.
#[derive(Clone, PartialEq, Eq)]
pub struct SubjectAccess {
    /// A page.
    pub page: String,
    /// The records as they are held, in JSON, which [`read_records`] reads in again.
    pub records: Vec<u8>,
}

/// Puts the copy together.
///
/// # Errors
/// [`ExchangeError::Undecided`] while a marked passage waits for a decision; [`ExchangeError::BadDecision`].
pub fn subject_access(
    record: &PersonRecord,
    decisions: &[PassageDecision],
) -> Result<SubjectAccess, ExchangeError> {
    let withheld = passage::withheld(record, decisions)?;
    let withheld: Vec<&PassageMark> = withheld.iter().collect();
    let record = without(record, &withheld);
    Ok(SubjectAccess {
        page: page::page(&record, decisions),
        records: form::write_records(&record, decisions),
    })
}

impl std::fmt::Debug for SubjectAccess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SubjectAccess").finish_non_exhaustive()
    }
}
