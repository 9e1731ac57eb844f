//! A record as the server holds it: cells with their revisions, siblings, state and seal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{EntityId, Fields, PersonId, StreamRef, Timestamp};

/// Where a record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// In use.
    #[default]
    Active,
    /// Put away; an edit takes it out again.
    Archived,
    /// A draft whose sealed copy has been published.
    Published,
    /// Signed or submitted; it never changes again.
    Sealed,
    /// A second, different submission of one draft: kept, shown for a person to confirm, never counted.
    NeedsConfirmation,
    /// Sealed and then declared void, with a reason: still readable, never counted.
    Voided,
    /// Erased at somebody's request: nothing of its content is left, and nothing can be written to it again.
    Erased,
}

impl State {
    /// Every state, in the order of their numbers in storage.
    pub const ALL: [Self; 7] = [
        Self::Active,
        Self::Archived,
        Self::Published,
        Self::Sealed,
        Self::NeedsConfirmation,
        Self::Voided,
        Self::Erased,
    ];

    /// The number in storage.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The state with this number in storage.
    pub fn find(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// Whether a record in this state is sealed: what it says never changes again.
    pub const fn is_sealed(self) -> bool {
        matches!(self, Self::Sealed | Self::NeedsConfirmation | Self::Voided)
    }
}

/// The operation that wrote a cell: the replica's number and the operation's number there. Server-side only: an
/// operation's number would tell a reader how much its writer did elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin(pub u32, pub u64);

/// The value of one field, and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The value; `null` when the field was cleared.
    pub value: Value,
    /// The record's revision in which it was written.
    pub rev: u32,
    /// When it was written, by the server's reckoning of the writer's age.
    pub eff: Timestamp,
    /// Who wrote it.
    pub by: PersonId,
    /// The operation that wrote it.
    pub origin: Origin,
}

/// The seal of a signed or submitted record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Hash of its content, in hexadecimal.
    pub hash: String,
    /// Who signed or submitted it.
    pub by: PersonId,
    /// When the server received it.
    pub at: Timestamp,
}

/// A record.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by catalogue name.
    pub kind: String,
    /// Its stream; it has exactly one, for ever.
    pub stream: StreamRef,
    /// Where it stands.
    pub state: State,
    /// Raised by one with every change; starts at 1. It counts within this record alone, so it tells nobody what they may
    /// not see.
    pub rev: u32,
    /// Who made it.
    pub author: PersonId,
    /// Its fields.
    pub cells: BTreeMap<String, Cell>,
    /// Other texts of a field, kept until a person settles which stand.
    pub siblings: BTreeMap<String, Vec<Cell>>,
    /// Its seal, once sealed. On a published draft: the seal of its published copy.
    pub sealed: Option<Sealed>,
}

impl Entity {
    /// The values alone.
    pub fn fields(&self) -> Fields {
        self.cells.iter().map(|(name, cell)| (name.clone(), cell.value.clone())).collect()
    }

    /// Whether any field has more than one text.
    pub fn has_siblings(&self) -> bool {
        self.siblings.values().any(|cells| !cells.is_empty())
    }
}
