//! What the server answers. The HTTP status speaks of transport alone; anything about an operation is in a 200.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Again, Directive, Tail};
use crate::model::{EntityId, Fields, Outcome, PersonId, State, StreamRef, Timestamp, Why};

/// A sync response.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SyncResponse {
    /// The protocol; its presence tells a phone that it is talking to the server and not to a hotel's login page.
    pub v: u32,
    /// The server's time, for display only.
    pub now: Timestamp,
    /// The last operation that is now stored durably; absent when the request held none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acked: Option<Tail>,
    /// For each operation of the request, in order: the revision its record had after it, or 0 when it did not apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revs: Vec<u32>,
    /// What became of the operations that did not simply apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<OpResult>,
    /// What became, after all, of operations that had been set aside or had to wait when they were answered first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<OpResult>,
    /// The people whom rows name by their place in this list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<(PersonId, String)>,
    /// Streams the phone no longer has: it hides them now and deletes them when its outbox for them is acknowledged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drops: Vec<StreamRef>,
    /// Records, or whole cases, that were erased at somebody's request, wherever they were: the phone forgets whatever it has
    /// of them, operations and open forms included. Told with the answer that reads to the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<EntityId>,
    /// Records, stream by stream.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Page>,
    /// How far the phone has read once it has stored this; absent when nothing moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Whether there is more to read now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// Operations up to this number are in a verified backup: the phone may forget them. Until then it keeps them for a
    /// server that is restored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub durable: Option<u64>,
    /// The server's epoch, told when the phone named another or none. A server that was restored has a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<u32>,
    /// For streams the phone asked about: whether it holds what the server holds. A stream in which something is new for
    /// the phone, or that is not this phone's, is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audit: Vec<(StreamRef, bool)>,
    /// Where reading a stream again goes on; absent when it is complete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Again>,
    /// What the phone is asked to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub directives: Vec<Directive>,
}

/// What became of one operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpResult {
    /// The operation's number.
    pub n: u64,
    /// What became of it.
    pub r: Outcome,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
}

/// Records of one stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The stream.
    pub s: StreamRef,
    /// Whether the stream is being sent whole: what the phone had of it before and is not sent again is gone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full: bool,
    /// Whether the stream is complete with this page and may be shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ready: bool,
    /// The records.
    pub rows: Vec<Row>,
}

/// A record, or those of its fields that changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its id.
    pub e: EntityId,
    /// Its kind.
    pub t: String,
    /// Its revision.
    pub r: u32,
    /// The revision of each field that was not written in `r`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rs: BTreeMap<String, u32>,
    /// Where it stands; absent when active.
    #[serde(default, skip_serializing_if = "is_active")]
    pub st: State,
    /// Who made it, as a place in the response's `people`.
    pub by: usize,
    /// Fields and values; a row of a stream that is not sent whole may hold changed fields alone.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub f: Fields,
    /// All other texts of fields that have any. A row without this has none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sib: BTreeMap<String, Vec<SiblingRow>>,
    /// Its seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<SealRow>,
}

/// Another text of a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SiblingRow {
    /// The text.
    pub value: Value,
    /// Names it in a resolve operation.
    pub rev: u32,
    /// Who wrote it, as a place in the response's `people`.
    pub by: usize,
    /// When, by the server's reckoning.
    pub at: Timestamp,
}

/// A seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealRow {
    /// Hash of the content.
    pub hash: String,
    /// Who sealed it, as a place in the response's `people`.
    pub by: usize,
    /// When the server received it.
    pub at: Timestamp,
}

fn is_active(state: &State) -> bool {
    *state == State::Active
}
