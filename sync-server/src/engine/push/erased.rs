//! Whether an operation is about something that was erased (rule 24): asked before anything else, so that nothing of it is
//! kept, whoever sends it and whether or not they might write it.

use alongside_core::model::Outcome;

use super::desk::Desk;
use super::read_op::SentOp;
use crate::store::{OpAnswer, StoreError};

/// The answer to an operation on what was erased; nothing for any other.
pub(super) fn find_erased(desk: &mut Desk<'_>, sent: &SentOp<'_>) -> Result<Option<OpAnswer>, StoreError> {
    let org = desk.sender.session.org;
    let found = desk.erasures.find(&*desk.txn, org, sent.text)?;
    Ok(found.map(|_| OpAnswer { outcome: Outcome::Erased, why: None, rev: 0 }))
}
