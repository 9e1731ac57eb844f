//! What a client is told when their link worker changes: who comes, when and why, before it happens.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Text, Time};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::{Audience, FieldEntry, KindEntry, Record, Timestamp};

/// A notice of a change of worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeNotice {
    /// When the client was told.
    pub at: Timestamp,
    /// Who goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_name: Option<String>,
    /// Who comes; absent while that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_name: Option<String>,
    /// When it changes.
    pub changes_at: Timestamp,
    /// Why, in plain words.
    pub why: String,
    /// When both meet the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meet_together_at: Option<Timestamp>,
    /// When the client read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Timestamp>,
}

impl ChangeNotice {
    /// A notice given at `at` of a change at `changes_at`.
    pub fn new(at: Timestamp, changes_at: Timestamp, why: String) -> Self {
        Self { at, from_name: None, to_name: None, changes_at, why, meet_together_at: None, seen_at: None }
    }
}

impl Record for ChangeNotice {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 26,
        name: "change_notice",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "at", Once, Time),
            FieldEntry::new(2, "from_name", Once, Text),
            FieldEntry::new(3, "to_name", Once, Text),
            FieldEntry::new(4, "changes_at", Register, Time),
            FieldEntry::new(5, "why", Prose, Text),
            FieldEntry::new(6, "meet_together_at", Register, Time),
            FieldEntry::new(7, "seen_at", Register, Time),
        ],
    };
}
