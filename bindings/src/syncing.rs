//! Syncing, and an honest account of what is on this phone only.

use std::time::Duration;

use alongside_core::companion::SyncState;
use alongside_core::model::EntityId;
use alongside_core::store::Standing;
use alongside_core::sync::SyncReport;

use crate::{AlongsideError, Companion};

// The core's own transport needs a Tokio runtime around it; the app's brings its own waiting.
#[cfg_attr(feature = "http", uniffi::export(async_runtime = "tokio"))]
#[cfg_attr(not(feature = "http"), uniffi::export)]
impl Companion {
    /// Exchanges everything with the service, for at most `deadline_ms` milliseconds. One sync runs at a time. Cancelling
    /// the call, or `cancel_sync`, ends it early; what was exchanged until then is kept.
    ///
    /// Fails with `Offline`, `SignInAgain`, `UpdateApp` or `Storage`. Nothing on this phone is lost by any of them.
    pub async fn synchronise(&self, deadline_ms: u64) -> Result<SyncReport, AlongsideError> {
        Ok(self.core.synchronise(Duration::from_millis(deadline_ms)).await?)
    }

    /// Syncs, and then compares everything on this phone with the service; what differs is read again. Unsent work is never
    /// touched by it. Fails as `synchronise` does.
    pub async fn verify(&self, deadline_ms: u64) -> Result<SyncReport, AlongsideError> {
        Ok(self.core.verify(Duration::from_millis(deadline_ms)).await?)
    }

    /// Waits until the service has something this phone has not read, at most `wait_ms` milliseconds (50 seconds at the
    /// longest); says whether it has. Call it again and again while the app is in front, and synchronise when it says so.
    /// `suspend` and `cancel_waiting` end it. Before it waits it lets `search` know what has come, in steps of a few
    /// milliseconds between which other calls have their turn.
    ///
    /// Fails with `Offline` or `SignInAgain`; wait a while before calling again.
    pub async fn wait_for_news(&self, wait_ms: u64) -> Result<bool, AlongsideError> {
        Ok(self.core.wait_for_news(Duration::from_millis(wait_ms)).await?)
    }
}

#[uniffi::export]
impl Companion {
    /// Calls off whatever is under way with the service and lets go of the file: call it when the system suspends the app.
    /// Blocks for less than a second; when it returns, nothing of the library holds a lock or writes, and every call fails
    /// with `Storage` (`Locked`) until `resume`. What was kept and saved is on the disk.
    pub fn suspend(&self) {
        self.core.suspend();
    }

    /// Goes on after `suspend`. Does not block.
    pub fn resume(&self) {
        self.core.resume();
    }

    /// Ends `wait_for_news`. Does not block.
    pub fn cancel_waiting(&self) {
        self.core.cancel_waiting();
    }

    /// Where this phone's own work on a record stands: here alone, with the service, or safe in a backup. Blocks for a file
    /// read.
    pub fn standing(&self, record: EntityId) -> Result<Standing, AlongsideError> {
        Ok(self.core.standing(record)?)
    }

    /// Calls a running sync off; a request under way is let go of. Does not block.
    pub fn cancel_sync(&self) {
        self.core.cancel_sync();
    }

    /// What is on this phone only, and how the last sync went. Blocks for a file read.
    pub fn sync_state(&self) -> Result<SyncState, AlongsideError> {
        Ok(self.core.sync_state()?)
    }
}
