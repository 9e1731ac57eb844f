//! What a phone sends to [`super::SYNC_PATH`].

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::ChainHash;
use crate::model::RequestClock;

/// A sync request: the phone's new operations and how far it has read. An idle one is about a hundred bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
#[serde(deny_unknown_fields)]
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
