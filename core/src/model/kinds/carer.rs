//! Somebody close to the client, and what the client lets them know. It can be taken back at once.

use serde::{Deserialize, Serialize};

use crate::model::FieldType::{Text, Time, Words};
use crate::model::MergeClass::{Register, Set, Watch};
use crate::model::choice::choice;
use crate::model::{Audience, FieldEntry, KindEntry, Record, Timestamp};

choice! {
    /// What a carer may be told.
    CarerScope {
        /// When and where the next contact is.
        Appointments = "appointments",
        /// The goals.
        Goals = "goals",
        /// What became of referrals.
        Referrals = "referrals",
        /// That they may be called when the client cannot be reached.
        Emergencies = "emergencies",
    }
}

/// A carer or relative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carer {
    /// Their name.
    pub name: String,
    /// Who they are to the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship: Option<String>,
    /// Their telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// What they may be told; nothing when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<CarerScope>,
    /// When the client agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub granted_at: Option<Timestamp>,
    /// When the client took it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Timestamp>,
}

impl Carer {
    /// Whether they may be told anything at all.
    pub fn is_granted(&self) -> bool {
        self.granted_at.is_some_and(|granted| self.revoked_at.is_none_or(|revoked| revoked < granted))
    }
}

impl Carer {
    /// A carer who may be told nothing yet.
    pub fn new(name: String) -> Self {
        Self { name, relationship: None, phone: None, scope: Vec::new(), granted_at: None, revoked_at: None }
    }
}

impl Record for Carer {
    const ENTRY: &'static KindEntry = &KindEntry {
        number: 22,
        name: "carer",
        home: Audience::Core,
        sealed: false,
        parent: None,
        time: Some("granted_at"),
        fields: &[
            FieldEntry::new(1, "name", Watch, Text),
            FieldEntry::new(2, "relationship", Register, Text),
            FieldEntry::new(3, "phone", Watch, Text),
            FieldEntry::new(4, "scope", Set, Words),
            FieldEntry::new(5, "granted_at", Register, Time),
            FieldEntry::new(6, "revoked_at", Watch, Time),
        ],
    };
}
