//! A submitted assessment as it is held: who sent what, when, and whether it counts.

use alongside_core::model::{EntityId, Fields, State, Timestamp};

/// A submitted assessment. No `Debug`: it holds somebody's answers.
#[derive(Clone)]
pub(in crate::web) struct Submission {
    /// Its id.
    pub(in crate::web) id: EntityId,
    /// Whether it is sealed, or a second sending that waits for a decision and counts nowhere.
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
}
