//! Syncing without being asked: soon after a save, when the network is back, and every few seconds while the phone is in
//! somebody's hand, so that what others wrote arrives. When nothing is due, nothing is sent.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use super::Phone;

/// A phone waits until nobody has saved for this long, so that a visit's saves travel together.
const QUIET: Duration = Duration::from_millis(600);
/// However busy its person is, a phone does not put a sync off longer than this many quiet waits.
const MOST_WAITS: usize = 5;
/// How often a phone in somebody's hand looks for what others wrote.
const LOOK: Duration = Duration::from_secs(4);

/// Keeps `phone` in sync until the future is dropped.
pub async fn keep_in_sync(phone: Arc<Phone>) {
    loop {
        let saved = timeout(LOOK, phone.nudge.tapped()).await.is_ok();
        if saved {
            settle(&phone).await;
        }
        let back = phone.nudge.take_network_is_back();
        if !phone.in_aeroplane_mode() && (back || is_due(&phone)) {
            // How it ended is in the phone's own sync state, where its person sees it.
            let _ = phone.sync_now().await;
        }
    }
}

/// Waits for a pause in the saving.
async fn settle(phone: &Phone) {
    for _ in 0..MOST_WAITS {
        if timeout(QUIET, phone.nudge.tapped()).await.is_err() {
            return;
        }
    }
}

/// Whether the core would try now: it puts attempts off after failures, and stops when a person must act first.
fn is_due(phone: &Phone) -> bool {
    let Ok(state) = phone.companion.sync_state() else { return false };
    match (state.problem, state.next_attempt) {
        (None, _) => true,
        (Some(_), Some(next)) => phone.now() >= next,
        (Some(_), None) => false,
    }
}
