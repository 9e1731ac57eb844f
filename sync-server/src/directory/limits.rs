//! How much of a feed is believed, and how long one is waited for.

use std::time::Duration;

/// The limits of one import.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Services asked for in one page.
    pub per_page: u32,
    /// Details fetched at the same time.
    pub at_once: usize,
    /// The longest wait for one answer.
    pub within: Duration,
    /// The largest answer or file, in bytes.
    pub bytes: usize,
    /// A feed with more pages than this never ends.
    pub pages: u32,
    /// A page that could not be had is asked for so many times in all.
    pub tries: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            per_page: 100,
            at_once: 4,
            within: Duration::from_secs(30),
            bytes: 64 * 1024 * 1024,
            pages: 10_000,
            tries: 2,
        }
    }
}
