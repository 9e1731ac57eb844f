//! The one clock that measures how long work takes. Nothing is decided by what it says.

use std::time::Instant;

/// Runs from the moment it is made.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts.
    #[expect(
        clippy::disallowed_methods,
        reason = "a benchmark measures the time that passes; no rule hangs on it"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Milliseconds since the start, to the microsecond.
    #[expect(
        clippy::disallowed_methods,
        reason = "a benchmark measures the time that passes; no rule hangs on it"
    )]
    pub fn ms(self) -> f64 {
        (self.0.elapsed().as_secs_f64() * 1e6).round() / 1e3
    }
}
