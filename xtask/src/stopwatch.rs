//! How long a step took.

use std::time::{Duration, Instant};

/// Started when a step starts.
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[expect(
        clippy::disallowed_methods,
        reason = "a duration printed for a person; nothing is decided by it"
    )]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    /// Time since the start.
    #[expect(
        clippy::disallowed_methods,
        reason = "a duration printed for a person; nothing is decided by it"
    )]
    pub(crate) fn read(&self) -> Duration {
        self.0.elapsed()
    }
}
