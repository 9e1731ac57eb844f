//! What an assignment in the record does on the server: a handover written on a phone puts the next worker on the case and
//! lets the one before leave it, in the same commit as the pack.
//!
//! Only somebody who is on the case at that moment moves it. What somebody wrote late, after the case had moved on without
//! them, is kept as a record and moves nobody.

use alongside_core::model::kinds::Assignment;
use alongside_core::model::{CaseId, Entity, PersonId, Record, Role, from_fields};

use super::desk::Held;
use super::sender::Sender;
use crate::caseload::{grant_role, revoke_role};
use crate::store::{AuditEntry, Case, Person, Seq, StoreError, WriteTxn};

/// Who the assignments among the changed records put on a case, and who they take off it.
pub(super) fn apply_assignments(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    changed: &[&Held],
    seq: Seq,
) -> Result<(), StoreError> {
    let assignments: Vec<(CaseId, Assignment)> =
        changed.iter().filter_map(|held| read(held.now.as_ref()?)).collect();
    // First on, then off: whoever hands over is still on the case while they put the next worker on it.
    for (case, assignment) in assignments.iter().filter(|(_, assignment)| assignment.to.is_none()) {
        put_on(txn, sender, *case, assignment.worker, seq)?;
    }
    for (case, assignment) in assignments.iter().filter(|(_, assignment)| assignment.to.is_some()) {
        take_off(txn, sender, *case, assignment.worker, seq)?;
    }
    Ok(())
}

fn read(entity: &Entity) -> Option<(CaseId, Assignment)> {
    let is_assignment = entity.kind == Assignment::ENTRY.name;
    let case = entity.stream.case().filter(|_| is_assignment)?;
    Some((case, from_fields(&entity.fields()).ok()?))
}

fn put_on(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    case: CaseId,
    worker: PersonId,
    seq: Seq,
) -> Result<(), StoreError> {
    let Some((case, next)) = find_both(txn, sender, case, worker)? else { return Ok(()) };
    let fit = next.role == Role::LinkWorker && next.disabled_at.is_none();
    if fit && txn.begin_assignment(case.no, next.no, sender.now)? {
        grant_role(txn, &next, case.id, seq)?;
        note(txn, sender, "assign", case.id)?;
    }
    Ok(())
}

fn take_off(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    case: CaseId,
    worker: PersonId,
    seq: Seq,
) -> Result<(), StoreError> {
    let Some((case, leaver)) = find_both(txn, sender, case, worker)? else { return Ok(()) };
    if txn.end_assignment(case.no, leaver.no, sender.now, Some("handed over"))? {
        revoke_role(txn, &leaver, case.id, seq)?;
        note(txn, sender, "unassign", case.id)?;
    }
    Ok(())
}

/// The case and the person, when the sender is on the case and both are of one organisation.
fn find_both(
    txn: &dyn WriteTxn,
    sender: Sender<'_>,
    case: CaseId,
    worker: PersonId,
) -> Result<Option<(Case, Person)>, StoreError> {
    let org = sender.session.org;
    let (Some(case), Some(worker)) = (txn.find_case(org, case)?, txn.find_person(worker)?) else {
        return Ok(None);
    };
    let on_it = txn.list_assignments(case.no)?.into_iter();
    let sent_from_within =
        on_it.filter(|one| one.until.is_none()).any(|one| one.person.no == sender.session.person.no);
    Ok((sent_from_within && worker.org == org).then_some((case, worker)))
}

fn note(txn: &mut dyn WriteTxn, sender: Sender<'_>, act: &str, case: CaseId) -> Result<(), StoreError> {
    let actor = Some(sender.session.person.no);
    let entry = AuditEntry { at: sender.now, actor, act: act.to_owned(), target: Some(case.0), detail: None };
    txn.add_audit(sender.session.org, &entry)
}
