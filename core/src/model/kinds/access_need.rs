//! How somebody needs to be spoken or written to, with the six steps of the Accessible Information Standard (DAPB1605):
//! identify, record, flag, share, meet, review.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Text, Time, Words};
use crate::model::MergeClass::{Once, Prose, Register, Set};
use crate::model::choice::choice;
use crate::model::kinds::Mode;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// What somebody needs.
    AccessNeedType {
        /// Deaf or hard of hearing: no telephone calls unless they say so.
        Hearing = "hearing",
        /// Blind or low sight: nothing in small print.
        Sight = "sight",
        /// Both.
        DeafBlind = "deaf_blind",
        /// A learning disability: easy read, more time.
        Learning = "learning",
        /// Speech or communication.
        Speech = "speech",
        /// Reading or writing is hard.
        Literacy = "literacy",
        /// An interpreter or another language.
        Language = "language",
        /// Anything else.
        Other = "other",
    }
}

/// An access need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessNeed {
    /// What they need.
    pub need: AccessNeedType,
    /// In the client's words: what works.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Ways of contact that do not work for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocked: Vec<Mode>,
    /// Step 1: when it was identified.
    pub identified_at: Timestamp,
    /// Step 2: when it was recorded in words anybody understands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Timestamp>,
    /// Step 3: when it was made to stand out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flagged_at: Option<Timestamp>,
    /// Step 4: when it was passed on, with consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_at: Option<Timestamp>,
    /// Step 5: when it was first met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_at: Option<Timestamp>,
    /// Step 6: when it is to be looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_at: Option<Timestamp>,
    /// Whether it is a carer's need and not the client's own.
    #[serde(default)]
    pub for_carer: bool,
}

impl AccessNeed {
    /// A need that was identified and for which nothing more was done yet.
    pub fn new(need: AccessNeedType, identified_at: Timestamp) -> Self {
        Self {
            need,
            words: None,
            blocked: Vec::new(),
            identified_at,
            recorded_at: None,
            flagged_at: None,
            shared_at: None,
            met_at: None,
            review_at: None,
            for_carer: false,
        }
    }
}

impl Record for AccessNeed {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 20,
        name: "access_need",
        home: Audience::Core,
        sealed: false,
        parent: None,
        time: Some("identified_at"),
        fields: &[
            FieldEntry::new(1, "need", Register, OneOf(AccessNeedType::NAMES)),
            FieldEntry::new(2, "words", Prose, Text),
            FieldEntry::new(3, "blocked", Set, Words),
            FieldEntry::new(4, "identified_at", Register, Time),
            FieldEntry::new(5, "recorded_at", Register, Time),
            FieldEntry::new(6, "flagged_at", Register, Time),
            FieldEntry::new(7, "shared_at", Register, Time),
            FieldEntry::new(8, "met_at", Register, Time),
            FieldEntry::new(9, "review_at", Register, Time),
            FieldEntry::new(10, "for_carer", Once, Bool),
        ],
    };
}
