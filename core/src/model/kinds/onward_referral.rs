//! A referral onwards to a community service. What became of it is told by its referral statuses.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Id, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::choice::choice;
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
        ],
    };
}
