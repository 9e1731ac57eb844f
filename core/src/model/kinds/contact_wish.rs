//! What a client asks for: to be called, not to be called, another day. The worker answers on the same record.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Choice as OneOf, Text, Time};
use crate::model::MergeClass::{Once, Prose, Register};
use crate::model::choice::choice;
use crate::model::{Audience, Choice, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// What is asked for.
    WishKind {
        /// "Please call me."
        CallMe = "call_me",
        /// "Please do not call me for now."
        DoNotCall = "do_not_call",
        /// Another time or way for the next contact.
        ChangeNext = "change_next",
        /// A question.
        Question = "question",
    }
}

/// A client's wish about contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactWish {
    /// What is asked for.
    pub wish: WishKind,
    /// In the client's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What the worker answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Timestamp>,
    /// When the client took it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Timestamp>,
}

impl ContactWish {
    /// A wish nobody has answered yet.
    pub fn new(wish: WishKind, at: Timestamp) -> Self {
        Self { wish, words: None, at, answer: None, answered_at: None, withdrawn_at: None }
    }
}

impl Record for ContactWish {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 28,
        name: "contact_wish",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "wish", Once, OneOf(WishKind::NAMES)),
            FieldEntry::new(2, "words", Once, Text),
            FieldEntry::new(3, "at", Once, Time),
            FieldEntry::new(4, "answer", Prose, Text),
            FieldEntry::new(5, "answered_at", Register, Time),
            FieldEntry::new(6, "withdrawn_at", Register, Time),
        ],
    };
}
