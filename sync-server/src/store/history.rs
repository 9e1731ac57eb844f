//! The history: every operation exactly as it was received, and what became of it. Never edited, but for what is erased at
//! somebody's request: of that the chain stays, and nothing it was made of.

use alongside_core::model::{Outcome, Timestamp, Why};
use alongside_core::wire::ChainHash;
use serde::{Deserialize, Serialize};

use super::{OrgNo, Seq, StoreError};

/// What became of one operation, as it is told again when a reply was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpAnswer {
    /// What became of it.
    #[serde(rename = "r")]
    pub outcome: Outcome,
    /// Why, when it did not simply apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// The revision its record had after it; 0 when it did not apply.
    #[serde(default)]
    pub rev: u32,
}

/// An operation as the history keeps it. `Debug` leaves out its text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum KeptOp {
    /// Its text, exactly as it was received.
    Text(String),
    /// What it was about was erased: it keeps its number and the chain after it.
    Erased {
        /// The chain after it.
        #[serde(rename = "h")]
        after: ChainHash,
    },
}

impl KeptOp {
    /// Its text, unless it was erased.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Erased { .. } => None,
        }
    }

    /// The chain after it, where `before` is the chain before it.
    #[must_use]
    pub fn after(&self, before: ChainHash) -> ChainHash {
        match self {
            Self::Text(text) => before.after(text),
            Self::Erased { after } => *after,
        }
    }

    /// Whether it is the operation with this text; of an erased one the chain says so.
    pub fn is(&self, sent: &str, before: ChainHash) -> bool {
        match self {
            Self::Text(text) => text == sent,
            Self::Erased { after } => before.after(sent) == *after,
        }
    }
}

impl std::fmt::Debug for KeptOp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.debug_tuple("Text").field(&text.len()).finish(),
            Self::Erased { after } => f.debug_tuple("Erased").field(after).finish(),
        }
    }
}

/// The operations of one push.
#[derive(Clone, Debug)]
pub struct Push {
    /// The number of the first.
    pub first_n: u64,
    /// The number of the last.
    pub last_n: u64,
    /// The chain before the first.
    pub before: ChainHash,
    /// The chain after the last.
    pub after: ChainHash,
    /// The commit, when anything changed.
    pub seq: Option<Seq>,
    /// When it was received.
    pub received: Timestamp,
    /// The operations.
    pub ops: Vec<KeptOp>,
    /// What became of each.
    pub answers: Vec<OpAnswer>,
}

/// Reads of the history.
pub trait HistoryReads {
    /// The pushes of a replica that hold operations after `after_n`, in order.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_pushes(&self, org: OrgNo, replica: u32, after_n: u64) -> Result<Vec<Push>, StoreError>;

    /// The latest commit of a push that was received before `before`.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn last_commit_before(&self, org: OrgNo, before: Timestamp) -> Result<Option<Seq>, StoreError>;
}

/// Writes of the history.
pub trait HistoryWrites {
    /// Adds a push.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn add_push(&mut self, org: OrgNo, replica: u32, push: &Push) -> Result<(), StoreError>;

    /// Puts what is left of the operations of a push, and their answers, in the place of what was kept of them.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn scrub_push(&mut self, org: OrgNo, replica: u32, push: &Push) -> Result<(), StoreError>;
}
