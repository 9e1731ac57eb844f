//! The person the case is about, with what a visitor must know first.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Integer, Text, Time, Words};
use crate::model::MergeClass::{Prose, Register, Set, State, Watch};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Where a journey stands.
    ClientStatus {
        /// Being supported.
        Active = "active",
        /// The client asked for a pause; the door stays open.
        Paused = "paused",
        /// The journey has ended.
        Ended = "ended",
    }
}

/// A client. The id of the record is the id of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Full name as the client gives it, in any script.
    pub name: String,
    /// What the client likes to be called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_as: Option<String>,
    /// Year of birth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<i64>,
    /// The GP practice that referred the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub practice: Option<String>,
    /// Long-term conditions, as short words such as `t2d` or `copd`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// Whether the client agreed to be supported and to these records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<bool>,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where the client lives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// How it is safe to reach the client, in words: who may hear what, and when not to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safe_contact: Option<String>,
    /// Expected length of the journey in months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_months: Option<i64>,
    /// Where the journey stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ClientStatus>,
    /// When the journey began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
}

impl Record for Client {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 1,
        name: "client",
        home: Audience::Core,
        sealed: false,
        parent: None,
        time: Some("since"),
        fields: &[
            FieldEntry::new(1, "name", Watch, Text),
            FieldEntry::new(2, "known_as", Register, Text),
            FieldEntry::new(3, "birth_year", Watch, Integer(1900, 2200)),
            FieldEntry::new(4, "practice", Register, Text),
            FieldEntry::new(5, "conditions", Set, Words),
            FieldEntry::new(6, "consent", Watch, Bool),
            FieldEntry::new(7, "phone", Watch, Text),
            FieldEntry::new(8, "address", Watch, Text),
            FieldEntry::new(9, "safe_contact", Prose, Text),
            FieldEntry::new(10, "planned_months", Register, Integer(0, 600)),
            FieldEntry::new(11, "status", State, OneOf(ClientStatus::NAMES)),
            FieldEntry::new(12, "since", Register, Time),
        ],
    };
}
