//! What a link worker's time goes into. It is the worker's own: nobody else reads a line of it, and a team only sees sums.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Integer, Text, Time};
use crate::model::MergeClass::{Prose, Register};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// What the time went into.
    WorkType {
        /// Time with or for a client.
        Client = "client",
        /// Getting there.
        Travel = "travel",
        /// Inviting people to the service.
        Recruitment = "recruitment",
        /// Building trust with practices and services.
        Relationship = "relationship",
        /// Keeping up with what there is nearby.
        Directory = "directory",
        /// Writing records.
        Records = "records",
        /// Training.
        Training = "training",
        /// Supervision.
        Supervision = "supervision",
    }
}

/// A line of a worklog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worklog {
    /// When.
    pub at: Timestamp,
    /// What it went into.
    pub work: WorkType,
    /// How many minutes.
    pub minutes: i64,
    /// The practice, service or topic it was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Worklog {
    /// A line of which nothing more is said.
    pub fn new(at: Timestamp, work: WorkType, minutes: i64) -> Self {
        Self { at, work, minutes, place: None, words: None }
    }
}

impl Record for Worklog {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 17,
        name: "worklog",
        home: Audience::Private,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "at", Register, Time),
            FieldEntry::new(2, "work", Register, OneOf(WorkType::NAMES)),
            FieldEntry::new(3, "minutes", Register, Integer(1, 1440)),
            FieldEntry::new(4, "place", Register, Text),
            FieldEntry::new(5, "words", Prose, Text),
        ],
    };
}
