//! What was promised to the client and is not kept yet.

use super::calendar::Day;
use super::finding::{Verdict, days};
use crate::model::kinds::DutyStatus;
use crate::model::{EntityId, Timestamp, sort_by_key};

/// A promise written in a signed note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// The note.
    pub note: EntityId,
    /// When it was made.
    pub at: Timestamp,
    /// What was promised.
    pub words: String,
    /// Where the duty that came of it stands; nothing when none was made.
    pub duty: Option<DutyStatus>,
}

/// A promise that is still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseOpen {
    /// The note.
    pub note: EntityId,
    /// What was promised.
    pub words: String,
    /// Days since.
    pub days: i64,
}

/// The promises that are neither kept nor released, the latest first.
pub fn open_promises(promised: &[Promised], today: Day) -> Vec<PromiseOpen> {
    let settled = |promise: &&Promised| matches!(promise.duty, Some(DutyStatus::Done | DutyStatus::Released));
    let mut open: Vec<_> = promised.iter().filter(|promise| !settled(promise)).collect();
    open.retain(|promise| !promise.words.trim().is_empty());
    sort_by_key(&mut open, |promise| std::cmp::Reverse((promise.at, promise.note)));
    let since = |promise: &Promised| today.since(Day::of(promise.at));
    open.into_iter()
        .map(|promise| PromiseOpen { note: promise.note, words: promise.words.clone(), days: since(promise) })
        .collect()
}

impl Verdict for PromiseOpen {
    fn code(&self) -> &'static str {
        "promise_open"
    }

    fn words(&self) -> String {
        match self.days {
            ..=0 => format!("You promised today: {}", self.words),
            promised => format!("You promised {} ago: {}", days(promised), self.words),
        }
    }

    fn about(&self) -> Option<EntityId> {
        Some(self.note)
    }
}
