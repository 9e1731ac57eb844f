//! A goal in the client's own words; a worker's paraphrase is another field and never replaces them.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Text, Time};
use crate::model::MergeClass::{Prose, Register, State};
use crate::model::choice::choice;
use crate::model::kinds::NeedCategory;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

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
        ],
    };
}
