//! What a phone knows of a seal.

use serde::{Deserialize, Serialize};

use crate::model::{PersonId, Timestamp};

/// The seal of a signed or submitted record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// Hash of the content.
    pub hash: String,
    /// Who sealed it.
    pub by: PersonId,
    /// When the server received it; until then, when it was sealed on this phone.
    pub at: Timestamp,
}
