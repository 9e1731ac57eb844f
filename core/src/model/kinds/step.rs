//! One step towards a goal, and who takes it.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Id, Integer, Text, Time};
use crate::model::MergeClass::{Once, Order, Prose, Register};
use crate::model::choice::choice;
use crate::model::kinds::SupportMode;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Who takes a step.
    StepBy {
        /// The client.
        Client = "client",
        /// The link worker.
        Worker = "worker",
        /// Both, together.
        Together = "together",
        /// A service.
        Service = "service",
    }
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The goal it leads to.
    pub goal: EntityId,
    /// Its place among the steps, smallest first.
    pub position: i64,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<StepBy>,
    /// Whether it is done.
    pub done: bool,
    /// When it was ticked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_at: Option<Timestamp>,
    /// When it was agreed.
    pub at: Timestamp,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// How the client is helped to take it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_mode: Option<SupportMode>,
}

impl Step {
    /// A step that is not done, at this place among the steps of `goal`.
    pub fn new(goal: EntityId, position: i64, title: String, at: Timestamp) -> Self {
        Self {
            goal,
            position,
            title,
            by: None,
            done: false,
            done_at: None,
            at,
            due: None,
            support_mode: None,
        }
    }
}

impl Record for Step {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 6,
        name: "step",
        home: Audience::Shared,
        sealed: false,
        parent: Some("goal"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "goal", Once, Id),
            FieldEntry::new(2, "position", Order, Integer(-1_000_000_000, 1_000_000_000)),
            FieldEntry::new(3, "title", Prose, Text),
            FieldEntry::new(4, "by", Register, OneOf(StepBy::NAMES)),
            FieldEntry::new(5, "done", Register, Bool),
            FieldEntry::new(6, "done_at", Register, Time),
            FieldEntry::new(7, "at", Register, Time),
            FieldEntry::new(8, "due", Register, Time),
            FieldEntry::new(9, "support_mode", Register, OneOf(SupportMode::NAMES)),
        ],
    };
}
