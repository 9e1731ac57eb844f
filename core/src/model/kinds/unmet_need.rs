//! A need that nothing nearby serves, and why: what those who pay for services do not hear of otherwise.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::choice::choice;
use crate::model::kinds::NeedCategory;
use crate::model::{Audience, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// Why a need stays unmet. The words are those of a need's resolution.
    UnmetReason {
        /// There is no service for it nearby.
        NoService = "no_service",
        /// The services there are do not take this person.
        NotEligible = "not_eligible",
        /// The wait is over 60 days.
        Waiting = "waiting",
        /// It costs more than the client has.
        Unaffordable = "unaffordable",
        /// The client cannot get there or get in.
        Inaccessible = "inaccessible",
    }
}

/// A need that stays unmet for now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnmetNeed {
    /// The need, when it was written down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<EntityId>,
    /// What it is about.
    pub category: NeedCategory,
    /// Why it stays unmet.
    pub why: UnmetReason,
    /// When that was found.
    pub at: Timestamp,
    /// What would have served it, or what was tried, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The service that came nearest and did not fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<EntityId>,
}

impl Record for UnmetNeed {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 42,
        name: "unmet_need",
        home: Audience::Core,
        sealed: false,
        parent: Some("need"),
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "need", Once, Id),
            FieldEntry::new(2, "category", Register, OneOf(NeedCategory::NAMES)),
            FieldEntry::new(3, "why", Register, OneOf(UnmetReason::NAMES)),
            FieldEntry::new(4, "at", Register, Time),
            FieldEntry::new(5, "words", Prose, Text),
            FieldEntry::new(6, "service", Once, Id),
        ],
    };
}
