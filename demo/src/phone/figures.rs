//! What a phone has exchanged with the server since it was switched on.

use serde::Serialize;

/// Sums over all syncs that succeeded, bodies only, as they travelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Operations the server answered.
    pub ops_synced: u64,
    /// Records received.
    pub records_received: u64,
    /// Requests that left the phone, the ones that got no answer included.
    pub requests: u64,
    /// Bytes of request bodies, compressed.
    pub bytes_up: u64,
    /// Bytes of reply bodies, compressed.
    pub bytes_down: u64,
}

impl std::ops::Add for Figures {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            ops_synced: self.ops_synced + other.ops_synced,
            records_received: self.records_received + other.records_received,
            requests: self.requests + other.requests,
            bytes_up: self.bytes_up + other.bytes_up,
            bytes_down: self.bytes_down + other.bytes_down,
        }
    }
}
