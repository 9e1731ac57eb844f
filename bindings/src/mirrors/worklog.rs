//! Where a link worker's time goes, and the doors that stayed shut.

use alongside_core::companion::{AccessDeniedView, NewWork, WorkMinutes, WorklogView};
use alongside_core::model::kinds::{AccessDenied, DeniedThing, WorkType, Worklog};
use alongside_core::model::{EntityId, Timestamp};

/// What the time went into.
#[uniffi::remote(Enum)]
pub enum WorkType {
    /// Time with or for a client.
    Client,
    /// Getting there.
    Travel,
    /// Inviting people to the service.
    Recruitment,
    /// Building trust with practices and services.
    Relationship,
    /// Keeping up with what there is nearby.
    Directory,
    /// Writing records.
    Records,
    /// Training.
    Training,
    /// Supervision.
    Supervision,
    /// A word of a newer version; never written.
    Unknown,
}

/// A line of a worklog.
#[uniffi::remote(Record)]
pub struct Worklog {
    /// When.
    pub at: Timestamp,
    /// What it went into.
    pub work: WorkType,
    /// How many minutes.
    pub minutes: i64,
    /// The practice, service or topic it was about.
    pub place: Option<String>,
    /// In words.
    pub words: Option<String>,
}

/// A line of the worklog.
#[uniffi::remote(Record)]
pub struct WorklogView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub line: Worklog,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// Time that went into something, as it is entered.
#[uniffi::remote(Record)]
pub struct NewWork {
    /// When; now when nothing is said.
    #[uniffi(default = None)]
    pub at: Option<Timestamp>,
    /// What it went into.
    pub work: WorkType,
    /// How many minutes.
    pub minutes: i64,
    /// The practice, service or topic it was about.
    #[uniffi(default = None)]
    pub place: Option<String>,
    /// In words.
    #[uniffi(default = None)]
    pub words: Option<String>,
}

/// The minutes that went into one sort of work.
#[uniffi::remote(Record)]
pub struct WorkMinutes {
    /// What they went into.
    pub work: WorkType,
    /// How many.
    pub minutes: i64,
}

/// What was not given.
#[uniffi::remote(Enum)]
pub enum DeniedThing {
    /// A room.
    Room,
    /// The practice's records.
    Records,
    /// A meeting or an answer.
    Meeting,
    /// Anything else.
    Other,
    /// A word of a newer version; never written.
    Unknown,
}

/// A line of the access-denied log.
#[uniffi::remote(Record)]
pub struct AccessDenied {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub place: String,
    /// What.
    pub denied: DeniedThing,
    /// In words.
    pub words: Option<String>,
}

/// A line of the access-denied log.
#[uniffi::remote(Record)]
pub struct AccessDeniedView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub line: AccessDenied,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}
