//! The shapes of a photo's bytes on their way.

use utoipa::ToSchema;
use uuid::Uuid;

/// The next part of a photo.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct UploadRequest {
    /// The protocol: 1.
    v: u32,
    /// The record that says what the photo is.
    attachment: Uuid,
    /// Where in the photo the part begins, in bytes.
    at: u64,
    /// The part, in base64: at most 256 KiB of bytes. Without it, the phone only asks how much is there.
    part: Option<String>,
}

/// What the server answers.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct UploadResponse {
    /// The protocol: 1.
    v: u32,
    /// How many bytes of the photo are there now, from its beginning.
    have: u64,
}

/// Which part of a photo a phone wants.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct DownloadRequest {
    /// The protocol: 1.
    v: u32,
    /// The record that says what the photo is.
    attachment: Uuid,
    /// Where to begin, in bytes.
    at: u64,
}

/// What the server answers.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct DownloadResponse {
    /// The protocol: 1.
    v: u32,
    /// The bytes from there on, in base64; none while the photo is still on its way, or beyond its end.
    part: Option<String>,
}
