//! Ending the support: what stands open is looked at first, the client is asked, and what was decided is written down with it.

use rusqlite::Connection;
use serde_json::json;

use super::assessment_view::answers;
use super::duties::release;
use super::episodes::{current, set_status};
use super::held::{Held, list, owed, said};
use super::referral_steps::statuses;
use super::write::Writing;
use super::{Companion, CompanionError, Reason};
use crate::instrument::{Direction, Registry};
use crate::journey::calendar::Day;
use crate::journey::closure::{
    AtEnd, Ending, GoalAtEnd, MayNotEnd, NeedAtEnd, StandsOpen, may_end, stands_open,
};
use crate::journey::finding::{Finding, Verdict};
use crate::journey::referral_path::stands;
use crate::model::kinds::{
    Assessment, By, CheckIn, ClosureCheck, ClosureDecision, Duty, DutyOrigin, DutyStatus, EndReason, Episode,
    EpisodeStatus, Goal, Need, OnwardReferral,
};
use crate::model::{Audience, CaseId, EntityId, Fields, Record, StreamRef};

/// An ending as it is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEnding {
    /// Why the support ends.
    pub reason: EndReason,
    /// What the client says of it, in their words.
    pub client_view: Option<String>,
    /// Whether the client agrees.
    pub agreed: bool,
    /// Why it ends although something stands open.
    pub why: Option<String>,
    /// Who took a second look.
    pub second_by: Option<String>,
}

/// An ending looked at before it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingCheck {
    /// What stands open, what matters most first.
    pub open: Vec<Finding>,
    /// What stands against ending now; nothing when it may end.
    pub against: Option<Finding>,
}

/// What was decided when somebody looked at an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosureView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub check: ClosureCheck,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Looks at an ending before it is made.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when no support is under way.
    pub fn check_ending(&self, case: CaseId, ending: &NewEnding) -> Result<EndingCheck, CompanionError> {
        let today = Day::of(self.clock.now());
        self.look(|connection| {
            let episode = under_way(connection, case)?;
            let (open, may) = judge(connection, &self.instruments.known(), case, &episode, ending, today)?;
            Ok(EndingCheck {
                open: open.iter().map(Verdict::finding).collect(),
                against: may.err().map(|against| against.finding()),
            })
        })
    }

    /// Ends the support. What stood open is written down with it.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with [`Reason::NotYet`] or [`Reason::NeedsReason`] when [`Companion::check_ending`] names
    /// something against it: nothing ends over a referral that came back; [`CompanionError::NotFound`].
    pub fn end_episode(&self, case: CaseId, ending: &NewEnding) -> Result<EntityId, CompanionError> {
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let episode = under_way(writing.transaction, case)?;
            let today = Day::of(writing.reading.wall);
            let (open, may) =
                judge(writing.transaction, &self.instruments.known(), case, &episode, ending, today)?;
            may.map_err(refused)?;
            let check = check(writing, &episode, &open, ending, ClosureDecision::End);
            writing.create(id, StreamRef::of_case(case, Audience::Work), &check)?;
            end(writing, case, &episode, ending)
        })?;
        Ok(id)
    }

    /// Writes down that the support goes on, pauses, or is looked at by a second person, after an ending was thought of.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a reason, or when the decision is to end: that is [`Companion::end_episode`];
    /// [`CompanionError::NotFound`].
    pub fn decide_closure(
        &self,
        case: CaseId,
        decision: ClosureDecision,
        why: &str,
        client_view: Option<&str>,
    ) -> Result<EntityId, CompanionError> {
        if matches!(decision, ClosureDecision::End | ClosureDecision::Unknown) {
            return Err(CompanionError::invalid("decision", Reason::NotFromHere));
        }
        let ending = NewEnding {
            reason: EndReason::AgreedEnding,
            client_view: said(client_view),
            agreed: false,
            why: Some(owed("why", why)?),
            second_by: None,
        };
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let episode = under_way(writing.transaction, case)?;
            let today = Day::of(writing.reading.wall);
            let (open, _) =
                judge(writing.transaction, &self.instruments.known(), case, &episode, &ending, today)?;
            let check = check(writing, &episode, &open, &ending, decision);
            writing.create(id, StreamRef::of_case(case, Audience::Work), &check)
        })?;
        Ok(id)
    }

    /// What was decided each time somebody looked at an ending, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn closure_checks(&self, case: CaseId) -> Result<Vec<ClosureView>, CompanionError> {
        let checks = self.look(|connection| list::<ClosureCheck>(connection, case))?;
        let view =
            |held: Held<ClosureCheck>| ClosureView { id: held.id, check: held.record, unsent: held.unsent };
        Ok(checks.into_iter().map(view).collect())
    }
}

fn under_way(connection: &Connection, case: CaseId) -> Result<Held<Episode>, CompanionError> {
    let current = current(connection, case)?.filter(|held| held.record.status != EpisodeStatus::Ended);
    current.ok_or(CompanionError::NotFound)
}

type Judged = (Vec<StandsOpen>, Result<(), MayNotEnd>);

