//! Putting a record away and taking it out again.

use super::outcome::{Context, Merged};
use crate::model::{Base, Bases, Cell, Entity, Op, Outcome, State, Why};

/// Puts a record away, unless somebody edited it meanwhile: an edit wins (rule 10).
pub(super) fn archive(entity: &Entity, op: &Op, context: &Context) -> Merged {
    match entity.state {
        State::Archived => Merged::unchanged(Outcome::Duplicate, None),
        State::Active if saw_latest(entity, op, context) => Merged::changed(
            Outcome::Applied,
            Entity { state: State::Archived, rev: entity.rev + 1, ..entity.clone() },
        ),
        State::Active => Merged::unchanged(Outcome::Merged, Some(Why::EditWins)),
        State::Sealed | State::NeedsConfirmation | State::Voided | State::Published | State::Erased => {
            Merged::unchanged(Outcome::Quarantined, Some(Why::NotAllowed))
        }
    }
}

/// Takes a record out again.
pub(super) fn unarchive(entity: &Entity) -> Merged {
    match entity.state {
        State::Archived => {
            let entity = Entity { state: State::Active, rev: entity.rev + 1, ..entity.clone() };
            Merged::changed(Outcome::Applied, entity)
        }
        _ => Merged::unchanged(Outcome::Duplicate, None),
    }
}

fn saw_latest(entity: &Entity, op: &Op, context: &Context) -> bool {
    let Bases::All(base) = op.bases else { return false };
    let unseen = |cell: &Cell| match base {
        Base::Revision(rev) => cell.rev > rev && cell.origin.0 != context.origin.0,
        Base::Own(_) | Base::Absent => cell.origin.0 != context.origin.0,
    };
    !entity.cells.values().chain(entity.siblings.values().flatten()).any(unseen)
}
