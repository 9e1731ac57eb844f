//! What makes a phone sync by itself: something was saved, or the network is back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use alongside_core::companion::{Change, ChangeListener};
use tokio::sync::Notify;

/// Called whenever what a screen shows may have changed.
pub type OnChange = Arc<dyn Fn() + Send + Sync>;

/// A tap on the shoulder of the task that keeps a phone in sync.
#[derive(Debug, Default)]
pub(super) struct Nudge {
    tapped: Notify,
    network_is_back: AtomicBool,
}

impl Nudge {
    /// Something was saved on the phone.
    pub(super) fn saved(&self) {
        self.tapped.notify_one();
    }

    /// Aeroplane mode was turned off: a wait after an earlier failure no longer counts.
    pub(super) fn network_is_back(&self) {
        self.network_is_back.store(true, Ordering::SeqCst);
        self.tapped.notify_one();
    }

    /// Waits for the next tap; one that came while nobody waited counts.
    pub(super) async fn tapped(&self) {
        self.tapped.notified().await;
    }

    /// Whether the network came back since this was last asked.
    pub(super) fn take_network_is_back(&self) -> bool {
        self.network_is_back.swap(false, Ordering::SeqCst)
    }
}

/// Hears of changes from the core and passes them on: to the page, and, when something was saved, to the sync task.
pub(super) struct Listener {
    pub(super) nudge: Arc<Nudge>,
    pub(super) changed: OnChange,
}

impl ChangeListener for Listener {
    fn changed(&self, change: Change) {
        if change == Change::Saved {
            self.nudge.saved();
        }
        (self.changed)();
    }
}
