//! Operations that did not take effect. They are kept for people to see; nothing is ever dropped.

use alongside_core::model::{EntityId, Outcome, Timestamp, Why};

use super::{OrgNo, PersonNo, StoreError};

/// An operation that was set aside. `Debug` leaves out its text.
#[derive(Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The replica it came from.
    pub replica: u32,
    /// Its number there.
    pub n: u64,
    /// Whose phone that was.
    pub person: PersonNo,
    /// The record it was about, when that could be read.
    pub entity: Option<EntityId>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub why: Option<Why>,
    /// Its text, exactly as it was sent.
    pub op: String,
    /// When it was received.
    pub at: Timestamp,
}

impl std::fmt::Debug for SetAside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SetAside")
            .field("outcome", &self.outcome)
            .field("why", &self.why)
            .finish_non_exhaustive()
    }
}

/// Reads of what was set aside.
pub trait SetAsideReads {
    /// What nobody has settled yet, oldest first, at most `limit`.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_set_aside(&self, org: OrgNo, limit: u32) -> Result<Vec<SetAside>, StoreError>;

    /// The records on which operations of this replica wait for a newer server.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_parked(&self, org: OrgNo, replica: u32) -> Result<Vec<EntityId>, StoreError>;
}

/// Writes of what was set aside.
pub trait SetAsideWrites {
    /// Keeps an operation.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn set_aside(&mut self, org: OrgNo, op: &SetAside) -> Result<(), StoreError>;
}
