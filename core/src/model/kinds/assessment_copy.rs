//! The client's own copy of a submitted assessment, in plain words: written into the shared stream when the link worker
//! shares it, and never changed afterwards.
//!
//! It holds words and no codes, so that it can be read without the instrument's definition and by any later app.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::FieldType::{Id, Text, Time, Words};
use crate::model::MergeClass::Once;
use crate::model::{Audience, EntityId, FieldEntry, KindEntry, Record, Timestamp};

/// Before the name of a question: the field of its wording.
pub const ASKED: &str = "asked.";
/// Before the name of a question: the field of what was said to it, in words.
pub const SAID: &str = "said.";

/// A copy for the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentCopy {
    /// The submitted assessment it is a copy of.
    pub assessment: EntityId,
    /// The instrument's title.
    pub title: String,
    /// When the conversation was begun.
    pub at: Timestamp,
    /// The line the instrument's owner wants shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The questions in the order in which they were talked about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// Wordings and what was said, by their field names.
    #[serde(flatten)]
    pub lines: BTreeMap<String, Value>,
}

impl AssessmentCopy {
    /// The id of the one copy of this assessment.
    pub fn id_of(assessment: EntityId) -> EntityId {
        EntityId(uuid::Uuid::new_v5(&assessment.0, Self::ENTRY.name.as_bytes()))
    }

    /// The text of one field of a question.
    pub fn find_line(&self, field: &str, item: &str) -> Option<&str> {
        self.lines.get(&format!("{field}{item}"))?.as_str()
    }
}

impl Record for AssessmentCopy {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 30,
        name: "assessment_copy",
        home: Audience::Shared,
        sealed: false,
        parent: Some("assessment"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "assessment", Once, Id),
            FieldEntry::new(2, "title", Once, Text),
            FieldEntry::new(3, "at", Once, Time),
            FieldEntry::new(4, "licence", Once, Text),
            FieldEntry::new(5, "order", Once, Words),
            FieldEntry::new(6, "asked.*", Once, Text),
            FieldEntry::new(7, "said.*", Once, Text),
        ],
    };
}
