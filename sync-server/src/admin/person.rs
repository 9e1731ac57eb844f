//! People.

use alongside_core::model::{OrganisationId, PersonId, Role, StreamRef, Timestamp};

use super::password::hash_password;
use super::{AdminError, note};
use crate::caseload::grant_role;
use crate::directory::stream::join_directory;
use crate::ports::Ports;
use crate::store::{self, OrgNo, Person, Seq, Store, StoreError, WriteTxn};
use crate::team::join_team;

const MAX_NAME: usize = 200;
const MAX_LOGIN: usize = 100;

/// A person to be made.
#[derive(Clone, Copy)]
pub struct NewPerson<'a> {
    /// What they do.
    pub role: Role,
    /// Their name.
    pub name: &'a str,
    /// Login and password of a supervisor, who signs in on the web.
    pub sign_in: Option<(&'a str, &'a str)>,
}

/// Makes a person: with a stream for their own drafts if they write records, with every case's assessments if they are a
/// supervisor, with the directory of services if there is one, and for a link worker with the names of the others.
///
/// # Errors
/// When the organisation is not there, the name, login or password is not one, the login is taken, or the storage fails.
pub fn make_person(
    store: &dyn Store,
    ports: &Ports,
    organisation: OrganisationId,
    new: NewPerson<'_>,
) -> Result<PersonId, AdminError> {
    check_name(new.name)?;
    let hash = sign_in_hash(ports, &new)?;
    let (id, at) = (PersonId(ports.ids.uuid()), ports.clock.now());
    store.write(|txn| {
        let org = txn.find_organisation(organisation)?.ok_or(AdminError::NoOrganisation)?.no;
        let NewPerson { role, name, sign_in } = new;
        let sign_in = sign_in.map(|(login, _)| login).zip(hash.as_deref());
        txn.add_person(&store::NewPerson { id, org, role, name, sign_in, at })?;
        note(txn, org, "make_person", id.0, at)?;
        let person = txn.find_person(id)?.ok_or(AdminError::NoPerson)?;
        give_streams(txn, org, &person, at)?;
        Ok(id)
    })
}

fn sign_in_hash(ports: &Ports, new: &NewPerson<'_>) -> Result<Option<String>, AdminError> {
    let Some((login, password)) = new.sign_in else { return Ok(None) };
    if new.role != Role::Supervisor {
        return Err(AdminError::Role);
    }
    let length = login.chars().count();
    if !(1..=MAX_LOGIN).contains(&length) || login.contains(char::is_whitespace) {
        return Err(AdminError::Login);
    }
    hash_password(&*ports.entropy, password).map(Some)
}

fn give_streams(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    person: &Person,
    at: Timestamp,
) -> Result<(), StoreError> {
    let seq = txn.next_seq(org)?;
    join_directory(txn, person, seq)?;
    join_team(txn, person, seq, at)?;
    match person.role {
        Role::LinkWorker | Role::Client => give_private(txn, org, person, seq),
        Role::Supervisor => {
            for case in txn.list_cases(org)? {
                grant_role(txn, person, case.id, seq)?;
            }
            Ok(())
        }
        Role::Administrator | Role::Unknown => Ok(()),
    }
}

fn give_private(txn: &mut dyn WriteTxn, org: OrgNo, person: &Person, seq: Seq) -> Result<(), StoreError> {
    let stream = txn.add_stream(org, StreamRef::private(person.id))?;
    txn.grant(person.no, stream, seq)
}

/// Whether a name is one.
pub(super) fn check_name(name: &str) -> Result<(), AdminError> {
    let length = name.trim().chars().count();
    if (1..=MAX_NAME).contains(&length) { Ok(()) } else { Err(AdminError::Name) }
}
