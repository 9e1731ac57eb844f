//! Organisations.

use alongside_core::model::OrganisationId;

use super::person::check_name;
use super::{AdminError, note};
use crate::ports::Ports;
use crate::store::{Organisation, Store};

/// Makes an organisation.
///
/// # Errors
/// When its name is not one, or the storage fails.
pub fn make_organisation(store: &dyn Store, ports: &Ports, name: &str) -> Result<OrganisationId, AdminError> {
    check_name(name)?;
    let (id, now) = (OrganisationId(ports.ids.uuid()), ports.clock.now());
    store.write(|txn| {
        let org = txn.add_organisation(id, name, now)?;
        note(txn, org, "make_organisation", id.0, now)?;
        Ok(id)
    })
}

/// The organisation with this id; without one, the only one there is.
///
/// # Errors
/// When there is no such organisation, or more than one to choose from.
pub fn find_only_organisation(
    store: &dyn Store,
    id: Option<OrganisationId>,
) -> Result<Organisation, AdminError> {
    store.read(|txn| match id {
        Some(id) => txn.find_organisation(id)?.ok_or(AdminError::NoOrganisation),
        None => match txn.list_organisations()?.as_slice() {
            [only] => Ok(only.clone()),
            _ => Err(AdminError::NoOrganisation),
        },
    })
}
