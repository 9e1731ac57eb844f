//! The screen of a visit: the client's own words on top, what was promised last time, how to reach them safely, and what the
//! rules found. Nothing on it counts anything that was answered.

use super::case_facts::CaseFacts;
use super::contacts::ContactView;
use super::duties::{DutyView, view as duty_view};
use super::episodes::{EpisodeView, view as episode_view};
use super::held::Held;
use super::reaching::{AccessNeedView, need_view};
use super::warnings::{at_rest, warnings};
use super::{Companion, CompanionError, NextContactView};
use crate::journey::calendar::Day;
use crate::journey::finding::Finding;
use crate::journey::promise::{Promised, open_promises};
use crate::model::kinds::{Client, Duty, DutyStatus, GoalStatus, SafeContact, WordingBy};
use crate::model::{CaseId, EntityId, Timestamp, sort_by_key};

/// What a worker sees first at a visit.
#[derive(Clone, PartialEq, Eq)]
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

impl std::fmt::Debug for CaseOverview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CaseOverview").field("case", &self.case).finish_non_exhaustive()
    }
}

/// Something the client said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientWords {
    /// The record they said it in.
    pub record: EntityId,
    /// Their words.
    pub words: String,
    /// When they said it.
    pub at: Timestamp,
}

/// A promise that is not kept yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseLine {
    /// The note it was written in.
    pub note: EntityId,
    /// What was promised.
    pub words: String,
    /// How many days ago.
    pub days: i64,
}

impl Companion {
    /// What a worker sees first at a visit.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when this phone does not have the case.
    pub fn case_overview(&self, case: CaseId) -> Result<CaseOverview, CompanionError> {
        let today = Day::of(self.clock.now());
        self.look(|connection| {
            let next_contact = super::contacts::next_contact(connection, case)?;
            let facts = CaseFacts::load(connection, case)?;
            Ok(CaseOverview {
                case,
                own_words: own_words(&facts),
                last_promise: last_promise(&facts.promises, today),
                at_rest: at_rest(&facts),
                warnings: warnings(&facts, today),
                next_contact,
                open_duties: open_duties(facts.duties),
                last_contact: facts.contacts.into_iter().next().map(|held| ContactView {
                    id: held.id,
                    contact: held.record,
                    unsent: held.unsent,
                }),
                safe_contact: facts.reach.safe,
                access_needs: facts.access_needs.into_iter().map(need_view).collect(),
                episode: facts.episode.map(episode_view),
                client: facts.client.record,
            })
        })
    }
}

/// The latest promise that is not kept.
pub(super) fn last_promise(promises: &[Promised], today: Day) -> Option<PromiseLine> {
    let open = open_promises(promises, today).into_iter().next()?;
    Some(PromiseLine { note: open.note, words: open.words, days: open.days })
}

fn own_words(facts: &CaseFacts) -> Vec<ClientWords> {
    let live = |status| matches!(status, GoalStatus::Proposed | GoalStatus::Active | GoalStatus::Parked);
    let goals = facts.goals.iter().filter(|held| live(held.record.status));
    let goals = goals.filter(|held| held.record.wording_by == WordingBy::Client);
    let goals = goals.map(|held| ClientWords {
        record: held.id,
        words: held.record.wording.clone(),
        at: held.record.at,
    });
    let needs = facts.needs.iter().filter(|held| held.record.resolution.is_none());
    let needs = needs.map(|held| ClientWords {
        record: held.id,
        words: held.record.words.clone(),
        at: held.record.raised_at,
    });
    let mut words: Vec<_> = goals.chain(needs).collect();
    sort_by_key(&mut words, |said| std::cmp::Reverse((said.at, said.record)));
    let mut matters: Vec<_> = facts.matters.iter().collect();
    sort_by_key(&mut matters, |held| (held.record.position, held.id));
    let first = matters.into_iter().map(|held| ClientWords {
        record: held.id,
        words: held.record.words.clone(),
        at: held.record.at,
    });
    first.chain(words).collect()
}

fn open_duties(duties: Vec<Held<Duty>>) -> Vec<DutyView> {
    let mut open: Vec<_> = duties.into_iter().filter(|held| held.record.status == DutyStatus::Open).collect();
    sort_by_key(&mut open, |held| (held.record.due, held.id));
    open.into_iter().map(duty_view).collect()
}
