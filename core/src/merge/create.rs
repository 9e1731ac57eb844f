//! New records.

use super::outcome::{Context, Merged};
use super::set;
use crate::model::{Entity, Fields, KindEntry, Op, Outcome, State, StreamRef, Why};

/// A record nobody has.
pub(super) fn create(kind: &KindEntry, op: &Op, context: &Context) -> Merged {
    let Some(stream) = op.stream else {
        return Merged::unchanged(Outcome::Quarantined, Some(Why::Malformed));
    };
    if let Some(why) = set::refuse_fields(kind, &op.fields) {
        return set::refused(why);
    }
    Merged::changed(Outcome::Applied, fresh(op, kind.name, stream, op.fields.clone(), context))
}

/// A record somebody has already made under this id, as with a case's one next contact: its fields meet like any others
/// (rule 9).
pub(super) fn create_again(entity: &Entity, kind: &'static KindEntry, op: &Op, context: &Context) -> Merged {
    let same = op.kind.as_deref() == Some(kind.name) && op.stream == Some(entity.stream);
    if same {
        set::set(entity, kind, op, context)
    } else {
        Merged::unchanged(Outcome::Quarantined, Some(Why::IdTaken))
    }
}

fn fresh(op: &Op, kind: &str, stream: StreamRef, fields: Fields, context: &Context) -> Entity {
    Entity {
        id: op.entity,
        kind: kind.to_owned(),
        stream,
        state: State::Active,
        rev: 1,
        author: context.by,
        cells: fields.into_iter().map(|(name, value)| (name, context.cell(value, 1))).collect(),
        siblings: Default::default(),
        sealed: None,
    }
}
