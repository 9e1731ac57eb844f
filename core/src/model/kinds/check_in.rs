//! How a goal is going, said by one person at one time. Two people's check-ins both stay; they are never averaged.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Integer, Text, Time};
use crate::model::MergeClass::Once;
use crate::model::choice::choice;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Who says how it is going.
    By {
        /// The client.
        Client = "client",
        /// The link worker.
        Worker = "worker",
    }
}

/// A check-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The goal it is about.
    pub goal: EntityId,
    /// Who says it.
    pub by: By,
    /// From 0, nowhere near, to 10, all the way there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<i64>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// When it was said.
    pub at: Timestamp,
}

impl Record for CheckIn {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 7,
        name: "check_in",
        home: Audience::Shared,
        sealed: false,
        parent: Some("goal"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "goal", Once, Id),
            FieldEntry::new(2, "by", Once, OneOf(By::NAMES)),
            FieldEntry::new(3, "score", Once, Integer(0, 10)),
            FieldEntry::new(4, "words", Once, Text),
            FieldEntry::new(5, "at", Once, Time),
        ],
    };
}
