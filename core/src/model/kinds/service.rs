//! A community service of the directory: what it offers, for whom, when, where, and how sure we are of it.
//!
//! The server's import writes it; a link worker confirms it and adds local knowledge beside it, and changes nothing in it.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Integer, Text, Time, Words};
use crate::model::MergeClass::Register;
use crate::model::choice::choice;
use crate::model::kinds::NeedCategory;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Whether a service can be used, as its provider says.
    ServiceStatus {
        /// It runs.
        Active = "active",
        /// It does not run, or the feed it came from no longer lists it.
        Inactive = "inactive",
        /// It has ended.
        Defunct = "defunct",
        /// It is closed for a time.
        TemporarilyClosed = "temporarily_closed",
    }
}

/// A service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// Whether it can be used.
    pub status: ServiceStatus,
    /// The need it serves first.
    pub category: NeedCategory,
    /// What it offers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What sort of service it is, in the feed's words, finer than the category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_type: Option<String>,
    /// The organisation that runs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Its web page; http or https.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where to write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Where to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where it is, a line for each place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Whom it serves by where they live, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The postcode of its first place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Latitude of its first place in millionths of a degree, north positive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<i64>,
    /// Longitude of its first place in millionths of a degree, east positive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<i64>,
    /// When it is open, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening_times: Option<String>,
    /// The days it is open, as `mon` to `sun`; empty when nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<String>,
    /// The youngest it takes, in years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<i64>,
    /// The oldest it takes, in years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<i64>,
    /// Who can come, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eligibility: Option<String>,
    /// How long the wait is, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait: Option<String>,
    /// The longest wait its words speak of, in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_days: Option<i64>,
    /// How one gets in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_process: Option<String>,
    /// What it costs, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees: Option<String>,
    /// Whether it is free of charge; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<bool>,
    /// The languages spoken there, as the feed names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Getting in and around, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<String>,
    /// Something for the time being, such as a move or a closure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<String>,
    /// When its provider last checked what the feed says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assured_at: Option<Timestamp>,
    /// The feed it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its id there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_id: Option<String>,
    /// When the feed says it last changed; as of the last import that found a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<Timestamp>,
    /// Hash of what the feed says of it, 16 hexadecimal digits; absent once the feed no longer lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// When a link worker last found that it is as it says here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_confirmed_at: Option<Timestamp>,
}

impl Service {
    /// A service with nothing known but this.
    pub fn new(name: String, status: ServiceStatus, category: NeedCategory) -> Self {
        Self {
            name,
            status,
            category,
            description: None,
            service_type: None,
            provider: None,
            url: None,
            email: None,
            phone: None,
            address: None,
            area: None,
            postcode: None,
            latitude: None,
            longitude: None,
            opening_times: None,
            days: Vec::new(),
            minimum_age: None,
            maximum_age: None,
            eligibility: None,
            wait: None,
            expected_days: None,
            application_process: None,
            fees: None,
            free: None,
            languages: Vec::new(),
            accessibility: None,
            alert: None,
            assured_at: None,
            source: None,
            source_id: None,
            last_modified: None,
            hash: None,
            last_confirmed_at: None,
        }
    }
}

impl Record for Service {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 40,
        name: "service",
        home: Audience::Directory,
        sealed: false,
        parent: None,
        time: None,
        fields: &[
            FieldEntry::new(1, "name", Register, Text),
            FieldEntry::new(2, "status", Register, OneOf(ServiceStatus::NAMES)),
            FieldEntry::new(3, "category", Register, OneOf(NeedCategory::NAMES)),
            FieldEntry::new(4, "description", Register, Text),
            FieldEntry::new(5, "service_type", Register, Text),
            FieldEntry::new(6, "provider", Register, Text),
            FieldEntry::new(7, "url", Register, Text),
            FieldEntry::new(8, "email", Register, Text),
            FieldEntry::new(9, "phone", Register, Text),
            FieldEntry::new(10, "address", Register, Text),
            FieldEntry::new(11, "area", Register, Text),
            FieldEntry::new(12, "postcode", Register, Text),
            FieldEntry::new(13, "latitude", Register, Integer(-90_000_000, 90_000_000)),
            FieldEntry::new(14, "longitude", Register, Integer(-180_000_000, 180_000_000)),
            FieldEntry::new(15, "opening_times", Register, Text),
            FieldEntry::new(16, "days", Register, Words),
            FieldEntry::new(17, "minimum_age", Register, Integer(0, 130)),
            FieldEntry::new(18, "maximum_age", Register, Integer(0, 130)),
            FieldEntry::new(19, "eligibility", Register, Text),
            FieldEntry::new(20, "wait", Register, Text),
            FieldEntry::new(21, "expected_days", Register, Integer(0, 1000)),
            FieldEntry::new(22, "application_process", Register, Text),
            FieldEntry::new(23, "fees", Register, Text),
            FieldEntry::new(24, "free", Register, Bool),
            FieldEntry::new(25, "languages", Register, Words),
            FieldEntry::new(26, "accessibility", Register, Text),
            FieldEntry::new(27, "alert", Register, Text),
            FieldEntry::new(28, "assured_at", Register, Time),
            FieldEntry::new(29, "source", Register, Text),
            FieldEntry::new(30, "source_id", Register, Text),
            FieldEntry::new(31, "last_modified", Register, Time),
            FieldEntry::new(32, "hash", Register, Text),
            FieldEntry::new(33, "last_confirmed_at", Register, Time),
        ],
    };
}
