//! What happens to an onward referral. A step that turns the client away makes a duty at once, and every step tells the client
//! in plain words, in the same save: there is no moment in which a referral has come back and nobody owes an answer.

use super::duties::{owe, release};
use super::held::{self, said};
use super::write::Writing;
use super::{Companion, CompanionError, Reason, Saying, WordsFor};
use crate::journey::bounce::{self, Bounce, comes_back};
use crate::journey::calendar::Day;
use crate::journey::dates::check_happened;
use crate::journey::first_visit;
use crate::journey::news::news;
use crate::journey::referral_path::{StepRefused, check_step, stands};
use crate::model::kinds::{
    DutyOrigin, OnwardReferral, REFERRAL_TRANSITIONS, ReferralNews, ReferralState, ReferralStatus, StatusBy,
};
use crate::model::{Audience, CaseId, Choice, EntityId, Record, StreamRef, Timestamp, from_fields};
use crate::store::record;

/// A step of a referral as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferralStep {
    /// Where the referral goes.
    pub status: ReferralState,
    /// Who made it so; owed when it was called off.
    pub by: Option<StatusBy>,
    /// Why; owed when the client is turned away or kept waiting. For the record of the link worker.
    pub reason: Option<String>,
    /// What the client reads about the reason, in plain words.
    pub told_client: Option<String>,
    /// Whether a health reason stood behind it, so that the referrer is told.
    pub health_reason: Option<bool>,
    /// When it happened; now when nothing is said.
    pub at: Option<Timestamp>,
}

impl ReferralStep {
    /// A step to this state, now, with nothing else said.
    pub const fn to(status: ReferralState) -> Self {
        Self { status, by: None, reason: None, told_client: None, health_reason: None, at: None }
    }
}

impl Companion {
    /// Writes down what happened to a referral. When it came back, what is owed to the client stands in the same save, due in
    /// five working days; the client reads the news with the next sync.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`]: a step that cannot follow, a reason that is owed, a day still to come;
    /// [`CompanionError::NotFound`].
    pub fn record_referral_step(
        &self,
        referral: EntityId,
        step: &ReferralStep,
    ) -> Result<EntityId, CompanionError> {
        let id = EntityId(self.ids.uuid());
        self.write(|writing| take_step(writing, id, referral, step))?;
        Ok(id)
    }

    /// The steps a referral can take from where it stands, in the order of the way.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn next_referral_steps(&self, referral: EntityId) -> Result<Vec<ReferralState>, CompanionError> {
        self.look(|connection| {
            held::load::<OnwardReferral>(connection, referral)?;
            let from = stands(&statuses(connection, referral)?);
            let next = REFERRAL_TRANSITIONS.list_next(from.name());
            Ok(next.into_iter().filter_map(ReferralState::find).collect())
        })
    }
}

/// What happened to a referral, oldest first.
pub(super) fn statuses(
    connection: &rusqlite::Connection,
    referral: EntityId,
) -> Result<Vec<ReferralStatus>, CompanionError> {
    let rows = record::list_children(connection, referral, ReferralStatus::ENTRY)?;
    rows.iter().map(|row| Ok(from_fields(&row.fields)?)).collect()
}

fn take_step(
    writing: &Writing<'_>,
    id: EntityId,
    referral: EntityId,
    step: &ReferralStep,
) -> Result<(), CompanionError> {
    let (case, held) = held::load::<OnwardReferral>(writing.transaction, referral)?;
    let before = statuses(writing.transaction, referral)?;
    let status = status(writing, referral, step)?;
    // A referral that nobody has said anything about is being prepared: to say so again is no step.
    let from = if before.is_empty() && step.status == ReferralState::Drafted {
        step.status
    } else {
        stands(&before)
    };
    check_step(from, status.status, status.reason.as_deref(), status.by).map_err(refused)?;
    if from == status.status && !before.is_empty() {
        return Err(CompanionError::invalid("status", Reason::NotFromHere));
    }
    writing.create(id, StreamRef::of_case(case, Audience::Work), &status)?;
    writing.end_words(&Saying::about(WordsFor::ReferralNews, Some(case), referral))?;
    let bounce = follow_up(writing, case, &held.record, &status)?;
    ask_about_first_visit(writing, case, &held.record, &status, &before)?;
    tell(writing, case, referral, &held.record.to, &status, bounce, step.told_client.as_deref())
}

