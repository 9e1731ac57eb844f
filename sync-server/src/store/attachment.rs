//! The bytes of photos. What a photo is says its record; here are the parts of it that have come, one after another.

use super::{EntityNo, StoreError};

/// Reads of photos.
pub trait AttachmentReads {
    /// How many bytes are there, from the beginning of the photo.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn attachment_bytes(&self, record: EntityNo) -> Result<u64, StoreError>;

    /// The part in which the byte at `at` is, and where that part begins; nothing beyond the last.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_attachment_part(&self, record: EntityNo, at: u64) -> Result<Option<(u64, Vec<u8>)>, StoreError>;
}

/// Writes of photos.
pub trait AttachmentWrites {
    /// Adds a part that begins where what is there ends.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn add_attachment_part(&mut self, record: EntityNo, at: u64, bytes: &[u8]) -> Result<(), StoreError>;

    /// Takes all parts away.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn remove_attachment(&mut self, record: EntityNo) -> Result<(), StoreError>;
}