fn judge(
    connection: &Connection,
    instruments: &Registry,
    case: CaseId,
    episode: &Held<Episode>,
    ending: &NewEnding,
    today: Day,
) -> Result<Judged, CompanionError> {
    let at_end =
        AtEnd { client_view: ending.client_view.clone(), ..what_stands(connection, instruments, case)? };
    let open = stands_open(&at_end, today);
    let proposed = Ending {
        reason: ending.reason,
        status: episode.record.status,
        why: ending.why.as_deref(),
        second_by: ending.second_by.as_deref(),
    };
    let may = may_end(&open, &proposed);
    Ok((open, may))
}

/// What the record holds of a case, as far as an ending asks.
pub(super) fn what_stands(
    connection: &Connection,
    instruments: &Registry,
    case: CaseId,
) -> Result<AtEnd, CompanionError> {
    let check_ins = list::<CheckIn>(connection, case)?;
    let goals = list::<Goal>(connection, case)?.into_iter();
    let goals = goals.map(|held| GoalAtEnd {
        goal: held.id,
        status: held.record.status,
        first_and_last: first_and_last(&check_ins, held.id),
    });
    let referrals = list::<OnwardReferral>(connection, case)?.into_iter();
    let referrals = referrals.map(|held| Ok((held.id, stands(&statuses(connection, held.id)?))));
    let duties = list::<Duty>(connection, case)?.into_iter();
    let open = duties.filter(|held| held.record.status == DutyStatus::Open);
    // The review of a pause belongs to the support that ends; it stands in nobody's way.
    let open = open.filter(|held| held.record.origin != DutyOrigin::PauseReview);
    let needs = list::<Need>(connection, case)?.into_iter().map(|held| NeedAtEnd {
        need: held.id,
        category: held.record.category,
        raised_at: held.record.raised_at,
        resolved: held.record.resolution.is_some(),
    });
    Ok(AtEnd {
        goals: goals.collect(),
        referrals: referrals.collect::<Result<_, CompanionError>>()?,
        open_duties: open.map(|held| (held.id, held.record.origin)).collect(),
        worse_answers: worse_answers(instruments, &list::<Assessment>(connection, case)?),
        needs: needs.collect(),
        client_view: None,
    })
}

/// The client's first and last rating of a goal. `check_ins` are newest first.
fn first_and_last(check_ins: &[Held<CheckIn>], goal: EntityId) -> Option<(i64, i64)> {
    let theirs = check_ins.iter().map(|held| &held.record);
    let theirs = theirs.filter(|check_in| check_in.goal == goal && check_in.by == By::Client);
    let scores: Vec<i64> = theirs.filter_map(|check_in| check_in.score).collect();
    Some((*scores.last()?, *scores.first()?))
}

/// The questions whose latest answer is worse than the first, within one version of one instrument. `submitted` is newest
/// first.
fn worse_answers(instruments: &Registry, submitted: &[Held<Assessment>]) -> Vec<String> {
    let mut worse = Vec::new();
    for (place, last) in submitted.iter().enumerate() {
        let same = |other: &&Held<Assessment>| {
            (&other.record.instrument, other.record.version) == (&last.record.instrument, last.record.version)
        };
        if submitted[..place].iter().any(|newer| same(&newer)) {
            continue;
        }
        let first = submitted[place + 1..].iter().rfind(same);
        let instrument = instruments.find(&last.record.instrument, last.record.version);
        if let (Some(first), Some(instrument)) = (first, instrument) {
            let changes = instrument.change(&answers(&first.record), &answers(&last.record));
            let down = changes.into_iter().filter(|change| change.direction == Some(Direction::Worse));
            worse.extend(down.map(|change| change.name));
        }
    }
    worse
}

fn check(
    writing: &Writing<'_>,
    episode: &Held<Episode>,
    open: &[StandsOpen],
    ending: &NewEnding,
    decision: ClosureDecision,
) -> ClosureCheck {
    ClosureCheck {
        episode: episode.id,
        at: writing.reading.wall,
        open: open.iter().map(|thing| thing.code().to_owned()).collect(),
        client_view: said(ending.client_view.as_deref()),
        decision,
        why: said(ending.why.as_deref()),
        second_by: said(ending.second_by.as_deref()),
    }
}

fn end(
    writing: &Writing<'_>,
    case: CaseId,
    episode: &Held<Episode>,
    ending: &NewEnding,
) -> Result<(), CompanionError> {
    set_status(writing, case, episode, EpisodeStatus::Ended, said(ending.why.as_deref()).as_deref())?;
    let fields = [
        ("ended_at".to_owned(), json!(writing.reading.wall)),
        ("end_reason".to_owned(), json!(ending.reason)),
        ("client_view".to_owned(), json!(said(ending.client_view.as_deref()))),
        ("ended_agreed".to_owned(), json!(ending.agreed)),
    ];
    writing.set(episode.id, Fields::from(fields))?;
    release(writing, DutyOrigin::PauseReview, episode.id, "The support has ended.")
}

fn refused(against: MayNotEnd) -> CompanionError {
    match against {
        MayNotEnd::BounceOpen(_) => CompanionError::invalid(Duty::ENTRY.name, Reason::NotYet),
        MayNotEnd::ClientNotAsked => CompanionError::invalid("client_view", Reason::NeedsReason),
        MayNotEnd::PauseFirst => CompanionError::invalid("status", Reason::NotYet),
        MayNotEnd::SecondLook => CompanionError::invalid("second_by", Reason::NeedsReason),
        MayNotEnd::WhyNevertheless => CompanionError::invalid("why", Reason::NeedsReason),
    }
}
