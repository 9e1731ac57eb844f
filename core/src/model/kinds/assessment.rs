//! An assessment held as a conversation: a private draft for as long as it takes, sealed when it is submitted.
//!
//! Each answer and each comment is a field of its own (`answer.sleep`, `comment.sleep`), so that two phones of one person
//! can answer different questions of one draft. What a response may be is the instrument's business.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::FieldType::{Choice as OneOf, Id, Integer, Response, Text, Time, Words};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::kinds::Mode;
use crate::model::{Audience, CaseId, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

/// Before the name of a question: the field of its response.
pub const ANSWER: &str = "answer.";
/// Before the name of a question: the field of what was said beside it.
pub const COMMENT: &str = "comment.";

/// An assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The case it is about; only a draft says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// When it was begun.
    pub at: Timestamp,
    /// The instrument's id.
    pub instrument: String,
    /// The version of the instrument it was begun with, and ends with.
    pub version: u32,
    /// How the two met for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// The questions in the order in which they were first talked about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discussed: Vec<String>,
    /// The sealed assessment that this one amends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<EntityId>,
    /// The answers and comments, by their field names.
    #[serde(flatten)]
    pub said: BTreeMap<String, Value>,
}

impl Assessment {
    /// The stored responses by question.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.said.iter().filter_map(|(field, value)| Some((field.strip_prefix(ANSWER)?, value)))
    }

    /// What was said beside the question called `item`.
    pub fn find_comment(&self, item: &str) -> Option<&str> {
        self.said.get(&format!("{COMMENT}{item}"))?.as_str()
    }
}

impl Record for Assessment {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 8,
        name: "assessment",
        home: Audience::Submitted,
        sealed: true,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "case", Once, Id),
            FieldEntry::new(2, "at", Register, Time),
            FieldEntry::new(3, "instrument", Once, Text),
            FieldEntry::new(4, "version", Once, Integer(1, 1_000_000)),
            FieldEntry::new(5, "mode", Register, OneOf(Mode::NAMES)),
            FieldEntry::new(6, "discussed", Register, Words),
            FieldEntry::new(7, "amends", Once, Id),
            FieldEntry::new(8, "answer.*", Register, Response),
            FieldEntry::new(9, "comment.*", Prose, Text),
        ],
    };
}