fn status(
    writing: &Writing<'_>,
    referral: EntityId,
    step: &ReferralStep,
) -> Result<ReferralStatus, CompanionError> {
    let at = step.at.unwrap_or(writing.reading.wall);
    check_happened(at, Day::of(writing.reading.wall))
        .map_err(|_| CompanionError::invalid("at", Reason::OutOfRange))?;
    Ok(ReferralStatus {
        referral,
        status: step.status,
        reason: said(step.reason.as_deref()),
        at,
        by: step.by,
        health_reason: step.health_reason,
    })
}

fn refused(refused: StepRefused) -> CompanionError {
    match refused {
        StepRefused::NotFromHere { .. } => CompanionError::invalid("status", Reason::NotFromHere),
        StepRefused::NeedsReason(_) => CompanionError::invalid("reason", Reason::NeedsReason),
        StepRefused::NeedsWho => CompanionError::invalid("by", Reason::NeedsReason),
    }
}

/// The duty of a referral that came back or is held; when it goes on after all, nothing is owed any more.
fn follow_up(
    writing: &Writing<'_>,
    case: CaseId,
    referral: &OnwardReferral,
    status: &ReferralStatus,
) -> Result<Option<Bounce>, CompanionError> {
    let Some(bounce) = comes_back(status) else {
        release(writing, DutyOrigin::Bounce, status.referral, "The referral goes on after all.")?;
        return Ok(None);
    };
    let mut what = bounce::owed(status.status, &referral.to);
    if status.health_reason == Some(true) {
        what.push_str(" It was for a health reason: tell the referrer too.");
    }
    owe(writing, case, DutyOrigin::Bounce, status.referral, what, bounce.due)?;
    Ok(Some(bounce))
}

/// The duty to ask how a first visit was, within two working days of it.
fn ask_about_first_visit(
    writing: &Writing<'_>,
    case: CaseId,
    referral: &OnwardReferral,
    status: &ReferralStatus,
    before: &[ReferralStatus],
) -> Result<(), CompanionError> {
    let was_there = |state: ReferralState| matches!(state, ReferralState::Started | ReferralState::Attended);
    let first = was_there(status.status) && !before.iter().any(|earlier| was_there(earlier.status));
    if first && referral.first_time == Some(true) {
        let (what, due) = (first_visit::owed(&referral.to), first_visit::ask_by(status.at));
        owe(writing, case, DutyOrigin::FirstVisit, status.referral, what, due)?;
    }
    Ok(())
}

/// The news for the client.
fn tell(
    writing: &Writing<'_>,
    case: CaseId,
    referral: EntityId,
    service: &str,
    status: &ReferralStatus,
    bounce: Option<Bounce>,
    told: Option<&str>,
) -> Result<(), CompanionError> {
    let due = bounce.map(|bounce| bounce.due).filter(|_| status.status != ReferralState::OnHold);
    let said = news(status.status, service, due, told, &writing.who.name);
    let record = ReferralNews {
        service: service.to_owned(),
        words: said.words,
        next: said.next,
        by: due.map(Day::end),
        at: status.at,
        closed: said.closed,
    };
    put_news(writing, case, referral, &record)
}

/// Writes the one news record of a referral.
pub(super) fn put_news(
    writing: &Writing<'_>,
    case: CaseId,
    referral: EntityId,
    news: &ReferralNews,
) -> Result<(), CompanionError> {
    let id = ReferralNews::id_of(referral);
    writing.replace(id, StreamRef::of_case(case, Audience::Shared), news)
}
