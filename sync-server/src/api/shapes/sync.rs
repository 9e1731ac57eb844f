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
    /// The epoch the server last named. A phone that sends it understands directives.
    epoch: Option<u32>,
    /// While the phone keeps answered operations: it keeps those after this number.
    safe: Option<u64>,
    /// Streams, as `audience:owner`, with the digests of what the phone holds of them.
    #[schema(required = false)]
    audit: Vec<(String, String)>,
    /// One stream to read again from the start.
    again: Option<Again>,
}

/// Reading one stream again, whole.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct Again {
    /// The stream, as `audience:owner`.
    s: String,
    /// Where it goes on, as the last answer said; absent at the start.
    at: Option<String>,
}

/// What a server asks of a phone.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct Directive {
    /// `rekey`, `resume`, `resnapshot`, `backoff`, `limits` or `min_build`; others are passed over.
    d: String,
    /// `resume`: the last operation this server has, and the chain there.
    tail: Option<(u64, String)>,
    /// `backoff`: milliseconds.
    ms: Option<u64>,
    /// `limits`: operations in one request.
    ops: Option<usize>,
    /// `limits`: bytes of operations in one request.
    bytes: Option<usize>,
    /// `min_build`: the build from which on nobody is asked to update.
    build: Option<String>,
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
    /// What became, after all, of operations that had been set aside or had to wait when they were answered first.
    settled: Option<Vec<OpResult>>,
    /// The people whom rows name by their place in this list: id and name.
    people: Option<Vec<(Uuid, String)>>,
    /// Streams the phone no longer has.
    drops: Option<Vec<String>>,
    /// Records, or whole cases, that were erased at somebody's request, wherever they were.
    erased: Option<Vec<Uuid>>,
    /// Records, stream by stream.
    pages: Option<Vec<Page>>,
    /// How far the phone has read once it has stored this; absent when nothing moved.
    cursor: Option<String>,
    /// Whether there is more to read now.
    more: Option<bool>,
    /// Operations up to this number are in a verified backup; the phone may forget them.
    durable: Option<u64>,
    /// The server's epoch, told when the phone named another or none.
    epoch: Option<u32>,
    /// For streams the phone asked about: whether both hold the same.
    audit: Option<Vec<(String, bool)>>,
    /// Where reading a stream again goes on; absent when it is complete.
    again: Option<Again>,
    /// What the phone is asked to do.
    directives: Option<Vec<Directive>>,
}

/// What became of one operation.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct OpResult {
    /// The operation's number.
    n: u64,
    /// What became of it: `merged`, `sibling`, `late`, `duplicate`, `sealed_late`, `sign_stale`, `parked`, `quarantined`
    /// or `erased`.
    r: String,
    /// Why, as a stable code.
    why: Option<String>,
}
