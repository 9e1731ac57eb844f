//! What an exchange cost beside time.

use alongside_core::sync::SyncReport;
use serde_json::{Value, json};

/// Requests and bytes of bodies of one sync.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Requests made.
    pub requests: usize,
    /// Bytes of request bodies as sent.
    pub up: usize,
    /// Bytes of reply bodies as received.
    pub down: usize,
}

impl From<&SyncReport> for Cost {
    fn from(report: &SyncReport) -> Self {
        Self { requests: report.requests, up: report.bytes_up, down: report.bytes_down }
    }
}

/// A sync as a benchmark tells it.
pub fn cost(report: &SyncReport, wall_ms: f64) -> Value {
    json!({
        "wall_ms": wall_ms,
        "pulled": report.received,
        "pushed": report.sent,
        "requests": report.requests,
        "bytes_up": report.bytes_up,
        "bytes_down": report.bytes_down,
    })
}
