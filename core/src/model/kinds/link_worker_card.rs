//! "My link worker": who they are, what they do and how to reach them, on the client's phone.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Id, Text};
use crate::model::MergeClass::{Prose, Register, Watch};
use crate::model::{Audience, CaseId, EntityId, FieldEntry, KindEntry, PersonId, Record};

/// The card of the link worker of a case. There is one: its id comes from [`LinkWorkerCard::id_of`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkWorkerCard {
    /// The link worker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Their name.
    pub name: String,
    /// What a link worker does, in plain words; not a clinician.
    pub what_they_do: String,
    /// Who employs them.
    pub employer: String,
    /// How and when to reach them.
    pub reach: String,
}

impl LinkWorkerCard {
    /// The id of the one card of `case`.
    pub fn id_of(case: CaseId) -> EntityId {
        case.single(Self::ENTRY.name)
    }
}

impl Record for LinkWorkerCard {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 12,
        name: "link_worker_card",
        home: Audience::Shared,
        sealed: false,
        parent: None,
        time: None,
        fields: &[
            FieldEntry::new(1, "person", Register, Id),
            FieldEntry::new(2, "name", Watch, Text),
            FieldEntry::new(3, "what_they_do", Prose, Text),
            FieldEntry::new(4, "employer", Register, Text),
            FieldEntry::new(5, "reach", Prose, Text),
        ],
    };
}
