//! A link worker of the organisation, by name: whom a client can be handed to. The service writes it; no phone does.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::FieldType::{Id, Text};
use crate::model::MergeClass::{Once, Register};
use crate::model::{Audience, EntityId, FieldEntry, KindEntry, PersonId, Record};

/// A colleague. There is one for each person: its id comes from [`Colleague::id_of`]. It is archived when they leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who they are.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

impl Colleague {
    /// The id of the one record of this person.
    pub fn id_of(person: PersonId) -> EntityId {
        EntityId(Uuid::new_v5(&person.0, Self::ENTRY.name.as_bytes()))
    }
}

impl Record for Colleague {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 38,
        name: "colleague",
        home: Audience::Team,
        sealed: false,
        parent: None,
        time: None,
        fields: &[FieldEntry::new(1, "person", Once, Id), FieldEntry::new(2, "name", Register, Text)],
    };
}
