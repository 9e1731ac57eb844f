//! What the first screen of a link worker shows.

use super::overview::PromiseLine;
use super::{DraftSummary, SyncState};
use crate::journey::finding::Finding;
use crate::model::kinds::{Duty, Mode};
use crate::model::{CaseId, EntityId, Timestamp};

/// A link worker's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// The date on UK clocks, as `2026-11-25`.
    pub day: String,
    /// The visits and calls of the day by place, in the order of the day.
    pub visits: Vec<PlaceVisits>,
    /// What is owed by the end of the day, and every referral that came back: these first.
    pub duties: Vec<DutyLine>,
    /// People it has been quiet with for longer than agreed, the longest first.
    pub quiet: Vec<QuietLine>,
    /// Drafts to finish.
    pub drafts: Vec<DraftSummary>,
    /// What is on this phone only, and since when.
    pub on_this_phone: SyncState,
}

/// The visits at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceVisits {
    /// The place, or the way of contact where there is none.
    pub place: String,
    /// The visits, in the order of the day.
    pub visits: Vec<VisitLine>,
}

/// A visit or call of the day.
#[derive(Clone, PartialEq, Eq)]
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
    pub mode: Mode,
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
#[derive(Clone, PartialEq, Eq)]
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
#[derive(Clone, PartialEq, Eq)]
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
    pub preferred_mode: Option<Mode>,
    /// The reason in plain words.
    pub words: String,
}

macro_rules! shows_the_case_alone {
    ($($line:ident),+) => {$(
        impl std::fmt::Debug for $line {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($line)).field("case", &self.case).finish_non_exhaustive()
            }
        }
    )+};
}

shows_the_case_alone!(VisitLine, DutyLine, QuietLine);
