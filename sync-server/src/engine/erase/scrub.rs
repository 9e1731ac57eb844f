//! Taking the words out of what was kept of operations. Numbers, outcomes and the chain stay.

use alongside_core::model::{Origin, Outcome, Timestamp};

use super::about::About;
use super::find::Found;
use super::outcome::Erased;
use super::tell::Told;
use crate::store::{KeptOp, OpAnswer, OrgNo, Push, Seq, Settling, StoreError, WriteTxn};

/// The answer to an operation on what was erased, from now on also to one that was answered before.
const GONE: OpAnswer = OpAnswer { outcome: Outcome::Erased, why: None, rev: 0 };

/// Scrubs the history.
pub(super) fn history(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    found: &Found,
    told: &mut Told,
    erased: &mut Erased,
) -> Result<(), StoreError> {
    for replica in txn.list_replicas(org)? {
        for mut push in txn.list_pushes(org, replica.number, 0)? {
            let taken = scrub_push(&mut push, replica.number, found, told);
            if taken > 0 {
                erased.operations += taken;
                txn.scrub_push(org, replica.number, &push)?;
            }
        }
    }
    Ok(())
}

/// Takes the texts out of a push that are to go, and says how many.
fn scrub_push(push: &mut Push, replica: u32, found: &Found, told: &mut Told) -> usize {
    let (mut chain, mut taken) = (push.before, 0);
    let ops = push.ops.iter_mut().zip(&mut push.answers);
    for (n, (op, answer)) in (push.first_n..).zip(ops) {
        chain = op.after(chain);
        let Some(about) = op.text().map(About::read) else { continue };
        if !found.takes(Origin(replica, n), &about) {
            continue;
        }
        // An edit that became an amendment was on the sealed record, which may stay as it is.
        if found.is_about(&about) {
            *answer = GONE;
            told.author(replica, &about);
        }
        *op = KeptOp::Erased { after: chain };
        taken += 1;
    }
    taken
}

/// Scrubs what was set aside, settled or not. Its phone is told that it was erased.
pub(super) fn set_aside(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    found: &Found,
    (now, seq): (Timestamp, Seq),
    erased: &mut Erased,
) -> Result<(), StoreError> {
    for aside in txn.list_ever_set_aside(org)? {
        let about = About::read(&aside.op);
        let on = aside.entity.is_some_and(|id| found.ids.contains(&id));
        if aside.op.is_empty() || !on && !found.takes(Origin(aside.replica, aside.n), &about) {
            continue;
        }
        let OpAnswer { outcome, why, .. } = GONE;
        let settling = Settling { outcome, why, at: Some(now), by: None, note: None, seq };
        txn.settle(org, aside.replica, aside.n, &settling)?;
        txn.forget_set_aside_text(org, aside.replica, aside.n)?;
        erased.set_aside += 1;
    }
    Ok(())
}

/// Scrubs what phones left, which may have it still.
pub(super) fn salvage(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    found: &Found,
    told: &mut Told,
    erased: &mut Erased,
) -> Result<(), StoreError> {
    for (no, person) in txn.list_salvage_rows(org)? {
        let Some(mut ops) = txn.find_salvage_texts(org, no)? else { continue };
        let mut taken = 0;
        for op in &mut ops {
            let about = About::read(op);
            if found.is_about(&about) {
                told.person(person, &about);
                op.clear();
                taken += 1;
            }
        }
        if taken > 0 {
            erased.left += taken;
            txn.scrub_salvage(org, no, &ops)?;
        }
    }
    Ok(())
}
