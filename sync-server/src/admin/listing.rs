//! What an administrator can look at: people, phones, cases, and what was set aside. Never what anybody wrote.

use alongside_core::model::{CaseId, DeviceId, OrganisationId, Outcome, PersonId, Role, Timestamp, Why};

use super::AdminError;
use crate::store::{Device, OrgNo, Person, ReadTxn, SalvageNote, Store};

/// A person in a list.
#[derive(Clone, Debug)]
pub struct PersonLine {
    /// Who.
    pub id: PersonId,
    /// What they do.
    pub role: Role,
    /// Their name.
    pub name: String,
    /// A client's own case.
    pub case: Option<CaseId>,
    /// When they left, if they did.
    pub left: Option<Timestamp>,
}

/// A phone in a list.
#[derive(Clone, Debug)]
pub struct DeviceLine {
    /// Which.
    pub id: DeviceId,
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What it is.
    pub platform: String,
    /// Which build of the app it runs.
    pub build: String,
    /// When it was last heard of, to the hour.
    pub last_seen: Timestamp,
    /// When its token was revoked, if it was.
    pub revoked: Option<Timestamp>,
}

/// A case in a list. Whose it is, only the people on it know.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// Which.
    pub id: CaseId,
    /// When it was opened.
    pub opened: Timestamp,
    /// Who is on it now: ids and names.
    pub workers: Vec<(PersonId, String)>,
}

/// An operation that was set aside, without what it says.
#[derive(Clone, Debug)]
pub struct SetAsideLine {
    /// When it was received.
    pub at: Timestamp,
    /// The replica and the operation's number there.
    pub origin: (u32, u64),
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub why: Option<Why>,
}

/// Everybody in an organisation.
///
/// # Errors
/// When the organisation is not there or the storage fails.
pub fn list_people(store: &dyn Store, organisation: OrganisationId) -> Result<Vec<PersonLine>, AdminError> {
    in_organisation(store, organisation, |txn, org| {
        let line = |person: Person| PersonLine {
            id: person.id,
            role: person.role,
            name: person.name,
            case: person.case,
            left: person.disabled_at,
        };
        Ok(txn.list_people(org)?.into_iter().map(line).collect())
    })
}

/// Every phone of an organisation.
///
/// # Errors
/// When the organisation is not there or the storage fails.
pub fn list_devices(store: &dyn Store, organisation: OrganisationId) -> Result<Vec<DeviceLine>, AdminError> {
    in_organisation(store, organisation, |txn, org| {
        let line = |(device, person): (Device, Person)| DeviceLine {
            id: device.id,
            person: person.id,
            name: person.name,
            platform: device.description.platform,
            build: device.description.build,
            last_seen: device.last_seen,
            revoked: device.revoked_at,
        };
        Ok(txn.list_devices(org)?.into_iter().map(line).collect())
    })
}

/// Every case of an organisation.
///
/// # Errors
/// When the organisation is not there or the storage fails.
pub fn list_cases(store: &dyn Store, organisation: OrganisationId) -> Result<Vec<CaseLine>, AdminError> {
    in_organisation(store, organisation, |txn, org| {
        let mut lines = Vec::new();
        for case in txn.list_cases(org)? {
            let current = txn.list_assignments(case.no)?.into_iter().filter(|a| a.until.is_none());
            let workers = current.map(|a| (a.person.id, a.person.name)).collect();
            lines.push(CaseLine { id: case.id, opened: case.created_at, workers });
        }
        Ok(lines)
    })
}

/// The oldest operations that were set aside and not settled, at most `limit`.
///
/// # Errors
/// When the organisation is not there or the storage fails.
pub fn list_set_aside(
    store: &dyn Store,
    organisation: OrganisationId,
    limit: u32,
) -> Result<Vec<SetAsideLine>, AdminError> {
    in_organisation(store, organisation, |txn, org| {
        let aside = txn.list_set_aside(org, limit)?.into_iter();
        let line = aside.map(|op| SetAsideLine {
            at: op.at,
            origin: (op.replica, op.n),
            outcome: op.outcome,
            why: op.why,
        });
        Ok(line.collect())
    })
}

/// The oldest of what phones left that may no longer sync, at most `limit`: whose, how much and when, not what.
///
/// # Errors
/// When the organisation is not there or the storage fails.
pub fn list_salvage(
    store: &dyn Store,
    organisation: OrganisationId,
    limit: u32,
) -> Result<Vec<SalvageNote>, AdminError> {
    in_organisation(store, organisation, |txn, org| Ok(txn.list_salvage(org, limit)?))
}

fn in_organisation<T>(
    store: &dyn Store,
    organisation: OrganisationId,
    list: impl FnOnce(&dyn ReadTxn, OrgNo) -> Result<T, AdminError>,
) -> Result<T, AdminError> {
    store.read(|txn| {
        let org = txn.find_organisation(organisation)?.ok_or(AdminError::NoOrganisation)?.no;
        list(txn, org)
    })
}
