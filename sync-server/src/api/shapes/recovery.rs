//! The shapes of what a phone says when something was restored, copied, lost or left, and of waiting for news.

use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::sync::OpResult;

/// A stretch of a replica's chain.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct Claim {
    /// The replica's id, as the phone minted it.
    replica: Uuid,
    /// The point before the stretch.
    tail: (u64, String),
    /// The point after each operation of it.
    points: Vec<String>,
}

/// What the server has of a claimed stretch.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct Known {
    /// The last point that both have.
    tail: (u64, String),
    /// For each operation up to there: the revision its record had after it, or 0.
    revs: Option<Vec<u32>>,
    /// What became of those that did not simply apply.
    results: Option<Vec<OpResult>>,
}

/// What a phone sends for a new replica.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct ReplicaRequest {
    /// The protocol: 1.
    v: u32,
    /// The new replica, minted by the phone.
    replica: Uuid,
    /// The chain the phone had until now.
    before: Option<Claim>,
}

/// What the server answers.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct ReplicaResponse {
    /// The protocol: 1.
    v: u32,
    /// The number of the new replica.
    replica: u32,
    /// The server's epoch.
    epoch: u32,
    /// What the server has of the chain the phone claimed.
    known: Known,
    /// The server's time in milliseconds since 1970, for display only.
    now: i64,
}

/// What a phone leaves that may no longer sync.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct SalvageRequest {
    /// The protocol: 1.
    v: u32,
    /// The replica the operations were written under.
    replica: Uuid,
    /// The number of the first.
    first: u64,
    /// The operations, or what is left of them.
    ops: Vec<Value>,
}

/// What the server answers.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct SalvageResponse {
    /// The protocol: 1.
    v: u32,
    /// How many operations of the request are kept.
    kept: usize,
    /// The server's time in milliseconds since 1970, for display only.
    now: i64,
}

/// What a phone sends to wait for news.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct PokeRequest {
    /// The protocol: 1.
    v: u32,
    /// The replica's number.
    replica: u32,
    /// How far the phone has read.
    cursor: Option<String>,
    /// How long to wait at most, in seconds.
    wait: u64,
}

/// The answer; always equally long.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct PokeResponse {
    /// The protocol: 1.
    v: u32,
    /// 1 when there is something to fetch.
    news: u8,
}
