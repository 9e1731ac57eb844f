//! The invented organisation and its people.

use alongside_core::model::{CaseId, OrganisationId, PersonId, Role};
use alongside_server::Ports;
use alongside_server::admin::{self, AdminError, NewPerson};
use alongside_server::store::Store;

const ORGANISATION: &str = "Ashbourne Road Link Work";
const WORKER: &str = "Morwenna Pryce";
const SECOND: &str = "Tunde Adeyemi";
const SUPERVISOR: &str = "Ines Kowalczyk";
const LOGIN: &str = "ines";

/// The people the server began with, and the supervisor's sign-in. `Debug` leaves out the password.
#[derive(Clone)]
pub struct Team {
    /// The link worker whose caseload it is.
    pub worker: PersonId,
    /// The second link worker.
    pub second: PersonId,
    /// What the supervisor signs in with.
    pub login: String,
    /// The supervisor's password, made for this demonstration.
    pub password: String,
}

impl std::fmt::Debug for Team {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Team")
            .field("worker", &self.worker)
            .field("second", &self.second)
            .finish_non_exhaustive()
    }
}

/// Makes the organisation with a supervisor and two link workers.
pub(super) fn make(store: &dyn Store, ports: &Ports) -> Result<(OrganisationId, Team), AdminError> {
    let organisation = admin::make_organisation(store, ports, ORGANISATION)?;
    let password = admin::make_password(&*ports.entropy)?;
    let person = |role, name, sign_in| {
        admin::make_person(store, ports, organisation, NewPerson { role, name, sign_in })
    };
    person(Role::Supervisor, SUPERVISOR, Some((LOGIN, password.as_str())))?;
    let worker = person(Role::LinkWorker, WORKER, None)?;
    let second = person(Role::LinkWorker, SECOND, None)?;
    Ok((organisation, Team { worker, second, login: LOGIN.to_owned(), password }))
}

/// Makes a client whose own case is `case`.
pub(super) fn make_client(
    store: &dyn Store,
    ports: &Ports,
    organisation: OrganisationId,
    name: &str,
    case: CaseId,
) -> Result<PersonId, AdminError> {
    let new = NewPerson { role: Role::Client, name, sign_in: None };
    let person = admin::make_person(store, ports, organisation, new)?;
    admin::open_case(store, ports, organisation, Some(case), Some(person))?;
    Ok(person)
}
