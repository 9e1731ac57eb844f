//! A goal in the client's own words; a worker's paraphrase is another field and never replaces them.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register, State};
use crate::model::choice::choice;
use crate::model::kinds::NeedCategory;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Whose words the wording is.
    WordingBy {
        /// The client's, verbatim.
        Client = "client",
        /// The link worker's.
        Worker = "worker",
        /// Found together.
        Joint = "joint",
    }
}

choice! {
    /// Where a goal stands. Changed and dropped are honest outcomes, not defeats.
    GoalStatus {
        /// Put forward, not yet agreed.
        Proposed = "proposed",
        /// Being worked on.
        Active = "active",
        /// Set aside for a while, with a reason.
        Parked = "parked",
        /// Reached.
        Reached = "reached",
        /// Reached in part.
        Partly = "partly",
        /// Let go.
        Dropped = "dropped",
        /// Became another goal.
        Changed = "changed",
    }
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// The goal as it was said.
    pub wording: String,
    /// Whose words these are.
    pub wording_by: WordingBy,
    /// The worker's paraphrase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paraphrase: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<NeedCategory>,
    /// Where it stands.
    pub status: GoalStatus,
    /// Why it is parked, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub park_reason: Option<String>,
    /// When it was agreed.
    pub at: Timestamp,
    /// When the client said "yes, that is my goal".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_confirmed_at: Option<Timestamp>,
    /// Why it was changed or let go, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The goal it became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub became: Option<EntityId>,
    /// The need it is to serve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<EntityId>,
    /// When it was reached, let go or changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<Timestamp>,
    /// The name of who said the wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording_by_name: Option<String>,
}

impl Goal {
    /// A goal that is put forward, in these words.
    pub fn new(wording: String, wording_by: WordingBy, at: Timestamp) -> Self {
        Self {
            wording,
            wording_by,
            paraphrase: None,
            category: None,
            status: GoalStatus::Proposed,
            park_reason: None,
            at,
            client_confirmed_at: None,
            why: None,
            became: None,
            need: None,
            settled_at: None,
            wording_by_name: None,
        }
    }
}

impl Record for Goal {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 5,
        name: "goal",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "wording", Prose, Text),
            FieldEntry::new(2, "wording_by", Register, OneOf(WordingBy::NAMES)),
            FieldEntry::new(3, "paraphrase", Prose, Text),
            FieldEntry::new(4, "category", Register, OneOf(NeedCategory::NAMES)),
            FieldEntry::new(5, "status", State, OneOf(GoalStatus::NAMES)),
            FieldEntry::new(6, "park_reason", Prose, Text),
            FieldEntry::new(7, "at", Register, Time),
            FieldEntry::new(8, "client_confirmed_at", Register, Time),
            FieldEntry::new(9, "why", Prose, Text),
            FieldEntry::new(10, "became", Once, Id),
            FieldEntry::new(11, "need", Register, Id),
            FieldEntry::new(12, "settled_at", Register, Time),
            FieldEntry::new(13, "wording_by_name", Register, Text),
        ],
    };
}
