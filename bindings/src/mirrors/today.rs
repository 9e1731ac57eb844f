//! The first screen and the screen of a visit.

use alongside_core::companion::{
    AccessNeedView, CaseOverview, ClientWords, ContactView, DutyLine, DutyView, EpisodeView, NextContactView,
    PlaceVisits, PromiseLine, QuietLine, VisitLine,
};
use alongside_core::journey::finding::Finding;
use alongside_core::model::kinds::{Client, Duty, Mode as ContactMode, SafeContact};
use alongside_core::model::{CaseId, EntityId, Timestamp};

/// The visits at one place.
#[uniffi::remote(Record)]
pub struct PlaceVisits {
    /// The place, or the way of contact where there is none.
    pub place: String,
    /// The visits, in the order of the day.
    pub visits: Vec<VisitLine>,
}

/// A visit or call of the day.
#[uniffi::remote(Record)]
pub struct VisitLine {
    /// The case.
    pub case: CaseId,
    /// The client's name.
    pub name: String,
    /// What the client likes to be called.
    pub known_as: Option<String>,
    /// When.
    pub at: Timestamp,
    /// How.
    pub mode: ContactMode,
    /// What for.
    pub why: String,
    /// Whether the client agreed to it; nothing when nobody said.
    pub agreed: Option<bool>,
    /// What to know before going: how to reach them safely, and how they need to be spoken to.
    pub flags: Vec<Finding>,
    /// What was promised last and is not kept yet.
    pub last_promise: Option<PromiseLine>,
    /// What is going on in their life now.
    pub life_now: Option<String>,
    /// Whether the two were in touch on that day already.
    pub done: bool,
}

/// Something owed.
#[uniffi::remote(Record)]
pub struct DutyLine {
    /// The record.
    pub id: EntityId,
    /// The case.
    pub case: CaseId,
    /// The client's name.
    pub name: String,
    /// What is owed.
    pub duty: Duty,
    /// Whether it is about a referral that came back.
    pub bounced: bool,
    /// Days past its day; 0 or less while there is time.
    pub days_late: i64,
    /// Whether it waits in the team's queue.
    pub in_team_queue: bool,
}

/// Somebody it has been quiet with.
#[uniffi::remote(Record)]
pub struct QuietLine {
    /// The case.
    pub case: CaseId,
    /// The client's name.
    pub name: String,
    /// What the client likes to be called.
    pub known_as: Option<String>,
    /// Days since the two were in touch, or since the support began.
    pub days: i64,
    /// Days beyond the agreed rhythm.
    pub beyond: i64,
    /// The way of contact the client prefers. People without a telephone stay on the list: a visit or a letter reaches them.
    pub preferred_mode: Option<ContactMode>,
    /// The reason in plain words.
    pub words: String,
}

/// What a worker sees first at a visit.
#[uniffi::remote(Record)]
pub struct CaseOverview {
    /// The case.
    pub case: CaseId,
    /// The client.
    pub client: Client,
    /// What the client said, in their words: what matters to them in their own order, then the goals they worded and the
    /// needs that are open, newest first.
    pub own_words: Vec<ClientWords>,
    /// What was promised last and is not kept yet.
    pub last_promise: Option<PromiseLine>,
    /// How it is safe to reach them.
    pub safe_contact: Option<SafeContact>,
    /// How they need to be spoken and written to.
    pub access_needs: Vec<AccessNeedView>,
    /// The stretch of support they are in; nothing before it began.
    pub episode: Option<EpisodeView>,
    /// Whether the support is paused or has ended.
    pub at_rest: bool,
    /// When they will hear from somebody next.
    pub next_contact: Option<NextContactView>,
    /// The last contact.
    pub last_contact: Option<ContactView>,
    /// What is owed to them, the earliest due first.
    pub open_duties: Vec<DutyView>,
    /// What the rules found, what matters most first.
    pub warnings: Vec<Finding>,
}

/// Something the client said.
#[uniffi::remote(Record)]
pub struct ClientWords {
    /// The record they said it in.
    pub record: EntityId,
    /// Their words.
    pub words: String,
    /// When they said it.
    pub at: Timestamp,
}

/// A promise that is not kept yet.
#[uniffi::remote(Record)]
pub struct PromiseLine {
    /// The note it was written in.
    pub note: EntityId,
    /// What was promised.
    pub words: String,
    /// How many days ago.
    pub days: i64,
}
