//! What became of a referral, for the client: plain words, what happens next and by when. Holds nothing from the worker's notes.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Text, Time};
use crate::model::MergeClass::Register;
use crate::model::{Audience, EntityId, FieldEntry, KindEntry, Record, Timestamp};

/// News of a referral. There is one for each referral: its id comes from [`ReferralNews::id_of`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralNews {
    /// The service, by name.
    pub service: String,
    /// Where it stands, in plain words.
    pub words: String,
    /// What happens next, and who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Timestamp>,
    /// When this was so.
    pub at: Timestamp,
    /// Whether nothing more is expected of it.
    #[serde(default)]
    pub closed: bool,
}

impl ReferralNews {
    /// The id of the news of this onward referral. Nobody who does not know the referral can compute it back.
    pub fn id_of(referral: EntityId) -> EntityId {
        EntityId(uuid::Uuid::new_v5(&referral.0, Self::ENTRY.name.as_bytes()))
    }
}

impl ReferralNews {
    /// News with nothing to follow.
    pub fn new(service: String, words: String, at: Timestamp) -> Self {
        Self { service, words, next: None, by: None, at, closed: false }
    }
}

impl Record for ReferralNews {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 27,
        name: "referral_news",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "service", Register, Text),
            FieldEntry::new(2, "words", Register, Text),
            FieldEntry::new(3, "next", Register, Text),
            FieldEntry::new(4, "by", Register, Time),
            FieldEntry::new(5, "at", Register, Time),
            FieldEntry::new(6, "closed", Register, Bool),
        ],
    };
}
