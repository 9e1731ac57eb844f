//! Something that weighs on the client's life, in the client's words, with what became of it.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register, State};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// What a need is about. Circumstances come first: they are asked about before habits.
    NeedCategory {
        /// Money, debts, benefits.
        Money = "money",
        /// A home, its state, its cost.
        Housing = "housing",
        /// Enough to eat.
        Food = "food",
        /// Heating and light.
        Energy = "energy",
        /// Work or learning towards it.
        Work = "work",
        /// Rights and the law.
        Legal = "legal",
        /// Caring for somebody.
        Caring = "caring",
        /// Being safe.
        Safety = "safety",
        /// Getting online.
        Digital = "digital",
        /// Getting about.
        Transport = "transport",
        /// Company, groups, culture, nature.
        Connection = "connection",
        /// Mood and confidence.
        Mood = "mood",
        /// Living with a health condition.
        Health = "health",
        /// Activity, food, weight, smoking, alcohol, sleep.
        Lifestyle = "lifestyle",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// What became of a need.
    Resolution {
        /// It was met.
        Met = "met",
        /// It was met in part.
        Partly = "partly",
        /// It was not met.
        NotMet = "not_met",
        /// Life changed and it no longer weighs.
        Changed = "changed",
        /// There is nothing nearby that serves it.
        NoService = "no_service",
        /// The services there are do not take this person.
        NotEligible = "not_eligible",
        /// The wait is too long to be of use (over 60 days).
        Waiting = "waiting",
        /// It costs more than the client has.
        Unaffordable = "unaffordable",
        /// The client cannot get there or get in.
        Inaccessible = "inaccessible",
    }
}

/// A need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// What it is about.
    pub category: NeedCategory,
    /// The client's words.
    pub words: String,
    /// When the client raised it.
    pub raised_at: Timestamp,
    /// What became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// When that was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved_at: Option<Timestamp>,
    /// What stood in the way, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub barrier: Option<String>,
    /// Whether the client raised it unasked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raised_by_client: Option<bool>,
}

impl Need {
    /// A need as it was raised, with nothing done about it yet.
    pub fn new(category: NeedCategory, words: String, raised_at: Timestamp) -> Self {
        Self {
            category,
            words,
            raised_at,
            resolution: None,
            resolved_at: None,
            barrier: None,
            raised_by_client: None,
        }
    }
}

impl Record for Need {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 4,
        name: "need",
        home: Audience::Core,
        sealed: false,
        parent: None,
        time: Some("raised_at"),
        fields: &[
            FieldEntry::new(1, "category", Register, OneOf(NeedCategory::NAMES)),
            FieldEntry::new(2, "words", Prose, Text),
            FieldEntry::new(3, "raised_at", Register, Time),
            FieldEntry::new(4, "resolution", State, OneOf(Resolution::NAMES)),
            FieldEntry::new(5, "resolved_at", Register, Time),
            FieldEntry::new(6, "barrier", Prose, Text),
            FieldEntry::new(7, "raised_by_client", Once, Bool),
        ],
    };
}
