//! Counts of failed attempts, kept so that a restart does not forget them.

use alongside_core::model::Timestamp;

use super::StoreError;

/// How often something failed for one subject since its window began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failures {
    /// When the window began.
    pub since: Timestamp,
    /// How often.
    pub count: u32,
}

/// Reads of failures. `sort` names the attempt, such as `enrol` or `sign_in`; `subject` is a keyed hash of an address or
/// a login, since neither is to be kept.
pub trait FailureReads {
    /// The failures of a subject.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_failures(&self, sort: &str, subject: &[u8]) -> Result<Option<Failures>, StoreError>;
}

/// Writes of failures.
pub trait FailureWrites {
    /// Sets the failures of a subject.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn save_failures(&mut self, sort: &str, subject: &[u8], failures: Failures) -> Result<(), StoreError>;

    /// Forgets every window that began before `before`.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn forget_failures(&mut self, before: Timestamp) -> Result<(), StoreError>;
}
