//! What it takes to open a case and to put people on it: streams made, grants given and taken, in the commit `seq`.
//!
//! Phones (by creating a client) and administrators both come through here. Which streams go with a role is
//! `alongside_core::access`.

use alongside_core::access::audiences;
use alongside_core::model::{Audience, CaseId, Role, StreamRef, Timestamp};

use crate::store::{OrgNo, Person, Seq, StoreError, WriteTxn};

/// Makes a case with its streams, and grants supervisors what supervisors read of every case.
///
/// # Errors
/// When the case is there already or the storage cannot be written.
pub fn open_case(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    case: CaseId,
    seq: Seq,
    at: Timestamp,
) -> Result<(), StoreError> {
    txn.add_case(org, case, at)?;
    for audience in Audience::ALL.into_iter().filter(|audience| audience.is_of_case()) {
        txn.add_stream(org, StreamRef::of_case(case, audience))?;
    }
    for person in txn.list_people(org)? {
        if person.role == Role::Supervisor && person.disabled_at.is_none() {
            grant_role(txn, &person, case, seq)?;
        }
    }
    Ok(())
}

/// Grants somebody the streams of a case that come with their role.
///
/// # Errors
/// When the storage cannot be written.
pub fn grant_role(txn: &mut dyn WriteTxn, person: &Person, case: CaseId, seq: Seq) -> Result<(), StoreError> {
    for audience in audiences(person.role) {
        let stream = txn.find_stream(person.org, StreamRef::of_case(case, *audience))?;
        let stream = stream.ok_or(StoreError::Damaged { table: "stream" })?;
        txn.grant(person.no, stream, seq)?;
    }
    Ok(())
}

/// Takes away what [`grant_role`] granted.
///
/// # Errors
/// When the storage cannot be written.
pub fn revoke_role(
    txn: &mut dyn WriteTxn,
    person: &Person,
    case: CaseId,
    seq: Seq,
) -> Result<(), StoreError> {
    for audience in audiences(person.role) {
        if let Some(stream) = txn.find_stream(person.org, StreamRef::of_case(case, *audience))? {
            txn.revoke_grant(person.no, stream, seq)?;
        }
    }
    Ok(())
}
