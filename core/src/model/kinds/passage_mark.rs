//! A passage of a record that is about somebody else, or that could bring harm: marked when it is written, not when a copy is
//! asked for. The text itself stays as it was said.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Text, Time};
use crate::model::MergeClass::{Once, Register};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Why a passage is not simply passed on.
    PassageReason {
        /// It is about somebody else, or somebody else said it in confidence.
        ThirdParty = "third_party",
        /// Reading it, or somebody else's reading it, could bring serious harm.
        HarmRisk = "harm_risk",
    }
}

/// A mark on a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassageMark {
    /// The record the passage is in.
    pub record: EntityId,
    /// The passage, word for word.
    pub passage: String,
    /// Why it is marked.
    pub why: PassageReason,
    /// When it was marked.
    pub at: Timestamp,
    /// When the mark was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lifted_at: Option<Timestamp>,
}

impl Record for PassageMark {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 60,
        name: "passage_mark",
        home: Audience::Work,
        sealed: false,
        parent: Some("record"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "record", Once, Id),
            FieldEntry::new(2, "passage", Once, Text),
            FieldEntry::new(3, "why", Once, OneOf(PassageReason::NAMES)),
            FieldEntry::new(4, "at", Once, Time),
            FieldEntry::new(5, "lifted_at", Register, Time),
        ],
    };
}
