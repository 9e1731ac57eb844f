//! How a phone whose database was restored or copied introduces itself again.

use serde::{Deserialize, Serialize};

use super::{Claim, OpResult, Tail};
use crate::model::{ReplicaId, Timestamp};

/// What a phone sends to [`super::REPLICA_PATH`], with its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplicaRequest {
    /// The protocol: [`super::PROTOCOL`].
    pub v: u32,
    /// The new replica, minted by the phone. Asking again with the same id answers the same number.
    pub replica: ReplicaId,
    /// The chain the phone had until now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Claim>,
}

/// What the server answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplicaResponse {
    /// The protocol.
    pub v: u32,
    /// The number of the new replica.
    pub replica: u32,
    /// The server's epoch.
    pub epoch: u32,
    /// What the server has of the chain the phone claimed.
    pub known: Known,
    /// The server's time, for display only.
    pub now: Timestamp,
}

/// What the server has of a claimed stretch. Everything after it the phone hands over again, under new numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The last point that both have.
    pub tail: Tail,
    /// For each operation of the stretch up to there: the revision its record had after it, or 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revs: Vec<u32>,
    /// What became of those that did not simply apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<OpResult>,
}
