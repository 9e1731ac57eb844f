//! Who the link worker of a case was, from when to when. Two overlap only between a handover and the joint meeting it plans.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Text, Time};
use crate::model::MergeClass::{Once, Register};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, PersonId, Record, Timestamp};

choice! {
    /// Why somebody became the link worker of a case.
    AssignmentReason {
        /// A new client.
        New = "new",
        /// The worker before left the case.
        Transfer = "transfer",
        /// For a while, while another is away.
        Cover = "cover",
        /// The client asked for somebody else.
        ClientAsked = "client_asked",
    }
}

/// An assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The link worker.
    pub worker: PersonId,
    /// Their name.
    pub worker_name: String,
    /// From when.
    pub from: Timestamp,
    /// Until when; open while absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Timestamp>,
    /// Why.
    pub reason: AssignmentReason,
    /// When the client was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_told_at: Option<Timestamp>,
}

impl Record for Assignment {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 16,
        name: "assignment",
        home: Audience::Core,
        sealed: false,
        parent: None,
        time: Some("from"),
        fields: &[
            FieldEntry::new(1, "worker", Once, Id),
            FieldEntry::new(2, "worker_name", Once, Text),
            FieldEntry::new(3, "from", Once, Time),
            FieldEntry::new(4, "to", Register, Time),
            FieldEntry::new(5, "reason", Once, OneOf(AssignmentReason::NAMES)),
            FieldEntry::new(6, "client_told_at", Register, Time),
        ],
    };
}
