//! A submitted assessment as it is held: who sent what, when, and whether it counts.

use alongside_core::model::{EntityId, Fields, State, Timestamp, VOID_REASON};

/// A submitted assessment. No `Debug`: it holds somebody's answers.
#[derive(Clone)]
pub(in crate::web) struct Submission {
    /// Its id.
    pub(in crate::web) id: EntityId,
    /// Whether it is sealed, a second sending that waits for a decision, or void; only what is sealed counts.
    pub(in crate::web) state: State,
    /// When it was submitted, by the server's reckoning.
    pub(in crate::web) submitted: Timestamp,
    /// What it holds.
    pub(in crate::web) fields: Fields,
}

impl Submission {
    /// Whether it waits for somebody to decide which of two sendings stands. Until then it counts nowhere.
    pub(in crate::web) fn is_undecided(&self) -> bool {
        self.state == State::NeedsConfirmation
    }

    /// Why it was declared void, when it was. It counts nowhere from then on.
    pub(in crate::web) fn void_because(&self) -> Option<String> {
        let reason = self.fields.get(VOID_REASON).filter(|_| self.state == State::Voided)?;
        Some(reason.as_str().unwrap_or_default().to_owned())
    }

    /// Whether it counts.
    pub(in crate::web) fn counts(&self) -> bool {
        self.state == State::Sealed
    }
}
