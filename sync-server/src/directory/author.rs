//! Who counts as the author of imported services: the organisation's own administration, made when it is first needed.
//!
//! It has no sign-in and no phone, so nobody can act as it.

use alongside_core::model::{PersonId, Role, Timestamp};
use uuid::Uuid;

use crate::store::{NewPerson, Organisation, Person, StoreError, WriteTxn};

const NAME: &str = "Directory of services";

/// The author of the organisation's services.
pub(super) fn load_author(
    txn: &mut dyn WriteTxn,
    organisation: &Organisation,
    at: Timestamp,
) -> Result<Person, StoreError> {
    let id = PersonId(Uuid::new_v5(&organisation.id.0, b"directory of services"));
    if txn.find_person(id)?.is_none() {
        let (org, role) = (organisation.no, Role::Administrator);
        txn.add_person(&NewPerson { id, org, role, name: NAME, sign_in: None, at })?;
    }
    txn.find_person(id)?.ok_or(StoreError::Damaged { table: "person" })
}
