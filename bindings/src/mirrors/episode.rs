//! Stretches of support and how they end.

use alongside_core::companion::{ClosureView, EndingCheck, EpisodeView, NewEnding};
use alongside_core::journey::finding::Finding;
use alongside_core::model::kinds::{ClosureCheck, ClosureDecision, EndReason, Episode, EpisodeStatus};
use alongside_core::model::{EntityId, Timestamp};

/// Where a stretch of support stands.
#[uniffi::remote(Enum)]
pub enum EpisodeStatus {
    /// Being supported.
    Active,
    /// The client asked for a pause; the door stays open.
    PausedByClient,
    /// The service paused it, for instance because nobody could be reached; the door stays open.
    PausedByService,
    /// It has ended.
    Ended,
    /// A word of a newer version; never written.
    Unknown,
}

/// Why a stretch of support ended. None of these is the client's doing wrong.
#[uniffi::remote(Enum)]
pub enum EndReason {
    /// What the client wanted was reached.
    GoalsMet,
    /// Both agreed that it is time.
    AgreedEnding,
    /// The client moved away.
    Moved,
    /// The client did not want it, or not any more.
    Declined,
    /// Contact was lost after every agreed way was tried.
    LostContact,
    /// The client died.
    Died,
    /// Another service took over.
    Transferred,
    /// The service ended.
    ServiceEnded,
    /// A word of a newer version; never written.
    Unknown,
}

/// An episode.
#[uniffi::remote(Record)]
pub struct Episode {
    /// When it began.
    pub started_at: Timestamp,
    /// Where it stands.
    pub status: EpisodeStatus,
    /// Why it is paused or ended, in words: what got in the way, never who is to blame.
    pub status_why: Option<String>,
    /// Since when it stands there.
    pub status_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// What the client says of the ending.
    pub client_view: Option<String>,
    /// Whether the client agreed to the ending.
    pub ended_agreed: Option<bool>,
    /// When a pause is looked at again.
    pub review_at: Option<Timestamp>,
}

/// A stretch of support.
#[uniffi::remote(Record)]
pub struct EpisodeView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub episode: Episode,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// An ending as it is proposed.
#[uniffi::remote(Record)]
pub struct NewEnding {
    /// Why the support ends.
    pub reason: EndReason,
    /// What the client says of it, in their words.
    #[uniffi(default = None)]
    pub client_view: Option<String>,
    /// Whether the client agrees.
    pub agreed: bool,
    /// Why it ends although something stands open.
    #[uniffi(default = None)]
    pub why: Option<String>,
    /// Who took a second look.
    #[uniffi(default = None)]
    pub second_by: Option<String>,
}

/// An ending looked at before it is made.
#[uniffi::remote(Record)]
pub struct EndingCheck {
    /// What stands open, what matters most first.
    pub open: Vec<Finding>,
    /// What stands against ending now; nothing when it may end.
    pub against: Option<Finding>,
}

/// What was decided.
#[uniffi::remote(Enum)]
pub enum ClosureDecision {
    /// To go on.
    GoOn,
    /// To pause, with the door open.
    Pause,
    /// To end.
    End,
    /// That a second person looks first.
    SecondLook,
    /// A word of a newer version; never written.
    Unknown,
}

/// A closure check.
#[uniffi::remote(Record)]
pub struct ClosureCheck {
    /// The episode.
    pub episode: EntityId,
    /// When.
    pub at: Timestamp,
    /// Codes of what stood open.
    pub open: Vec<String>,
    /// What the client says.
    pub client_view: Option<String>,
    /// What was decided.
    pub decision: ClosureDecision,
    /// Why, where something stood open.
    pub why: Option<String>,
    /// Who took the second look.
    pub second_by: Option<String>,
}

/// What was decided when somebody looked at an ending.
#[uniffi::remote(Record)]
pub struct ClosureView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub check: ClosureCheck,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}
