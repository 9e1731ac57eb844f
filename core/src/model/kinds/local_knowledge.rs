//! What a link worker knows of a service that no feed says: who answers there, whether they have room, what it is like.
//!
//! Its author is the record's. Several people's knowledge stays side by side; the newest is shown first.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Integer, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Whether a service has room, after the capacity statuses of HL7's Gravity project.
    Capacity {
        /// It takes people now.
        HasCapacity = "has_capacity",
        /// It takes nobody.
        NoCapacity = "none",
        /// It has a waiting list.
        WaitingList = "waiting_list",
        /// It depends; ask.
        Ask = "ask",
    }
}

/// Something a link worker knows of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalKnowledge {
    /// The service.
    pub service: EntityId,
    /// What is known, in words.
    pub note: String,
    /// When it was found out.
    pub at: Timestamp,
    /// Whether the service has room, when that was found out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// How long the wait is said to be, in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_days: Option<i64>,
}

impl Record for LocalKnowledge {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 41,
        name: "local_knowledge",
        home: Audience::Directory,
        sealed: false,
        parent: Some("service"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "service", Once, Id),
            FieldEntry::new(2, "note", Prose, Text),
            FieldEntry::new(3, "at", Register, Time),
            FieldEntry::new(4, "capacity", Register, OneOf(Capacity::NAMES)),
            FieldEntry::new(5, "expected_days", Register, Integer(0, 1000)),
        ],
    };
}
