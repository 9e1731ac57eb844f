//! What stood open when somebody wanted to end the support, and what was decided. Written once: it is the reason the ending has.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Text, Time, Words};
use crate::model::MergeClass::Once;
use crate::model::choice::choice;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// What was decided.
    ClosureDecision {
        /// To go on.
        GoOn = "go_on",
        /// To pause, with the door open.
        Pause = "pause",
        /// To end.
        End = "end",
        /// That a second person looks first.
        SecondLook = "second_look",
    }
}

/// A closure check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureCheck {
    /// The episode.
    pub episode: EntityId,
    /// When.
    pub at: Timestamp,
    /// Codes of what stood open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<String>,
    /// What the client says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_view: Option<String>,
    /// What was decided.
    pub decision: ClosureDecision,
    /// Why, where something stood open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Who took the second look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_by: Option<String>,
}

impl Record for ClosureCheck {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 23,
        name: "closure_check",
        home: Audience::Work,
        sealed: false,
        parent: Some("episode"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "episode", Once, Id),
            FieldEntry::new(2, "at", Once, Time),
            FieldEntry::new(3, "open", Once, Words),
            FieldEntry::new(4, "client_view", Once, Text),
            FieldEntry::new(5, "decision", Once, OneOf(ClosureDecision::NAMES)),
            FieldEntry::new(6, "why", Once, Text),
            FieldEntry::new(7, "second_by", Once, Text),
        ],
    };
}
