//! The person the case is about, with what a visitor must know first.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Integer, Text, Time, Words};
use crate::model::MergeClass::{Prose, Register, Set, State, Watch};
use crate::model::choice::choice;
use crate::model::kinds::Mode;
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

choice! {
    /// How much support was agreed. It follows the need and is changed with a reason.
    Intensity {
        /// A word now and then.
        Light = "light",
        /// A steady rhythm.
        Steady = "steady",
        /// Often, and in person.
        Intensive = "intensive",
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
    /// NHS number: ten digits, the last a check digit (modulus 11).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nhs_number: Option<String>,
    /// Date of birth as `1951-03-07`; a client who gives only the year has [`Client::birth_year`] alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
    /// How the client is spoken of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pronouns: Option<String>,
    /// The language they would rather speak, as a language tag such as `pl`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The way of contact they prefer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred_mode: Option<Mode>,
    /// How often the two agreed to speak, in days; slow rhythms are allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_every_days: Option<i64>,
    /// How much support was agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intensity: Option<Intensity>,
    /// Why that much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intensity_why: Option<String>,
    /// What is going on in their life now, before any goal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life_now: Option<String>,
    /// Ethnic group, as the client says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ethnicity: Option<String>,
    /// Quintile of deprivation of where they live, 1 the most deprived; computed on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprivation_quintile: Option<i64>,
    /// Other organisations that help already, so that nothing is done twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_support: Vec<String>,
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
            FieldEntry::new(13, "nhs_number", Watch, Text),
            FieldEntry::new(14, "born", Watch, Text),
            FieldEntry::new(15, "pronouns", Register, Text),
            FieldEntry::new(16, "language", Register, Text),
            FieldEntry::new(17, "preferred_mode", Register, OneOf(Mode::NAMES)),
            FieldEntry::new(18, "contact_every_days", Register, Integer(1, 366)),
            FieldEntry::new(19, "intensity", Register, OneOf(Intensity::NAMES)),
            FieldEntry::new(20, "intensity_why", Prose, Text),
            FieldEntry::new(21, "life_now", Prose, Text),
            FieldEntry::new(22, "ethnicity", Register, Text),
            FieldEntry::new(23, "deprivation_quintile", Register, Integer(1, 5)),
            FieldEntry::new(24, "other_support", Set, Words),
        ],
    };
}
