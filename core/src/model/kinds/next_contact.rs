//! When, how and why the next contact is: the client sees it, so that nobody is called out of the blue.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Bool, Choice as OneOf, Text, Time};
use crate::model::MergeClass::{Prose, Register};
use crate::model::kinds::Mode;
use crate::model::{Audience, CaseId, Choice, EntityId, FieldEntry, KindEntry, Record, Timestamp};

/// The next contact of a case. There is one: its id comes from [`NextContact::id_of`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextContact {
    /// When.
    pub at: Timestamp,
    /// How.
    pub mode: Mode,
    /// With whom, by name.
    pub who: String,
    /// What for, in words the client chose or heard.
    pub why: String,
    /// Whether the client agreed to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed: Option<bool>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// When it was planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_at: Option<Timestamp>,
}

impl NextContact {
    /// The id of the one next contact of `case`.
    pub fn id_of(case: CaseId) -> EntityId {
        case.single(Self::ENTRY.name)
    }
}

impl NextContact {
    /// A next contact, of which it is not known whether the client agreed.
    pub fn new(at: Timestamp, mode: Mode, who: String, why: String) -> Self {
        Self { at, mode, who, why, agreed: None, place: None, made_at: None }
    }
}

impl Record for NextContact {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 11,
        name: "next_contact",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: Some("at"),
        fields: &[
            FieldEntry::new(1, "at", Register, Time),
            FieldEntry::new(2, "mode", Register, OneOf(Mode::NAMES)),
            FieldEntry::new(3, "who", Register, Text),
            FieldEntry::new(4, "why", Prose, Text),
            FieldEntry::new(5, "agreed", Register, Bool),
            FieldEntry::new(6, "place", Register, Text),
            FieldEntry::new(7, "made_at", Register, Time),
        ],
    };
}
