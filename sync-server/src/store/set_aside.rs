//! Operations that did not take effect. They are kept for people to see; nothing is ever dropped.

use alongside_core::model::{EntityId, Outcome, Timestamp, Why};

use super::{OrgNo, PersonNo, Seq, StoreError};

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
    /// When it was done, by the server's reckoning.
    pub eff: Timestamp,
    /// Up to which commit its phone had been told what was taken away.
    pub told: Seq,
}

/// What was decided on an operation that was set aside.
#[derive(Clone, Copy, Debug)]
pub struct Settling<'a> {
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub why: Option<Why>,
    /// When it was settled; absent when it is set aside still.
    pub at: Option<Timestamp>,
    /// Who decided; absent when a newer server did what it had waited for.
    pub by: Option<PersonNo>,
    /// Why they decided so, for the record.
    pub note: Option<&'a str>,
    /// The commit.
    pub seq: Seq,
}

/// What became of an operation after all, as its phone is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Its number.
    pub n: u64,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub why: Option<Why>,
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

    /// One that nobody has settled yet.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_set_aside(&self, org: OrgNo, replica: u32, n: u64) -> Result<Option<SetAside>, StoreError>;

    /// What waits for a newer server, replica by replica, in the order in which it was done.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_waiting(&self, org: OrgNo) -> Result<Vec<SetAside>, StoreError>;

    /// What was decided after `after` on operations of this replica.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_settled(&self, org: OrgNo, replica: u32, after: Seq) -> Result<Vec<Settled>, StoreError>;

    /// Everything that was ever set aside, settled or not, in the order in which it came.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_ever_set_aside(&self, org: OrgNo) -> Result<Vec<SetAside>, StoreError>;

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

    /// Keeps what was decided on one.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn settle(&mut self, org: OrgNo, replica: u32, n: u64, settling: &Settling<'_>)
    -> Result<(), StoreError>;

    /// Forgets the text of one whose record was erased.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn forget_set_aside_text(&mut self, org: OrgNo, replica: u32, n: u64) -> Result<(), StoreError>;
}
