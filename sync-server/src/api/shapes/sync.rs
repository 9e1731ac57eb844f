//! The shapes of an exchange.

use utoipa::ToSchema;
use uuid::Uuid;

use super::op::{Op, RequestClock};
use super::page::Page;

/// What a phone sends.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct SyncRequest {
    /// The protocol: 1.
    v: u32,
    /// The replica's number, from enrolment.
    replica: u32,
    /// The last operation the server acknowledged: its number and the chain there, 16 hexadecimal digits.
    tail: (u64, String),
    /// How far the phone has read; absent on a phone that has read nothing.
    cursor: Option<String>,
    /// New operations, numbered from `tail[0] + 1`.
    #[schema(required = false)]
    ops: Vec<Op>,
    /// The phone's clocks; needed with operations.
    clock: Option<RequestClock>,
    /// How much the phone wants back at most.
    want: Option<Want>,
    /// The app, sent with operations and with the first request of a run.
    app: Option<App>,
}

/// How much a phone wants in one answer.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct Want {
    /// At most this many rows.
    rows: usize,
    /// About this many bytes of rows before they are packed.
    bytes: usize,
}

/// The app that asks.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct App {
    /// Its build.
    build: String,
    /// The catalogue it was built with.
    catalogue: u32,
}

/// What the server answers.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct SyncResponse {
    /// The protocol: 1.
    v: u32,
    /// The server's time in milliseconds since 1970, for display only.
    now: i64,
    /// The last operation that is stored durably, and the chain there.
    acked: Option<(u64, String)>,
    /// For each operation, the revision its record had after it; 0 when it did not apply.
    revs: Option<Vec<u32>>,
    /// What became of the operations that did not simply apply.
    results: Option<Vec<OpResult>>,
    /// The people whom rows name by their place in this list: id and name.
    people: Option<Vec<(Uuid, String)>>,
    /// Streams the phone no longer has.
    drops: Option<Vec<String>>,
    /// Records, stream by stream.
    pages: Option<Vec<Page>>,
    /// How far the phone has read once it has stored this; absent when nothing moved.
    cursor: Option<String>,
    /// Whether there is more to read now.
    more: Option<bool>,
    /// The phone may forget operations up to this number.
    durable: Option<u64>,
}

/// What became of one operation.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct OpResult {
    /// The operation's number.
    n: u64,
    /// What became of it: `merged`, `sibling`, `late`, `duplicate`, `sealed_late`, `sign_stale`, `parked` or `quarantined`.
    r: String,
    /// Why, as a stable code.
    why: Option<String>,
}
