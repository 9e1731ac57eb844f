//! Erasing a record at somebody's request (rule 24): the one permitted loss. An administrator asks for it, never a phone.

use super::outcome::Merged;
use crate::model::{Entity, Outcome, State};

/// The tombstone of `entity`: its id, kind, stream and author, and nothing anybody said. It stays, so that a phone that
/// still has the record learns that it is gone, and one that was away for months cannot bring it back.
#[must_use]
pub fn erase(entity: &Entity) -> Entity {
    if entity.state == State::Erased {
        return entity.clone();
    }
    Entity {
        state: State::Erased,
        rev: entity.rev + 1,
        cells: Default::default(),
        siblings: Default::default(),
        sealed: None,
        ..entity.clone()
    }
}

/// Whatever is done to an erased record is erased with it.
pub(super) fn erased() -> Merged {
    Merged::unchanged(Outcome::Erased, None)
}
