//! How much was read, for tests that hold the cost of a request.

use std::sync::atomic::AtomicU64;

/// What was read, over all connections of this process.
#[derive(Debug, Default)]
pub(super) struct Counter {
    pub(super) rows: AtomicU64,
}
