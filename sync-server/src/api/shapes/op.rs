//! The shape of an operation. The server reads operations one by one, so that one that does not fit stops no other.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// One thing one person did to one record. Its text is hashed as it stands and never changes.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct Op {
    /// What was done: `create`, `set`, `publish`, `archive`, `unarchive` or `resolve`.
    k: String,
    /// To which record.
    e: Uuid,
    /// In which stream, as `audience:owner`: where a new record goes, or where a published one goes.
    s: Option<String>,
    /// The kind of a new record, by its catalogue name.
    t: Option<String>,
    /// The fields written; `null` clears one.
    f: Option<BTreeMap<String, Value>>,
    /// What the fields were before: a revision, 0 for absent, minus the number of an operation of one's own; one for all
    /// fields, or an object with one for each.
    b: Option<Value>,
    /// Whether it stands or falls with the operation before it.
    j: Option<bool>,
    /// Publish: the id of the sealed record.
    p: Option<Uuid>,
    /// Publish: the hash of what the author saw.
    sh: Option<String>,
    /// Resolve: for each field the revisions of the siblings it settles.
    r: Option<BTreeMap<String, Vec<u32>>>,
    /// When: the number of the device's boot and milliseconds since it.
    c: Option<(u32, u64)>,
}

/// The device's clocks when it sent its request.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct RequestClock {
    /// The number of the current boot.
    boot: u32,
    /// Milliseconds since it, time asleep included.
    elapsed: u64,
    /// What the device believes the time is, in milliseconds since 1970.
    wall: i64,
    /// For earlier boots: wall clock minus elapsed time.
    boots: Option<BTreeMap<String, i64>>,
}
