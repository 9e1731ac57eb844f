//! One sync at a time, also between two processes on one store, such as an app and its background extension.
//!
//! A lock on a file of its own: it ends with the process that held it, however that ends, and holds nobody up who writes.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::StoreError;

const NAME: &str = "alongside.sync";

/// Held while a sync runs; given back when dropped.
#[derive(Debug)]
pub struct SyncLease(#[expect(dead_code, reason = "the lock lives as long as the file is open")] File);

/// Takes the lease of the store in `folder`; nothing when another sync has it.
pub(super) fn take(folder: &Path) -> Result<Option<SyncLease>, StoreError> {
    let file = File::options().create(true).write(true).truncate(false).open(folder.join(NAME))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(SyncLease(file))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}
