//! What is owed to a client.

use alongside_core::companion::{DutyView, NewDuty};
use alongside_core::model::kinds::{Duty, DutyOrigin, DutyStatus};
use alongside_core::model::{EntityId, PersonId, Timestamp};

/// What a duty comes from.
#[uniffi::remote(Enum)]
pub enum DutyOrigin {
    /// An onward referral came back.
    Bounce,
    /// The worker promised it.
    Promise,
    /// A need for accessible communication is to be looked at again.
    AccessReview,
    /// How the first visit to a service went.
    FirstVisit,
    /// The client wrote or asked.
    ClientEntry,
    /// It came with a handover.
    Handover,
    /// A pause is to be looked at again.
    PauseReview,
    /// A word of a newer version; never written.
    Unknown,
}

/// Where a duty stands.
#[uniffi::remote(Enum)]
pub enum DutyStatus {
    /// Somebody owes it.
    Open,
    /// It is done.
    Done,
    /// It is not owed any more, with a reason.
    Released,
    /// A word of a newer version; never written.
    Unknown,
}

/// A duty.
#[uniffi::remote(Record)]
pub struct Duty {
    /// What it comes from.
    pub origin: DutyOrigin,
    /// The record it is about, such as the referral that came back.
    pub about: Option<EntityId>,
    /// What is owed, in plain words.
    pub what: String,
    /// Until when.
    pub due: Timestamp,
    /// Who owes it; absent while it waits in the team's queue.
    pub owner: Option<PersonId>,
    /// Their name.
    pub owner_name: Option<String>,
    /// Where it stands.
    pub status: DutyStatus,
    /// When it was done or released.
    pub settled_at: Option<Timestamp>,
    /// What came of it.
    pub outcome: Option<String>,
    /// When it arose.
    pub made_at: Timestamp,
}

/// A duty.
#[uniffi::remote(Record)]
pub struct DutyView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub duty: Duty,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A duty as somebody makes it.
#[uniffi::remote(Record)]
pub struct NewDuty {
    /// What it comes from.
    pub origin: DutyOrigin,
    /// The record it is about.
    #[uniffi(default = None)]
    pub about: Option<EntityId>,
    /// What is owed, in plain words.
    pub what: String,
    /// Until when.
    pub due: Timestamp,
}
