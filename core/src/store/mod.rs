//! The phone's one encrypted file: mirror, outbox, open forms and search, behind short transactions.
//!
//! Knows records and operations, not what they mean, who may do what, or how they travel. Every call blocks for as long as
//! a file write takes; a write that returned is on the disk.

mod canary;
pub mod drafts;
mod error;
mod files;
mod held;
pub mod identity;
pub mod index;
mod key;
pub mod local;
pub mod mirror;
mod numbers;
mod open;
pub mod outbox;
pub mod packs;
pub mod record;
mod reserve;
mod schema;
mod seal;
pub mod search;
mod settle;
mod streams;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use drafts::{Form, OpenForm, SavedField};
pub use error::StoreError;
pub use identity::{Identity, SyncMark};
pub use key::{DatabaseKey, FixedKey, KeyStore, KeyStoreError};
pub use mirror::{Incoming, IncomingPage};
pub use outbox::{Pending, Remark, Unsent};
pub use packs::KeptPack;
pub use record::{Listing, RecordRow, SiblingText, Siblings};
use rusqlite::{Connection, Transaction, TransactionBehavior};
pub use seal::Seal;
pub use settle::{Answer, settle};

/// A log up to this size is kept: commits into a log that has grown already are cheaper.
const LARGE_LOG_BYTES: u64 = 4 * 1024 * 1024;

/// The open store. One writer at a time; calls from several threads wait for each other.
pub struct Store {
    connection: Mutex<Connection>,
    folder: PathBuf,
}

impl Store {
    /// Runs `work` in one transaction, durable when this returns. When the disk is full, the reserve kept for this is given
    /// up and the work is tried once more.
    ///
    /// # Errors
    /// Those of `work`; and [`StoreError::Full`], [`StoreError::Locked`] or [`StoreError::Damaged`] of the commit. Nothing
    /// was written then.
    pub fn write<T>(
        &self,
        work: impl Fn(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.lock();
        match attempt(&mut connection, &work) {
            Err(StoreError::Full) if reserve::release(&self.folder) => attempt(&mut connection, &work),
            done => done,
        }
    }

    /// Reads in one snapshot.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut connection = self.lock();
        let snapshot = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
        work(&snapshot)
    }

    /// Folds a write-ahead log that a large sync has left into the file, so that the next start need not read it again.
    ///
    /// # Errors
    /// [`StoreError::Full`] and the like; nothing is lost, the log stays as it is.
    pub fn fold(&self) -> Result<(), StoreError> {
        let log = self.folder.join(files::LOG);
        if std::fs::metadata(log).is_ok_and(|log| log.len() > LARGE_LOG_BYTES) {
            let connection = self.lock();
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(())
    }

    /// A panic in an earlier call rolled its transaction back, so the connection is sound.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn attempt<T>(
    connection: &mut Connection,
    work: &impl Fn(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}
