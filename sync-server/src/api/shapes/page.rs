//! The shapes of what a phone reads.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// Records of one stream.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct Page {
    /// The stream, as `audience:owner`.
    s: String,
    /// Whether the stream is being sent whole.
    full: Option<bool>,
    /// Whether the stream is complete with this page.
    ready: Option<bool>,
    /// The records.
    rows: Vec<Row>,
}

/// A record, or those of its fields that changed.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct Row {
    /// Its id.
    e: Uuid,
    /// Its kind.
    t: String,
    /// Its revision.
    r: u32,
    /// The revision of each field that was not written in `r`.
    rs: Option<BTreeMap<String, u32>>,
    /// `archived`, `published`, `sealed` or `needs_confirmation`; absent when active.
    st: Option<String>,
    /// Who made it, as a place in `people`.
    by: usize,
    /// Fields and values.
    f: Option<BTreeMap<String, Value>>,
    /// All other texts of fields that have any.
    sib: Option<BTreeMap<String, Vec<SiblingRow>>>,
    /// Its seal.
    seal: Option<SealRow>,
}

/// Another text of a field.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct SiblingRow {
    /// The text.
    value: Value,
    /// Names it in a resolve operation.
    rev: u32,
    /// Who wrote it, as a place in `people`.
    by: usize,
    /// When, by the server's reckoning, in milliseconds since 1970.
    at: i64,
}

/// A seal.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct SealRow {
    /// Hash of the content, in hexadecimal.
    hash: String,
    /// Who sealed it, as a place in `people`.
    by: usize,
    /// When the server received it, in milliseconds since 1970.
    at: i64,
}
