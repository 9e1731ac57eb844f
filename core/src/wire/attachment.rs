//! How the bytes of a photo travel: beside the text, part by part, so that a bad line costs one part and nothing waits for them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::EntityId;

/// What a phone sends to [`super::UPLOAD_PATH`], with its token, revoked or not: the next part of a photo it took.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadRequest {
    /// The protocol: [`super::PROTOCOL`].
    pub v: u32,
    /// The record that says what the photo is. The server has it already, and this person made it.
    pub attachment: EntityId,
    /// Where in the photo the part begins, in bytes.
    pub at: u64,
    /// The part: at most [`super::limits::MAX_PART_BYTES`]. Without any, the phone only asks how much is there.
    #[serde(default, skip_serializing_if = "Part::is_empty")]
    pub part: Part,
}

/// What the server answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadResponse {
    /// The protocol.
    pub v: u32,
    /// How many bytes of the photo are there now, from its beginning: go on from here. All of them only once they are what the
    /// record says; if they were not, none is.
    pub have: u64,
}

/// What a phone sends to [`super::DOWNLOAD_PATH`], with its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DownloadRequest {
    /// The protocol: [`super::PROTOCOL`].
    pub v: u32,
    /// The record that says what the photo is. This person may read it.
    pub attachment: EntityId,
    /// Where to begin, in bytes.
    pub at: u64,
}

/// What the server answers: the bytes from there on, as many as one part holds. None while the photo is still on its way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DownloadResponse {
    /// The protocol.
    pub v: u32,
    /// The part.
    #[serde(default, skip_serializing_if = "Part::is_empty")]
    pub part: Part,
}

/// Some bytes of a photo; base64 in JSON, which packing makes as short as the bytes again.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Part(pub Vec<u8>);

impl Part {
    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map(Self).map_err(|_| D::Error::custom("a part is not base64"))
    }
}

// What a photo shows must not reach a log through a derived Debug.
impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Part({} bytes)", self.0.len())
    }
}

impl std::fmt::Debug for UploadRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UploadRequest")
            .field("at", &self.at)
            .field("part", &self.part)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for DownloadResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DownloadResponse").field("part", &self.part).finish_non_exhaustive()
    }
}
