//! Cases that are opened from the desk rather than from a phone, and clients' own cases.

use alongside_core::model::{CaseId, OrganisationId, PersonId, Role};

use super::{AdminError, note};
use crate::caseload;
use crate::ports::Ports;
use crate::store::{CaseNo, OrgNo, Store, WriteTxn};

/// Opens a case, or takes one that is there; with a client, makes it theirs, so that their phone gets what is shared.
///
/// # Errors
/// When the organisation, the case or the client is not there, the person is no client, or the storage fails.
pub fn open_case(
    store: &dyn Store,
    ports: &Ports,
    organisation: OrganisationId,
    existing: Option<CaseId>,
    client: Option<PersonId>,
) -> Result<CaseId, AdminError> {
    let now = ports.clock.now();
    store.write(|txn| {
        let org = txn.find_organisation(organisation)?.ok_or(AdminError::NoOrganisation)?.no;
        let seq = txn.next_seq(org)?;
        let case = match existing {
            Some(case) => case,
            None => CaseId(ports.ids.uuid()),
        };
        if existing.is_none() {
            caseload::open_case(txn, org, case, seq, now)?;
            note(txn, org, "open_case", case.0, now)?;
        }
        let row = txn.find_case(org, case)?.ok_or(AdminError::NoCase)?;
        if let Some(client) = client {
            let client = own(txn, org, row.no, client)?;
            caseload::grant_role(txn, &client, case, seq)?;
            note(txn, org, "own_case", client.id.0, now)?;
        }
        Ok(case)
    })
}

/// Makes a case a client's own. A client has one case for ever.
fn own(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    case: CaseNo,
    client: PersonId,
) -> Result<crate::store::Person, AdminError> {
    let person = txn.find_person(client)?.filter(|person| person.org == org).ok_or(AdminError::NoPerson)?;
    if person.role != Role::Client {
        return Err(AdminError::Role);
    }
    if person.case.is_some() {
        return Err(AdminError::Taken);
    }
    txn.set_own_case(person.no, case)?;
    Ok(person)
}
