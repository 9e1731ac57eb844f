//! What the server answered to one operation.

use crate::model::{Outcome, Why};

/// What the server answered to one operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The operation's number.
    pub n: u64,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub why: Option<Why>,
    /// The revision its record had after it; 0 when it did not apply.
    pub rev: u32,
    /// The chain after it.
    pub point: [u8; 8],
}
