//! One operation: may it be done, when was it done, and what becomes of it.

use alongside_core::merge::{Context, Merged, merge};
use alongside_core::model::{Act, Entity, Op, Origin, Outcome, Why};
#[cfg(feature = "planted")]
use alongside_core::ports::planted;

use super::answers::{parked_behind, quarantined};
use super::desk::Desk;
use super::erased::find_erased;
use super::permission::{Permit, permit};
use super::read_op::SentOp;
use super::timing::effective;
use super::{amending, revisions, size, submission};
use crate::store::{OpAnswer, StoreError};

/// Decides one operation and does it on the desk.
pub(super) fn decide(desk: &mut Desk<'_>, sent: &SentOp<'_>) -> Result<OpAnswer, StoreError> {
    if let Some(answer) = find_erased(desk, sent)? {
        return Ok(answer);
    }
    if let Ok(op) = &sent.op {
        let done = effective(desk, sent.n, op, None);
        desk.note_done(sent.n, done);
    }
    if sent.entity.is_some_and(|id| desk.is_parked(id)) {
        return Ok(parked_behind());
    }
    let answer = match &sent.op {
        Err(unread) => OpAnswer { outcome: unread.outcome, why: Some(unread.why), rev: 0 },
        Ok(op) => decide_op(desk, sent.n, op)?,
    };
    if let Some(id) = sent.entity {
        note(desk, id, answer.outcome);
    }
    Ok(answer)
}

fn note(desk: &mut Desk<'_>, id: alongside_core::model::EntityId, outcome: Outcome) {
    if outcome == Outcome::Parked {
        desk.park(id);
    }
    if outcome != Outcome::Applied {
        desk.not_plain(id);
    }
}

fn decide_op(desk: &mut Desk<'_>, n: u64, op: &Op) -> Result<OpAnswer, StoreError> {
    let entity = desk.find(op.entity)?;
    let permit = match permit(desk, op, entity.as_ref())? {
        Ok(permit) => permit,
        Err(why) => return Ok(refused(why)),
    };
    if let Some(why) = submission::find_flaw(op, entity.as_ref(), desk.sender.instruments) {
        return Ok(quarantined(why));
    }
    if let Some(why) = amending::find_flaw(desk, op, entity.as_ref())? {
        return Ok(quarantined(why));
    }
    let eff = effective(desk, n, op, entity.as_ref());
    let origin = Origin(desk.sender.session.replica.number, n);
    let by = desk.sender.session.person.id;
    let context = Context { by, origin, eff, now: desk.sender.now, late: permit.late };
    #[cfg(feature = "planted")]
    let context = Context { by: claimed(op).unwrap_or(context.by), ..context };
    let merged = revisions::begin_ahead(merge(entity.as_ref(), op, &context), desk.sender.session.epoch);
    if let Some(why) = find_obstacle(desk, &merged)? {
        return Ok(quarantined(why));
    }
    desk.set_last_eff(eff);
    if op.act != Act::Resolve && moves_siblings(entity.as_ref(), &merged) {
        desk.not_plain(op.entity);
    }
    if op.act == Act::Create && entity.is_some() && merged.entity.is_some() {
        desk.note_met(op.entity);
    }
    Ok(do_it(desk, op, permit, merged))
}

/// Whoever the operation's words say wrote it, for a mistake on purpose.
#[cfg(feature = "planted")]
fn claimed(op: &Op) -> Option<alongside_core::model::PersonId> {
    let words = op.fields.get("wording").filter(|_| planted::is(planted::Bug::AuthorFromPayload))?;
    words.as_str()?.split_once("by:")?.1.split_whitespace().next()?.parse().ok()
}

/// Whether texts beside a field changed: the phone cannot know that from its own operation, unless that settled them.
fn moves_siblings(before: Option<&Entity>, merged: &Merged) -> bool {
    let after = merged.entity.as_ref();
    before.zip(after).is_some_and(|(before, after)| before.siblings != after.siblings)
}

/// A kind nobody knows waits; anything else that may not be done is set aside.
fn refused(why: Why) -> OpAnswer {
    let outcome = if why == Why::UnknownKind { Outcome::Parked } else { Outcome::Quarantined };
    OpAnswer { outcome, ..quarantined(why) }
}

/// What merging does not see: a record that would grow beyond what a phone can fetch, or the id of the record that a
/// publication makes being somebody else's already.
fn find_obstacle(desk: &mut Desk<'_>, merged: &Merged) -> Result<Option<Why>, StoreError> {
    if merged.entity.iter().chain(&merged.made).any(size::is_too_large) {
        return Ok(Some(Why::TooLarge));
    }
    match &merged.made {
        Some(made) if desk.find(made.id)?.is_some() => Ok(Some(Why::IdTaken)),
        _ => Ok(None),
    }
}

fn do_it(desk: &mut Desk<'_>, op: &Op, permit: Permit, merged: Merged) -> OpAnswer {
    #[cfg(feature = "planted")]
    if permit.late && planted::is(planted::Bug::LateDropped) {
        return OpAnswer { outcome: Outcome::Late, why: None, rev: 0 };
    }
    let rev = merged.entity.as_ref().map_or(0, |entity: &Entity| entity.rev);
    for entity in [merged.entity, merged.made].into_iter().flatten() {
        if merged.outcome != Outcome::Applied {
            desk.not_plain(entity.id);
        }
        desk.put(entity);
    }
    if let Some(case) = permit.opens.filter(|_| op.act == Act::Create && merged.outcome == Outcome::Applied) {
        desk.open_case(case);
    }
    OpAnswer { outcome: merged.outcome, why: merged.why, rev }
}
