//! One-time enrolment codes, kept as hashes.

use alongside_core::model::Timestamp;

use super::{Person, PersonNo, StoreError};

/// An enrolment code that was made.
#[derive(Clone, Debug)]
pub struct EnrolCode {
    /// For whom.
    pub person: Person,
    /// Until when it can be used.
    pub expires_at: Timestamp,
    /// When it was used, if it was.
    pub used_at: Option<Timestamp>,
}

/// Reads of enrolment codes.
pub trait CodeReads {
    /// The code with this SHA-256.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_code(&self, hash: [u8; 32]) -> Result<Option<EnrolCode>, StoreError>;
}

/// Writes of enrolment codes.
pub trait CodeWrites {
    /// Adds a code.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn add_code(
        &mut self,
        hash: [u8; 32],
        person: PersonNo,
        made_at: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Uses a code up, and says whether this call did it.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn use_code(&mut self, hash: [u8; 32], at: Timestamp) -> Result<bool, StoreError>;
}
