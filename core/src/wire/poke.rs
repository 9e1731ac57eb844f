//! Waiting for news. The answer says whether it is worth syncing and nothing else: no content, no number, one length.

use serde::{Deserialize, Serialize};

/// What a phone sends to [`super::POKE_PATH`], with its token. The server answers when there is news for this phone, or
/// when the wait is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PokeRequest {
    /// The protocol: [`super::PROTOCOL`].
    pub v: u32,
    /// The replica's number.
    pub replica: u32,
    /// How far the phone has read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// How long to wait at most, in seconds; never longer than [`super::limits::MAX_POKE_SECONDS`].
    pub wait: u64,
}

/// The answer; always equally long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PokeResponse {
    /// The protocol.
    pub v: u32,
    /// 1 when there is something to fetch, 0 when there is not.
    pub news: u8,
}
