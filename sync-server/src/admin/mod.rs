//! What an administrator does, as functions on a store: the command line, the demonstration and tests all come through here.
//!
//! Every change leaves a line in the audit log. Codes and passwords are given back once and kept as hashes.

mod assignment;
mod backup;
mod case;
mod code;
mod device;
mod erase;
mod error;
mod listing;
mod organisation;
mod password;
mod person;
mod restore;

pub use assignment::{assign, reassign, unassign};
pub use backup::{Census, OpenCopy, backup};
pub use case::open_case;
pub use code::{DEFAULT_CODE_MINUTES, make_code};
pub use device::{disable_person, revoke_device, wipe_device};
pub use erase::{count_erasure, erase, erase_again};
pub use error::AdminError;
pub use listing::{
    CaseLine, DeviceLine, PersonLine, SetAsideLine, list_cases, list_devices, list_people, list_salvage,
    list_set_aside,
};
pub use organisation::{find_only_organisation, make_organisation};
pub use password::{MIN_PASSWORD, make_password};
pub use person::{NewPerson, make_person};
pub use restore::{begin_epoch, compact};

pub use crate::engine::Erased;

use alongside_core::model::Timestamp;
use uuid::Uuid;

use crate::store::{AuditEntry, OrgNo, StoreError, WriteTxn};

/// Notes what an administrator did.
fn note(
    txn: &mut dyn WriteTxn,
    org: OrgNo,
    act: &str,
    target: Uuid,
    at: Timestamp,
) -> Result<(), StoreError> {
    let entry = AuditEntry { at, actor: None, act: act.to_owned(), target: Some(target), detail: None };
    txn.add_audit(org, &entry)
}
