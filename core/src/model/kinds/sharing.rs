//! A switch of the client's: who may see or be told what. Both see it, and the client may withdraw it at any time.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register, Watch};
use crate::model::choice::choice;
use crate::model::{Audience, CaseId, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// What is shared, and with whom.
    SharingPurpose {
        /// The GP practice gets a summary.
        Practice = "practice",
        /// Codes alone go to the practice, and no words.
        PracticeCodesOnly = "practice_codes_only",
        /// A supervisor reads more than submitted assessments.
        Supervisor = "supervisor",
        /// A service that the client is referred to.
        Service = "service",
        /// A carer or relative.
        Carer = "carer",
        /// Researchers, without the name.
        Research = "research",
        /// Text messages to the client's phone.
        Messages = "messages",
    }
}

/// A share switch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sharing {
    /// What for.
    pub purpose: SharingPurpose,
    /// What exactly, in words the client heard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// With whom, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// When the client said yes; absent when they said no.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_at: Option<Timestamp>,
    /// When the client took it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Timestamp>,
    /// When the client was asked.
    pub asked_at: Timestamp,
}

impl Sharing {
    /// The id of the one switch of `case` for this purpose.
    pub fn id_of(case: CaseId, purpose: SharingPurpose) -> EntityId {
        case.single(&format!("{} {}", Self::ENTRY.name, purpose.name()))
    }

    /// Whether the client's yes stands. A no, or a yes taken back, is a no.
    pub fn is_given(&self) -> bool {
        self.given_at.is_some_and(|given| self.withdrawn_at.is_none_or(|withdrawn| withdrawn < given))
    }
}

impl Sharing {
    /// A switch the client was asked about and has not said yes to.
    pub fn new(purpose: SharingPurpose, asked_at: Timestamp) -> Self {
        Self { purpose, scope: None, with: None, given_at: None, withdrawn_at: None, asked_at }
    }
}

impl Record for Sharing {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 19,
        name: "sharing",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: Some("given_at"),
        fields: &[
            FieldEntry::new(1, "purpose", Once, OneOf(SharingPurpose::NAMES)),
            FieldEntry::new(2, "scope", Prose, Text),
            FieldEntry::new(3, "with", Register, Text),
            FieldEntry::new(4, "given_at", Register, Time),
            FieldEntry::new(5, "withdrawn_at", Watch, Time),
            FieldEntry::new(6, "asked_at", Once, Time),
        ],
    };
}
