//! What a link worker thinks over: theirs alone, never about a client by name, for supervision if they choose to bring it.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Text, Time};
use crate::model::MergeClass::{Prose, Register};
use crate::model::{Audience, FieldEntry, KindEntry, Record, Timestamp};

/// A reflection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// When it was written.
    pub at: Timestamp,
    /// The worker's words.
    pub words: String,
    /// Whether they mean to bring it to supervision.
    #[serde(default)]
    pub for_supervision: bool,
}

impl Record for Reflection {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 61,
        name: "reflection",
        home: Audience::Private,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "at", Register, Time),
            FieldEntry::new(2, "words", Prose, Text),
            FieldEntry::new(3, "for_supervision", Register, Bool),
        ],
    };
}
