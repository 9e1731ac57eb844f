//! An assessment held as a conversation: a private draft for as long as it takes, sealed when it is submitted.
//!
//! Each answer and each comment is a field of its own (`answer.sleep`, `comment.sleep`), so that two phones of one person
//! can answer different questions of one draft. What a response may be is the instrument's business.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::FieldType::{Bool, Choice as OneOf, Id, Integer, Response, Text, Time, Words};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::choice::choice;
use crate::model::kinds::Mode;
use crate::model::{Audience, CaseId, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

/// Before the name of a question: the field of its response.
pub const ANSWER: &str = "answer.";
/// Before the name of a question: the field of what was said beside it.
pub const COMMENT: &str = "comment.";
/// Before the name of a score: the field of what the phone worked out when it was submitted, in words. The server works it
/// out again and says so when the two differ.
pub const SCORE: &str = "score.";

choice! {
    /// What became of an assessment.
    AssessmentOutcome {
        /// It was held, in part or in full.
        Held = "held",
        /// The client would rather not, and was not pressed.
        Declined = "declined",
        /// It was begun and given up; what was said until then stays with its author and goes nowhere.
        Abandoned = "abandoned",
    }
}

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
    /// The first question that was answered, and not only talked about: where the client began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_answered_item: Option<String>,
    /// The contact it was part of. An assessment is never a contact's only purpose without a reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<EntityId>,
    /// What became of it; held when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<AssessmentOutcome>,
    /// Why it was declined or given up, in words, when somebody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Whether the client was given a copy there and then, on paper or otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_had_copy: Option<bool>,
    /// The answers, comments and scores, by their field names.
    #[serde(flatten)]
    pub said: BTreeMap<String, Value>,
}

impl Assessment {
    /// The stored responses by question.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.said.iter().filter_map(|(field, value)| Some((field.strip_prefix(ANSWER)?, value)))
    }

    /// What became of it.
    pub fn outcome(&self) -> AssessmentOutcome {
        self.outcome.unwrap_or(AssessmentOutcome::Held)
    }

    /// The score called `score` as the phone that submitted it worked it out.
    pub fn find_score(&self, score: &str) -> Option<&str> {
        self.said.get(&format!("{SCORE}{score}"))?.as_str()
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
            FieldEntry::new(10, "first_answered_item", Register, Text),
            FieldEntry::new(11, "contact", Register, Id),
            FieldEntry::new(12, "outcome", Register, OneOf(AssessmentOutcome::NAMES)),
            FieldEntry::new(13, "why", Prose, Text),
            FieldEntry::new(14, "client_had_copy", Register, Bool),
            FieldEntry::new(15, "score.*", Register, Text),
        ],
    };
}
