//! How a phone that may no longer sync leaves what it had not sent. Nothing can be read this way.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::model::{ReplicaId, Timestamp};

/// What a phone sends to [`super::SALVAGE_PATH`], with its token, revoked or not.
#[derive(Clone, Serialize, Deserialize)]
pub struct SalvageRequest {
    /// The protocol: [`super::PROTOCOL`].
    pub v: u32,
    /// The replica the operations were written under.
    pub replica: ReplicaId,
    /// The number of the first, as far as it is known.
    pub first: u64,
    /// The operations, or what is left of them, as they stood in the phone's file.
    pub ops: Vec<Box<RawValue>>,
}

/// What the server answers: it has them, in quarantine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalvageResponse {
    /// The protocol.
    pub v: u32,
    /// How many operations of the request are kept now; those that were left before count too.
    pub kept: usize,
    /// The server's time, for display only.
    pub now: Timestamp,
}

// What a person wrote must not reach a log through a derived Debug.
impl std::fmt::Debug for SalvageRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SalvageRequest").field("ops", &self.ops.len()).finish_non_exhaustive()
    }
}
