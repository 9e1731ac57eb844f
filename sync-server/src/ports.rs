//! The server's ports: clock, ids and randomness, handed in so that a test says what they are.

use std::sync::Arc;

use alongside_core::ports::{Clock, Entropy, Ids, SystemClock, SystemEntropy, SystemIds};

/// Where time, ids and secrets come from.
#[derive(Clone)]
pub struct Ports {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Ids.
    pub ids: Arc<dyn Ids>,
    /// Secrets.
    pub entropy: Arc<dyn Entropy>,
}

impl Ports {
    /// The operating system's.
    pub fn system() -> Self {
        Self {
            clock: Arc::new(SystemClock::new()),
            ids: Arc::new(SystemIds),
            entropy: Arc::new(SystemEntropy),
        }
    }
}

impl std::fmt::Debug for Ports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ports")
    }
}
