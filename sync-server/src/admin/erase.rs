//! Erasing at somebody's request (rule 24): a record with everything that repeats it, or a whole case.

use alongside_core::model::{EntityId, OrganisationId};

use super::{AdminError, note};
use crate::engine::{self, Erased};
use crate::ports::Ports;
use crate::store::{OrgNo, Store, WriteTxn};

/// Erases for good, and overwrites what the database's files still hold of it. Phones hear of it at their next contact.
///
/// # Errors
/// [`AdminError::NoRecord`] when one of `ids` is neither a record nor a case of the organisation, and then nothing has changed.
/// When the files could not be overwritten: then the records are erased, and doing it again overwrites.
pub fn erase(
    store: &dyn Store,
    ports: &Ports,
    organisation: OrganisationId,
    ids: &[EntityId],
) -> Result<Erased, AdminError> {
    let now = ports.clock.now();
    let erased = store.write(|txn| {
        let org = check(txn, organisation, ids)?;
        ids.iter().try_for_each(|id| note(txn, org, "erase", id.0, now))?;
        Ok::<_, AdminError>(engine::erase(txn, org, ids, now)?)
    })?;
    store.purge()?;
    Ok(erased)
}

/// What [`erase`] would come to, without doing it.
///
/// # Errors
/// As there.
pub fn count_erasure(
    store: &dyn Store,
    ports: &Ports,
    organisation: OrganisationId,
    ids: &[EntityId],
) -> Result<Erased, AdminError> {
    // The same, in a transaction that ends without a commit.
    let mut txn = store.begin_write()?;
    let org = check(&mut *txn, organisation, ids)?;
    Ok(engine::erase(&mut *txn, org, ids, ports.clock.now())?)
}

/// Erases again what had been erased before the database was restored from an older backup. Answers how many of `ids` the
/// database did not know to be erased.
///
/// # Errors
/// When the organisation is not there or the storage fails.
pub fn erase_again(
    store: &dyn Store,
    ports: &Ports,
    organisation: OrganisationId,
    ids: &[EntityId],
) -> Result<usize, AdminError> {
    let now = ports.clock.now();
    let again = store.write(|txn| {
        let org = txn.find_organisation(organisation)?.ok_or(AdminError::NoOrganisation)?.no;
        let mut missing = Vec::new();
        for id in ids {
            if !txn.is_erased(org, *id)? {
                missing.push(*id);
            }
        }
        if !missing.is_empty() {
            note(txn, org, "erase_again", organisation.0, now)?;
            engine::erase(txn, org, &missing, now)?;
        }
        Ok::<_, AdminError>(missing.len())
    })?;
    if again > 0 {
        store.purge()?;
    }
    Ok(again)
}

fn check(
    txn: &mut dyn WriteTxn,
    organisation: OrganisationId,
    ids: &[EntityId],
) -> Result<OrgNo, AdminError> {
    let org = txn.find_organisation(organisation)?.ok_or(AdminError::NoOrganisation)?.no;
    if ids.is_empty() || !engine::list_unknown(txn, org, ids)?.is_empty() {
        return Err(AdminError::NoRecord);
    }
    Ok(org)
}
