//! Photos.

use alongside_core::companion::{NewPhoto, PhotoView};
use alongside_core::model::{EntityId, Timestamp};
use alongside_core::sync::PhotosSent;

/// A photo as it is added.
#[uniffi::remote(Record)]
pub struct NewPhoto {
    /// The photo as a JPEG, turned upright and no larger than a screen: at most 5 MiB. Where and when it was taken is taken out of
    /// it.
    pub jpeg: Vec<u8>,
    /// The same made small, as a JPEG of at most 8 KiB: everybody who may see the photo has it at once. None when empty.
    pub preview: Vec<u8>,
    /// What it shows, in words: for who cannot see it.
    #[uniffi(default = None)]
    pub caption: Option<String>,
}

/// A photo beside something.
#[uniffi::remote(Record)]
pub struct PhotoView {
    /// The record.
    pub id: EntityId,
    /// What it is beside.
    pub of: EntityId,
    /// What it shows, in words.
    pub caption: Option<String>,
    /// Captions that were written at the same time on other phones and wait for a person to settle.
    pub other_captions: Vec<String>,
    /// The photo made small, as a JPEG; empty when it has none.
    pub preview: Vec<u8>,
    /// How many bytes the photo has.
    pub bytes: u64,
    /// Who added it.
    pub by_name: String,
    /// When it was taken or added.
    pub at: Timestamp,
    /// Whether the service does not have all of it yet.
    pub unsent: bool,
}

/// What was sent of the photos taken on this phone.
#[uniffi::remote(Record)]
pub struct PhotosSent {
    /// Photos that the service has whole now.
    pub whole: usize,
    /// Photos that wait: for what they belong to to be sent, or for a network that costs nothing.
    pub waiting: usize,
    /// Bytes sent.
    pub bytes_up: usize,
}
