//! How it is safe to reach a client: which ways, at which times, and what may be said to whoever answers.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Integer, Text, Time, Words};
use crate::model::MergeClass::{Prose, Register, Set, Watch};
use crate::model::kinds::Mode;
use crate::model::{Audience, CaseId, EntityId, FieldEntry, KindEntry, Record, Timestamp};

/// The safe-contact rule of a case. There is one: its id comes from [`SafeContact::id_of`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeContact {
    /// Ways of contact that are not safe.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<Mode>,
    /// When it is safe, and when not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<String>,
    /// Earliest safe minute of the day, local time; absent when any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_minute: Option<i64>,
    /// Latest safe minute of the day, local time; absent when any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_minute: Option<i64>,
    /// What may be said to somebody else who answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words_allowed: Option<String>,
    /// Whether a message may be left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voicemail_ok: Option<bool>,
    /// When the client last said so.
    pub written_at: Timestamp,
}

impl SafeContact {
    /// The id of the one safe-contact rule of `case`.
    pub fn id_of(case: CaseId) -> EntityId {
        case.single(Self::ENTRY.name)
    }
}

impl SafeContact {
    /// A rule that forbids nothing yet.
    pub fn new(written_at: Timestamp) -> Self {
        Self {
            never: Vec::new(),
            times: None,
            from_minute: None,
            to_minute: None,
            words_allowed: None,
            voicemail_ok: None,
            written_at,
        }
    }
}

impl Record for SafeContact {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 21,
        name: "safe_contact",
        home: Audience::Core,
        sealed: false,
        parent: None,
        time: Some("written_at"),
        fields: &[
            FieldEntry::new(1, "never", Set, Words),
            FieldEntry::new(2, "times", Prose, Text),
            FieldEntry::new(3, "from_minute", Register, Integer(0, 1439)),
            FieldEntry::new(4, "to_minute", Register, Integer(0, 1439)),
            FieldEntry::new(5, "words_allowed", Prose, Text),
            FieldEntry::new(6, "voicemail_ok", Watch, Bool),
            FieldEntry::new(7, "written_at", Register, Time),
        ],
    };
}
