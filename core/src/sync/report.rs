//! What a sync did.

/// What a sync did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncReport {
    /// Operations the server answered.
    pub sent: usize,
    /// Records received.
    pub received: usize,
    /// Operations a person should hear of: set aside, late, or standing beside somebody else's text.
    pub remarks: usize,
    /// Streams that differed from the server's and are read again.
    pub repaired: usize,
    /// Requests made.
    pub requests: usize,
    /// Bytes of request bodies as sent.
    pub bytes_up: usize,
    /// Bytes of reply bodies as received.
    pub bytes_down: usize,
}
