//! One sync at a time, also between two processes on one store, such as an app and its background extension.
//!
//! A lock on a file of its own: it ends with the process that held it, however that ends, and holds nobody up who writes.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use super::StoreError;
use super::lock::{self, FileLock};

const NAME: &str = "alongside.sync";

/// Where a store keeps the lease it has, so that a suspension can give it back at once, however far the sync is from its end.
pub(super) type Slot = Arc<Mutex<Option<Arc<FileLock>>>>;

/// Held while a sync runs; given back when dropped, or before by a suspension, which calls the sync off.
#[derive(Debug)]
pub struct SyncLease {
    slot: Slot,
    /// Which lease of the slot this is: another sync may have taken its own since.
    file: Weak<FileLock>,
}

impl Drop for SyncLease {
    fn drop(&mut self) {
        let mut held = held(&self.slot);
        if held.as_ref().is_some_and(|file| Weak::ptr_eq(&Arc::downgrade(file), &self.file)) {
            *held = None;
        }
    }
}

/// Takes the lease of the store in `folder`, unless `refused` says why not; nothing when another sync has it. Asked while
/// nobody can give the lease back, so that none is taken after a suspension.
pub(super) fn take(
    folder: &Path,
    slot: &Slot,
    refused: impl FnOnce() -> Result<(), StoreError>,
) -> Result<Option<SyncLease>, StoreError> {
    let mut held = held(slot);
    refused()?;
    let Some(file) = lock::take_if_free(folder, NAME)? else { return Ok(None) };
    let file = held.insert(Arc::new(file));
    Ok(Some(SyncLease { slot: Arc::clone(slot), file: Arc::downgrade(file) }))
}

/// Gives the lease back, if it is held.
pub(super) fn give_back(slot: &Slot) {
    drop(held(slot).take());
}

fn held(slot: &Slot) -> MutexGuard<'_, Option<Arc<FileLock>>> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}
