//! A photo or file beside another record. What it is never changes; its caption is words like any other.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Id, Integer, Text, Time};
use crate::model::MergeClass::{Once, Prose};
use crate::model::{Audience, EntityId, FieldEntry, KindEntry, Record, Timestamp};

/// An attachment: what is known of it. Its bytes travel apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The record it is beside.
    pub of: EntityId,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its media type, such as `image/jpeg`.
    pub media_type: String,
    /// How many bytes it has.
    pub bytes: i64,
    /// What it shows, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// When it was taken or added.
    pub at: Timestamp,
    /// The photo made small, as a JPEG in base64: it is there before the bytes have travelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preview: Option<String>,
}

impl Record for Attachment {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 31,
        name: "attachment",
        home: Audience::Shared,
        sealed: false,
        parent: Some("of"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "of", Once, Id),
            FieldEntry::new(2, "sha256", Once, Text),
            FieldEntry::new(3, "media_type", Once, Text),
            FieldEntry::new(4, "bytes", Once, Integer(1, 1_000_000_000)),
            FieldEntry::new(5, "caption", Prose, Text),
            FieldEntry::new(6, "at", Once, Time),
            FieldEntry::new(7, "preview", Once, Text),
        ],
    };
}
