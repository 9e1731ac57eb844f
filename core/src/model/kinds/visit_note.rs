//! What a link worker writes of a visit: a private draft until it is signed, sealed from then on.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Id, Integer, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::{Audience, CaseId, EntityId, FieldEntry, KindEntry, Record, Timestamp};

/// A visit note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitNote {
    /// The case it is about; only a draft says so, since a signed note lives in the case's own stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// When the visit was, by the writer's clock.
    pub at: Timestamp,
    /// Offset of the writer's time zone from UTC, in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<i64>,
    /// The contact it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<EntityId>,
    /// The words.
    #[serde(default)]
    pub body: String,
    /// What the worker promised to do, shown first at the next visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promised: Option<String>,
    /// The sealed note that this one amends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<EntityId>,
}

impl Record for VisitNote {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 3,
        name: "visit_note",
        home: Audience::Work,
        sealed: true,
        parent: Some("contact"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "case", Once, Id),
            FieldEntry::new(2, "at", Register, Time),
            FieldEntry::new(3, "zone", Register, Integer(-840, 840)),
            FieldEntry::new(4, "contact", Register, Id),
            FieldEntry::new(5, "body", Prose, Text),
            FieldEntry::new(6, "promised", Prose, Text),
            FieldEntry::new(7, "amends", Once, Id),
        ],
    };
}
