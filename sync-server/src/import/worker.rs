//! Whose cases the imported clients become.

use alongside_core::model::{PersonId, Role};

use crate::store::{OrgNo, Organisation, Person, ReadTxn, StoreError};

/// The worker cannot be told. Holds no name.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkerError {
    /// No organisation has this id or name.
    #[error("there is no such organisation")]
    NoOrganisation,
    /// More than one organisation is here, or more than one has this name.
    #[error("there is more than one such organisation; name it by its id with --organisation")]
    SeveralOrganisations,
    /// Nobody in the organisation has this id, login or name.
    #[error("there is no such person in the organisation")]
    NoWorker,
    /// More than one link worker has this name.
    #[error("more than one link worker has this name; use the id")]
    SeveralWorkers,
    /// Cases belong to link workers who have not left.
    #[error("this person is not a link worker of the organisation any more or never was")]
    NotALinkWorker,
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The link worker called `worker` (an id, a login or a name) in the organisation called `organisation` (an id or a name),
/// which may be left out while there is only one.
///
/// # Errors
/// When there is none, or more than one.
pub fn find_worker(
    txn: &dyn ReadTxn,
    organisation: Option<&str>,
    worker: &str,
) -> Result<Person, WorkerError> {
    let people = txn.list_people(find_organisation(txn, organisation)?)?;
    let (mut able, unable): (Vec<_>, Vec<_>) =
        people.into_iter().filter(|person| is_called(person, worker)).partition(works);
    match (able.len(), unable.is_empty()) {
        (0, true) => Err(WorkerError::NoWorker),
        (0, false) => Err(WorkerError::NotALinkWorker),
        (1, _) => Ok(able.remove(0)),
        _ => Err(WorkerError::SeveralWorkers),
    }
}

fn find_organisation(txn: &dyn ReadTxn, wanted: Option<&str>) -> Result<OrgNo, WorkerError> {
    let all = txn.list_organisations()?;
    let is_wanted = |organisation: &&Organisation| {
        wanted.is_none_or(|wanted| organisation.name == wanted || organisation.id.to_string() == wanted)
    };
    let found: Vec<_> = all.iter().filter(is_wanted).collect();
    match found.as_slice() {
        [] => Err(WorkerError::NoOrganisation),
        [one] => Ok(one.no),
        _ => Err(WorkerError::SeveralOrganisations),
    }
}

fn is_called(person: &Person, wanted: &str) -> bool {
    let id = wanted.parse::<PersonId>().ok();
    id == Some(person.id) || person.login.as_deref() == Some(wanted) || person.name == wanted
}

fn works(person: &Person) -> bool {
    person.role == Role::LinkWorker && person.disabled_at.is_none()
}
