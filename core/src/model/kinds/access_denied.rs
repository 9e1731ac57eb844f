//! A door that stayed shut to a link worker: no room, no log-in, nobody who knew of them. Evidence for the team, about no client.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Text, Time};
use crate::model::MergeClass::Once;
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// What was not given.
    DeniedThing {
        /// A room.
        Room = "room",
        /// The practice's records.
        Records = "records",
        /// A meeting or an answer.
        Meeting = "meeting",
        /// Anything else.
        Other = "other",
    }
}

/// A line of the access-denied log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessDenied {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub place: String,
    /// What.
    pub denied: DeniedThing,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Record for AccessDenied {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 25,
        name: "access_denied",
        home: Audience::Private,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "at", Once, Time),
            FieldEntry::new(2, "place", Once, Text),
            FieldEntry::new(3, "denied", Once, OneOf(DeniedThing::NAMES)),
            FieldEntry::new(4, "words", Once, Text),
        ],
    };
}
