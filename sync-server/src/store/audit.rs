//! Who read and changed what. Entries are only ever added.

use alongside_core::model::Timestamp;
use uuid::Uuid;

use super::{OrgNo, PersonNo, StoreError};

/// One entry. `detail` holds words of the program (a role, a count), never content of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Who; absent for an administrator at the command line.
    pub actor: Option<PersonNo>,
    /// What was done, such as `read_assessment`.
    pub act: String,
    /// To what.
    pub target: Option<Uuid>,
    /// More about it.
    pub detail: Option<String>,
}

/// Reads of the audit log.
pub trait AuditReads {
    /// The latest entries of an organisation, newest first, at most `limit`.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_audit(&self, org: OrgNo, limit: u32) -> Result<Vec<AuditEntry>, StoreError>;
}

/// Writes of the audit log.
pub trait AuditWrites {
    /// Adds an entry.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn add_audit(&mut self, org: OrgNo, entry: &AuditEntry) -> Result<(), StoreError>;
}
