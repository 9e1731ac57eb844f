//! What a sync is given.

use std::time::Duration;

use super::SyncError;
use super::cancel::Cancel;
use super::transport::Transport;
use crate::ports::{Clock, Entropy};
use crate::store::Store;

/// Everything a sync needs.
#[derive(Clone, Copy)]
pub struct Round<'a> {
    /// The phone's store.
    pub store: &'a Store,
    /// Carries the requests.
    pub transport: &'a dyn Transport,
    /// Tells how much of the time given is left.
    pub clock: &'a dyn Clock,
    /// Spreads the waits after failures.
    pub entropy: &'a dyn Entropy,
    /// Calls it off.
    pub cancel: &'a Cancel,
    /// Told when a page is on the disk and more are to come: what it made whole can be shown.
    pub arrived: &'a (dyn Fn() + Send + Sync),
    /// How long the whole sync may take.
    pub deadline: Duration,
}

impl Round<'_> {
    /// How much of the time given is left, since `began`.
    pub(super) fn time_left(&self, began: u64) -> Result<Duration, SyncError> {
        if self.cancel.is_cancelled() {
            return Err(SyncError::Cancelled);
        }
        let gone = Duration::from_millis(self.clock.read().elapsed_ms.saturating_sub(began));
        self.deadline.checked_sub(gone).filter(|left| !left.is_zero()).ok_or(SyncError::OutOfTime)
    }
}
