//! Phones that are lost and people who leave.

use alongside_core::model::{DeviceId, PersonId};

use super::{AdminError, note};
use crate::ports::Ports;
use crate::store::Store;
use crate::team::leave_team;

/// Revokes a phone's token. The next request with it is refused.
///
/// # Errors
/// When there is no such phone or the storage fails.
pub fn revoke_device(store: &dyn Store, ports: &Ports, device: DeviceId) -> Result<(), AdminError> {
    let now = ports.clock.now();
    store.write(|txn| {
        let (device, person) = txn.find_device(device)?.ok_or(AdminError::NoDevice)?;
        txn.revoke_device(device.no, now)?;
        Ok(note(txn, person.org, "revoke_device", device.id.0, now)?)
    })
}

/// Revokes a phone's token and orders that what is on it be destroyed: at its next contact it leaves what it had not sent, in
/// quarantine, and then destroys its key.
///
/// # Errors
/// When there is no such phone or the storage fails.
pub fn wipe_device(store: &dyn Store, ports: &Ports, device: DeviceId) -> Result<(), AdminError> {
    let now = ports.clock.now();
    store.write(|txn| {
        let (device, person) = txn.find_device(device)?.ok_or(AdminError::NoDevice)?;
        txn.revoke_device(device.no, now)?;
        txn.order_wipe(device.no, now)?;
        Ok(note(txn, person.org, "wipe_device", device.id.0, now)?)
    })
}

/// Notes that a person has left: their phones and their web sessions are refused from the next request on. What they wrote
/// stays.
///
/// # Errors
/// When there is no such person or the storage fails.
pub fn disable_person(store: &dyn Store, ports: &Ports, person: PersonId) -> Result<(), AdminError> {
    let now = ports.clock.now();
    store.write(|txn| {
        let person = txn.find_person(person)?.ok_or(AdminError::NoPerson)?;
        txn.disable_person(person.no, now)?;
        leave_team(txn, &person)?;
        Ok(note(txn, person.org, "disable_person", person.id.0, now)?)
    })
}
