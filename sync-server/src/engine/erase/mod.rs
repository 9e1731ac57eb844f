//! Erasing at somebody's request (rule 24): the one permitted loss. What it reaches loses its words wherever the server keeps
//! them; the numbers and the chain of operations stay, so that no phone is taken for a copy and no backup for a damaged one.

mod about;
mod find;
mod outcome;
mod reach;
mod scrub;
mod tell;

use std::collections::BTreeSet;

use alongside_core::model::{CaseId, EntityId, Timestamp};

pub(super) use self::about::About;
use self::find::Found;
pub use self::outcome::Erased;
use crate::store::{Lane, OrgNo, PersonNo, StoreError, WriteTxn};

/// Erases records and cases (a case by its id, which is that of its client's record) with everything that repeats or belongs
/// to them. What is not there is noted all the same, so that no phone brings it back. Doing it again changes nothing.
///
/// # Errors
/// When the storage cannot be read or written.
pub fn erase(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    asked: &[EntityId],
    now: Timestamp,
) -> Result<Erased, StoreError> {
    let seq = txn.next_seq(org)?;
    let found = Found::of(txn, org, asked)?;
    let mut erased = Erased::default();
    let mut told = tell::Told::new(org, seq, asked);
    for id in &found.ids {
        txn.add_erased(org, *id, now)?;
        erased.records += usize::from(tell::erase_record(txn, &mut told, *id)?);
    }
    scrub::history(txn, org, &found, &mut told, &mut erased)?;
    scrub::set_aside(txn, org, &found, (now, seq), &mut erased)?;
    scrub::salvage(txn, org, &found, &mut told, &mut erased)?;
    for case in asked {
        erase_case(txn, org, CaseId(case.0), &mut told)?;
    }
    told.close(txn)?;
    Ok(erased)
}

/// What of a case stands outside its records: who its client is, why somebody was put on it, its place in a listing.
fn erase_case(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    case: CaseId,
    told: &mut tell::Told,
) -> Result<(), StoreError> {
    let Some(row) = txn.find_case(org, case)? else { return Ok(()) };
    txn.forget_client(row.no)?;
    txn.set_lane(org, case, Lane::ENDED, told.seq())?;
    told.whole_case(txn, case)
}

/// Notes records of which it was learnt just now that they belong to what was erased. What was kept on them before goes too: an
/// edit that waits since a restored server had lost its record, what a lost phone left. The files are written anew by the next
/// command that erases.
pub(super) fn erase_late(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    learnt: &[EntityId],
    now: Timestamp,
) -> Result<(), StoreError> {
    if learnt.is_empty() {
        return Ok(());
    }
    if find::is_spoken_of(txn, org, learnt)? {
        return erase(txn, org, learnt, now).map(drop);
    }
    learnt.iter().try_for_each(|id| txn.add_erased(org, *id, now))
}

/// Tells somebody of records that their phone left just now and that were erased before: it keeps what it left until a backup
/// holds it, and no backup ever will.
pub(super) fn tell_who_left(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    person: PersonNo,
    records: &[EntityId],
) -> Result<(), StoreError> {
    if records.is_empty() {
        return Ok(());
    }
    let seq = txn.next_seq(org)?;
    records.iter().try_for_each(|record| txn.tell_erased(person, *record, seq))
}

/// Whether any of `ids` is known here: as a case, a record, or something that was set aside.
///
/// # Errors
/// When the storage cannot be read.
pub fn list_unknown(txn: &dyn WriteTxn, org: OrgNo, ids: &[EntityId]) -> Result<Vec<EntityId>, StoreError> {
    let aside: BTreeSet<EntityId> =
        txn.list_ever_set_aside(org)?.into_iter().filter_map(|op| op.entity).collect();
    let mut unknown = Vec::new();
    for id in ids {
        let known = txn.find_record(org, *id)?.is_some() || txn.find_case(org, CaseId(id.0))?.is_some();
        if !known && !aside.contains(id) {
            unknown.push(*id);
        }
    }
    Ok(unknown)
}
