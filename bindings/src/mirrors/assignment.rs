//! Who the link worker of a case is, and how much each carries.

use alongside_core::companion::{AssignmentView, LoadView, NewAssignment};
use alongside_core::journey::finding::Finding;
use alongside_core::model::kinds::{Assignment, AssignmentReason};
use alongside_core::model::{EntityId, PersonId, Timestamp};

/// Why somebody became the link worker of a case.
#[uniffi::remote(Enum)]
pub enum AssignmentReason {
    /// A new client.
    New,
    /// The worker before left the case.
    Transfer,
    /// For a while, while another is away.
    Cover,
    /// The client asked for somebody else.
    ClientAsked,
    /// A word of a newer version; never written.
    Unknown,
}

/// An assignment.
#[uniffi::remote(Record)]
pub struct Assignment {
    /// The link worker.
    pub worker: PersonId,
    /// Their name.
    pub worker_name: String,
    /// From when.
    pub from: Timestamp,
    /// Until when; open while absent.
    pub to: Option<Timestamp>,
    /// Why.
    pub reason: AssignmentReason,
    /// When the client was told.
    pub client_told_at: Option<Timestamp>,
}

/// An assignment.
#[uniffi::remote(Record)]
pub struct AssignmentView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub assignment: Assignment,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// An assignment as it is entered.
#[uniffi::remote(Record)]
pub struct NewAssignment {
    /// The link worker.
    pub worker: PersonId,
    /// Their name.
    pub worker_name: String,
    /// From when; now when nothing is said.
    #[uniffi(default = None)]
    pub from: Option<Timestamp>,
    /// Until when, if that is known.
    #[uniffi(default = None)]
    pub to: Option<Timestamp>,
    /// Why.
    pub reason: AssignmentReason,
    /// When the client was told.
    #[uniffi(default = None)]
    pub client_told_at: Option<Timestamp>,
}

/// What a worker carries. It is for them and whoever supports them, and is never a ranking.
#[uniffi::remote(Record)]
pub struct LoadView {
    /// People being supported.
    pub active: i64,
    /// Of these, people who came from a colleague in the last ninety days.
    pub inherited: i64,
    /// People by how much support was agreed: light 1, steady 2, intensive 4.
    pub weighted: i64,
    /// Whether that is more than was agreed.
    pub too_much: Option<Finding>,
}
