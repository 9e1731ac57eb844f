//! What SQLite says, in the store's words. SQLite's messages name tables and columns, never values.

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::store::StoreError;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(code, _) = &error else {
            return Self::Engine(Box::new(error));
        };
        match (code.code, code.extended_code) {
            (ErrorCode::NotADatabase, _) => Self::Unreadable,
            (ErrorCode::DiskFull, _) => Self::Full,
            (ErrorCode::DatabaseBusy, _) => Self::Busy(Box::new(error)),
            (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => Self::Taken,
            _ => Self::Engine(Box::new(error)),
        }
    }
}
