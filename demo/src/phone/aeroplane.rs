//! The aeroplane-mode switch. It knows nothing of requests; the radio asks it.

use tokio::sync::watch;

/// A switch that several tasks may look at and wait for.
#[derive(Debug)]
pub struct Aeroplane(watch::Sender<bool>);

impl Default for Aeroplane {
    fn default() -> Self {
        Self(watch::Sender::new(false))
    }
}

impl Aeroplane {
    /// Whether the switch is on.
    pub fn is_on(&self) -> bool {
        *self.0.borrow()
    }

    /// Turns the switch on or off.
    pub fn set(&self, on: bool) {
        self.0.send_replace(on);
    }

    /// Waits until the switch is on.
    pub async fn until_on(&self) {
        // The sender lives as long as `self`, so the wait ends only with the switch.
        let _ = self.0.subscribe().wait_for(|on| *on).await;
    }
}
