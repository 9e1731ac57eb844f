//! A person settles which of several texts stand.

use super::outcome::{Context, Merged};
use super::set;
use crate::model::{Entity, KindEntry, Op, Outcome, State};

/// Removes exactly the siblings that were named and writes the chosen text; a sibling the person had not seen survives
/// (rule 5).
pub(super) fn resolve(entity: &Entity, kind: &'static KindEntry, op: &Op, context: &Context) -> Merged {
    if entity.state == State::NeedsConfirmation && op.fields.is_empty() && op.resolved.is_empty() {
        return confirm(entity);
    }
    let settled = without_named(entity, op);
    let stands = |(name, value): (&String, &serde_json::Value)| {
        settled.cells.get(name).is_some_and(|cell| cell.value == *value)
    };
    if op.fields.iter().all(stands) { settle(entity, settled) } else { set::set(&settled, kind, op, context) }
}

/// A second submission of one draft counts, once a person has said so (rule 18). What was sealed stays as it is.
fn confirm(entity: &Entity) -> Merged {
    Merged::changed(Outcome::Applied, Entity { state: State::Sealed, rev: entity.rev + 1, ..entity.clone() })
}

fn without_named(entity: &Entity, op: &Op) -> Entity {
    let mut settled = entity.clone();
    for (field, revs) in &op.resolved {
        if let Some(siblings) = settled.siblings.get_mut(field) {
            siblings.retain(|cell| !revs.contains(&cell.rev));
        }
    }
    settled.siblings.retain(|_, siblings| !siblings.is_empty());
    settled
}

fn settle(entity: &Entity, settled: Entity) -> Merged {
    if settled.siblings == entity.siblings {
        return Merged::unchanged(Outcome::Duplicate, None);
    }
    Merged::changed(Outcome::Applied, Entity { rev: entity.rev + 1, ..settled })
}
