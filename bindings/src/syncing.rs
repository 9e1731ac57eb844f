//! Syncing, and an honest account of what is on this phone only.

use std::time::Duration;

use alongside_core::companion::SyncState;
use alongside_core::sync::SyncReport;

use crate::{AlongsideError, Companion};

#[uniffi::export(async_runtime = "tokio")]
impl Companion {
    /// Exchanges everything with the service, for at most `deadline_ms` milliseconds. One sync runs at a time. Cancelling
    /// the call, or `cancel_sync`, ends it early; what was exchanged until then is kept.
    ///
    /// Fails with `Offline`, `SignInAgain`, `UpdateApp` or `Storage`. Nothing on this phone is lost by any of them.
    pub async fn synchronise(&self, deadline_ms: u64) -> Result<SyncReport, AlongsideError> {
        Ok(self.core.synchronise(Duration::from_millis(deadline_ms)).await?)
    }
}

#[uniffi::export]
impl Companion {
    /// Calls a running sync off between two pages. Does not block.
    pub fn cancel_sync(&self) {
        self.core.cancel_sync();
    }

    /// What is on this phone only, and how the last sync went. Blocks for a file read.
    pub fn sync_state(&self) -> Result<SyncState, AlongsideError> {
        Ok(self.core.sync_state()?)
    }
}
