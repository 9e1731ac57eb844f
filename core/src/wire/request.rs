//! What a phone sends to [`super::SYNC_PATH`].

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{ChainHash, StreamDigest};
use crate::model::{RequestClock, StreamRef};

/// A sync request: the phone's new operations and how far it has read. An idle one is about a hundred bytes. Fields that a
/// server does not know are passed over, so that a newer phone can speak to an older server.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SyncRequest {
    /// The protocol: [`super::PROTOCOL`].
    pub v: u32,
    /// The replica's number, from enrolment.
    pub replica: u32,
    /// The last operation the server acknowledged.
    pub tail: Tail,
    /// How far the phone has read; absent on a phone that has read nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// New operations, numbered from `tail.n + 1`, each exactly as it stands in the outbox.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ops: Vec<Box<RawValue>>,
    /// The phone's clocks; present when there are operations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<RequestClock>,
    /// How much the phone wants back at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub want: Option<Want>,
    /// The app, sent with operations and with the first request of a run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app: Option<App>,
    /// The epoch the server last named; absent until it named one. A phone that sends it understands directives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<u32>,
    /// While the phone keeps answered operations for a server that is restored: it keeps those after this number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe: Option<u64>,
    /// What the phone holds of some streams, to be compared; at most [`super::limits::MAX_AUDIT`], never with operations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audit: Vec<(StreamRef, StreamDigest)>,
    /// One stream that the phone wants to read again from the start, beside what is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Again>,
}

/// Reading one stream again, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// The stream.
    pub s: StreamRef,
    /// Where it goes on, as the last answer said; absent at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// A point in a replica's chain of operations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tail(
    /// The operation's number; 0 before the first.
    pub u64,
    /// The chain there.
    pub ChainHash,
);

/// How much a phone wants in one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Want {
    /// At most this many rows.
    pub rows: usize,
    /// About this many bytes of rows before compression.
    pub bytes: usize,
}

/// The app that asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct App {
    /// Its build, such as `0.1.0`.
    pub build: String,
    /// The catalogue it was built with.
    pub catalogue: u32,
}
