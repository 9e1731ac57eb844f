//! Reads from the store what a handover pack is drawn from. What is said of it is `journey::pack`'s business.

use rusqlite::Connection;

use super::CompanionError;
use super::write::Writing;
use crate::journey::finding::{Finding, Verdict};
use crate::journey::handover::{Handover, handover_gaps};
use crate::journey::pack::{CaseRecord, assemble, referral_line};
use crate::model::kinds::{
    Client, Duty, DutyStatus, Goal, GoalStatus, HandoverPack, Need, OnwardReferral, ReferralStatus,
    SafeContact, Step, StepBy, VisitNote, WhatMatters,
};
use crate::model::{Audience, CaseId, EntityId, Record, State, StreamRef, from_fields, sort_by_key};
use crate::store::{Listing, RecordRow, StoreError, record};

/// How many signed notes back promises are looked for.
const NOTES_BACK: i64 = 3;

/// What `pack` does not say yet, as if it were given now.
pub(super) fn missing(
    connection: &Connection,
    case: CaseId,
    pack: &HandoverPack,
) -> Result<Vec<Finding>, StoreError> {
    let some = |kind, audience| {
        let stream = StreamRef::of_case(case, audience);
        record::list_in(connection, stream, Listing::of(kind).first(1)).map(|rows| !rows.is_empty())
    };
    let client = record::load(connection, EntityId(case.0))?;
    let handover = Handover {
        changes_at: pack.meet_together_at.unwrap_or(pack.at),
        // Giving the pack tells the client, so that the notice they get is as long as the meeting is away.
        told_at: Some(pack.at),
        pack: Some(pack),
        duties_left: 0,
        has_referrals: some(OnwardReferral::ENTRY, Audience::Work)?,
        has_safe_contact: client.fields.contains_key("safe_contact")
            || record::find(connection, SafeContact::id_of(case))?.is_some(),
    };
    Ok(handover_gaps(&handover).iter().map(Verdict::finding).collect())
}

/// The pack of `case` as the record has it.
pub(super) fn draw(writing: &Writing<'_>, case: CaseId) -> Result<HandoverPack, CompanionError> {
    let client = record::find(writing.transaction, EntityId(case.0))?.ok_or(CompanionError::NotFound)?;
    let client: Client = from_fields(&client.fields)?;
    let goals: Vec<Goal> = list(writing, case, Audience::Shared)?;
    let record = CaseRecord {
        what_matters: what_matters(writing, case, &client, &goals)?,
        promises: promises(writing, case)?,
        safe_contact: client.safe_contact.into_iter().collect(),
        duties: list::<Duty>(writing, case, Audience::Work)?
            .into_iter()
            .filter(|duty| duty.status == DutyStatus::Open)
            .collect(),
        referrals: referrals(writing, case)?,
    };
    Ok(assemble(&record, &writing.who.name, writing.reading.wall))
}

fn what_matters(
    writing: &Writing<'_>,
    case: CaseId,
    client: &Client,
    goals: &[Goal],
) -> Result<Vec<String>, CompanionError> {
    let open =
        |goal: &&Goal| matches!(goal.status, GoalStatus::Active | GoalStatus::Parked | GoalStatus::Proposed);
    let needs = list::<Need>(writing, case, Audience::Core)?;
    let unmet = needs.into_iter().filter(|need| need.resolution.is_none()).map(|need| need.words);
    let mut said: Vec<WhatMatters> = list(writing, case, Audience::Shared)?;
    sort_by_key(&mut said, |one| (one.position, one.at));
    Ok(said
        .into_iter()
        .map(|one| one.words)
        .chain(client.life_now.clone())
        .chain(goals.iter().filter(open).map(|goal| goal.wording.clone()))
        .chain(unmet)
        .collect())
}

fn promises(writing: &Writing<'_>, case: CaseId) -> Result<Vec<String>, CompanionError> {
    let notes = rows::<VisitNote>(writing, case, Audience::Work, NOTES_BACK)?;
    let mut said = Vec::new();
    for row in notes.iter().filter(|row| row.state != State::Voided) {
        said.extend(from_fields::<VisitNote>(&row.fields)?.promised);
    }
    let steps: Vec<Step> = list(writing, case, Audience::Shared)?;
    let mine = |step: &Step| !step.done && matches!(step.by, Some(StepBy::Worker | StepBy::Together));
    said.extend(steps.into_iter().filter(mine).map(|step| step.title));
    Ok(said)
}

fn referrals(writing: &Writing<'_>, case: CaseId) -> Result<Vec<String>, CompanionError> {
    let mut lines = Vec::new();
    for row in rows::<OnwardReferral>(writing, case, Audience::Work, -1)? {
        let referral: OnwardReferral = from_fields(&row.fields)?;
        let statuses = record::list_children(writing.transaction, row.id, ReferralStatus::ENTRY)?;
        let last: Option<ReferralStatus> = statuses.last().map(|row| from_fields(&row.fields)).transpose()?;
        lines.extend(referral_line(&referral.to, last.as_ref()));
    }
    Ok(lines)
}

fn rows<R: Record>(
    writing: &Writing<'_>,
    case: CaseId,
    audience: Audience,
    most: i64,
) -> Result<Vec<RecordRow>, StoreError> {
    let listing = Listing::of(R::ENTRY).first(most);
    record::list_in(writing.transaction, StreamRef::of_case(case, audience), listing)
}

fn list<R: Record>(
    writing: &Writing<'_>,
    case: CaseId,
    audience: Audience,
) -> Result<Vec<R>, CompanionError> {
    let rows = rows::<R>(writing, case, audience, -1)?;
    rows.iter().map(|row| Ok(from_fields(&row.fields)?)).collect()
}
