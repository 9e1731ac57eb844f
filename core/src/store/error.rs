//! What can go wrong with the file, told apart by what a person can do about it.

use rusqlite::ErrorCode;

/// A storage error. None of them creates, empties or deletes anything.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The key is not the one the file was made with, or the key store has lost it.
    #[error("the key does not open the store")]
    WrongKey,
    /// The file or a page of it is damaged.
    #[error("the store is damaged")]
    Damaged,
    /// This phone was set up, and its file is gone or empty.
    #[error("the store of this phone is missing")]
    Missing,
    /// A newer version of the app made the file.
    #[error("the store was made by a newer version")]
    Newer,
    /// The disk is full. What is on the screen is not saved; reading still works.
    #[error("the disk is full")]
    Full,
    /// Another process holds the file.
    #[error("the store is in use elsewhere")]
    Locked,
    /// The app is suspended; nothing of the file may be in use.
    #[error("the app is suspended")]
    Suspended,
    /// The folder or file cannot be read or written.
    #[error("the store's folder cannot be used")]
    Folder(#[source] std::io::Error),
    /// The platform's key store did not answer.
    #[error("the key store cannot be used")]
    KeyStore(#[from] super::KeyStoreError),
    /// The phone has not been enrolled.
    #[error("this phone is not enrolled")]
    NotEnrolled,
    /// No record has this id on this phone.
    #[error("no such record")]
    NoSuchRecord,
    /// A stored value could not be read back; a fault of this program.
    #[error("a stored value could not be read")]
    Unreadable,
    /// SQLite refused something; a fault of this program.
    #[error("the database refused a statement")]
    Database(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::OperationInterrupted) => Self::Suspended,
            _ => Self::Database(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(_: serde_json::Error) -> Self {
        // The cause may quote the value it stumbled over, so it goes no further.
        Self::Unreadable
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Folder(error),
        }
    }
}
