//! What a phone says of its earlier chain, so that nothing of it is done twice under a new replica.

use serde::{Deserialize, Serialize};

use super::{ChainHash, Tail};
use crate::model::ReplicaId;

/// A stretch of a replica's chain. Equal points mean equal operations in an equal order, so no operation has to travel for
/// the server to say which of them it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The replica whose chain it is, by the id the phone minted.
    pub replica: ReplicaId,
    /// The point before the stretch.
    pub tail: Tail,
    /// The point after each operation of it; at most [`super::limits::MAX_CLAIM`].
    pub points: Vec<ChainHash>,
}
