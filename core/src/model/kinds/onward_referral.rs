//! A referral onwards to a community service. What became of it is told by its referral statuses.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Id, Integer, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::choice::choice;
use crate::model::kinds::NeedCategory;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// How the client is helped to get there.
    SupportMode {
        /// Told that it exists.
        ToldAbout = "told_about",
        /// Given something to take away.
        InformationGiven = "information_given",
        /// Referred on paper.
        Referred = "referred",
        /// Introduced in person.
        WarmHandover = "warm_handover",
        /// The worker goes along.
        Accompany = "accompany",
        /// Done together.
        DoTogether = "do_together",
    }
}

choice! {
    /// Whether the service was told. "Noted" is not "sent".
    Notified {
        /// The service knows.
        Yes = "yes",
        /// Nobody was told; it is only noted here.
        No = "no",
        /// The client makes the first contact.
        ClientWill = "client_will",
    }
}

/// An onward referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnwardReferral {
    /// The need it is to serve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<EntityId>,
    /// The service, in words.
    pub to: String,
    /// Why.
    pub why: String,
    /// How the client is helped to get there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_mode: Option<SupportMode>,
    /// Fears and adjustments that travel with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjustments: Option<String>,
    /// When it was made.
    pub at: Timestamp,
    /// The service of the directory, when it was picked there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<EntityId>,
    /// Hash of the directory's entry as it was when it was picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_hash: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<NeedCategory>,
    /// Whether the service was really told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notified: Option<Notified>,
    /// How long the service says the wait is, in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_days: Option<i64>,
    /// Whether it is a first time there, which is followed up within two working days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_time: Option<bool>,
    /// Why it is tried although a criterion seems not to be met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eligibility: Option<String>,
}

impl OnwardReferral {
    /// A referral to the service called `to`.
    pub fn new(to: String, why: String, at: Timestamp) -> Self {
        Self {
            need: None,
            to,
            why,
            support_mode: None,
            adjustments: None,
            at,
            service: None,
            service_hash: None,
            category: None,
            notified: None,
            expected_days: None,
            first_time: None,
            eligibility: None,
        }
    }
}

impl Record for OnwardReferral {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 9,
        name: "onward_referral",
        home: Audience::Work,
        sealed: false,
        parent: Some("need"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "need", Once, Id),
            FieldEntry::new(2, "to", Register, Text),
            FieldEntry::new(3, "why", Prose, Text),
            FieldEntry::new(4, "support_mode", Register, OneOf(SupportMode::NAMES)),
            FieldEntry::new(5, "adjustments", Prose, Text),
            FieldEntry::new(6, "at", Register, Time),
            FieldEntry::new(7, "service", Register, Id),
            FieldEntry::new(8, "service_hash", Register, Text),
            FieldEntry::new(9, "category", Register, OneOf(NeedCategory::NAMES)),
            FieldEntry::new(10, "notified", Register, OneOf(Notified::NAMES)),
            FieldEntry::new(11, "expected_days", Register, Integer(0, 1000)),
            FieldEntry::new(12, "first_time", Register, Bool),
            FieldEntry::new(13, "eligibility", Prose, Text),
        ],
    };
}
