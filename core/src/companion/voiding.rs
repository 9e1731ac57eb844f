//! Declaring a signed note or a submitted assessment void, with a reason.

use super::{Companion, CompanionError, Reason};
use crate::model::{EntityId, MAX_TEXT_BYTES, State, VOID_REASON};
use crate::store::RecordRow;

impl Companion {
    /// Declares a sealed record void. It counts nowhere from then on, says why, and can still be read; nothing of what was
    /// sealed changes.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a reason or with one longer than 64 KiB; [`CompanionError::NotFound`] when there is
    /// no sealed record of this id.
    pub fn void_record(&self, id: EntityId, reason: &str) -> Result<(), CompanionError> {
        let wrong = |wrong| Err(CompanionError::invalid("reason", wrong));
        match reason.trim() {
            "" => wrong(Reason::NeedsReason),
            long if long.len() > MAX_TEXT_BYTES => wrong(Reason::TooLong),
            reason => self.write(|writing| writing.void(id, reason)),
        }
    }
}

/// Why a record was declared void; nothing when it was not.
pub(super) fn void_because(row: &RecordRow) -> Option<String> {
    let reason = row.fields.get(VOID_REASON).filter(|_| row.state == State::Voided)?;
    Some(reason.as_str().unwrap_or_default().to_owned())
}
