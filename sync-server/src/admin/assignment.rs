//! Who works on which case.

use alongside_core::model::{CaseId, PersonId, Role, Timestamp};

use super::{AdminError, note};
use crate::caseload::{grant_role, revoke_role};
use crate::ports::Ports;
use crate::store::{Case, Person, Store, WriteTxn};

/// Puts a link worker on a case: their phone gets all of it, history included.
///
/// # Errors
/// When the case or person is not there, the person is no link worker or has left, or the storage fails.
pub fn assign(store: &dyn Store, ports: &Ports, case: CaseId, person: PersonId) -> Result<(), AdminError> {
    let now = ports.clock.now();
    store.write(|txn| put_on(txn, case, person, now))
}

/// Takes a link worker off a case: their phone drops it at its next exchange, after what they wrote has arrived.
///
/// # Errors
/// When the case or person is not there, they are not on it, or the storage fails.
pub fn unassign(
    store: &dyn Store,
    ports: &Ports,
    case: CaseId,
    person: PersonId,
    reason: Option<&str>,
) -> Result<(), AdminError> {
    let now = ports.clock.now();
    store.write(|txn| take_off(txn, case, person, reason, now))
}

/// Hands a case from one link worker to another, at once: there is no moment at which both or neither are on it.
///
/// # Errors
/// As for [`assign`] and [`unassign`]; then neither happened.
pub fn reassign(
    store: &dyn Store,
    ports: &Ports,
    case: CaseId,
    from: PersonId,
    to: PersonId,
    reason: Option<&str>,
) -> Result<(), AdminError> {
    let now = ports.clock.now();
    store.write(|txn| {
        take_off(txn, case, from, reason, now)?;
        put_on(txn, case, to, now)
    })
}

fn put_on(txn: &mut dyn WriteTxn, case: CaseId, person: PersonId, now: Timestamp) -> Result<(), AdminError> {
    let (person, case) = load(txn, case, person)?;
    if person.role != Role::LinkWorker {
        return Err(AdminError::Role);
    }
    if person.disabled_at.is_some() {
        return Err(AdminError::Left);
    }
    if !txn.begin_assignment(case.no, person.no, now)? {
        return Err(AdminError::Taken);
    }
    let seq = txn.next_seq(person.org)?;
    grant_role(txn, &person, case.id, seq)?;
    Ok(note(txn, person.org, "assign", case.id.0, now)?)
}

fn take_off(
    txn: &mut dyn WriteTxn,
    case: CaseId,
    person: PersonId,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<(), AdminError> {
    let (person, case) = load(txn, case, person)?;
    if !txn.end_assignment(case.no, person.no, now, reason)? {
        return Err(AdminError::NoPerson);
    }
    let seq = txn.next_seq(person.org)?;
    revoke_role(txn, &person, case.id, seq)?;
    Ok(note(txn, person.org, "unassign", case.id.0, now)?)
}

/// The person, and the case of that id in their organisation.
fn load(txn: &dyn WriteTxn, case: CaseId, person: PersonId) -> Result<(Person, Case), AdminError> {
    let person = txn.find_person(person)?.ok_or(AdminError::NoPerson)?;
    let case = txn.find_case(person.org, case)?.ok_or(AdminError::NoCase)?;
    Ok((person, case))
}
