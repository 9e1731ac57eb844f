//! Whom the submitted assessments of a case are about, for those who receive them and see nothing else of it.
//!
//! A supervisor is not granted the stream that holds who somebody is. Their page names the client from there and writes down
//! that it did; a phone, which has only what it was sent, is sent this name.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::Text;
use crate::model::MergeClass::Register;
use crate::model::{Audience, CaseId, EntityId, FieldEntry, KindEntry, Record};

/// The name of a client beside their submitted assessments. There is one: its id comes from [`NameCard::id_of`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameCard {
    /// The client's name as their record has it.
    pub name: String,
}

impl NameCard {
    /// The id of the one card of `case`.
    pub fn id_of(case: CaseId) -> EntityId {
        case.single(Self::ENTRY.name)
    }
}

impl Record for NameCard {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 37,
        name: "name_card",
        home: Audience::Submitted,
        sealed: false,
        parent: None,
        time: None,
        fields: &[FieldEntry::new(1, "name", Register, Text)],
    };
}
