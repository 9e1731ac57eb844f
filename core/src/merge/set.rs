//! Fields written to a record that exists.

use super::field::{Meeting, meet};
use super::{Context, Merged};
use crate::model::catalogue::{FieldError, check_fields};
use crate::model::{Cell, Entity, EntityId, Fields, KindEntry, Op, Outcome, State, StreamRef, Why};

/// Writes the fields of `op`, each by its class; refuses all of them when one is refused.
pub(super) fn set(entity: &Entity, kind: &'static KindEntry, op: &Op, context: &Context) -> Merged {
    if let Some(why) = refuse_fields(kind, &op.fields) {
        return refused(why);
    }
    if entity.state.is_sealed() {
        return amendment(entity, op, context);
    }
    let mut next = entity.clone();
    next.rev += 1;
    let mut outcome = Outcome::Applied;
    for (name, value) in &op.fields {
        let Some(field) = write(&mut next, kind, name, value, op, context) else {
            return Merged::unchanged(Outcome::Quarantined, Some(Why::WrittenOnce));
        };
        outcome = graver(outcome, field);
    }
    revive(next, outcome)
}

/// An edit wins over putting away (rule 10), and opens a draft that was published (rule 19).
fn revive(mut next: Entity, outcome: Outcome) -> Merged {
    let outcome = match next.state {
        State::Archived => graver(outcome, Outcome::Merged),
        State::Published => Outcome::SealedLate,
        _ => outcome,
    };
    next.state = State::Active;
    Merged::changed(outcome, next)
}

fn write(
    next: &mut Entity,
    kind: &KindEntry,
    name: &str,
    value: &serde_json::Value,
    op: &Op,
    context: &Context,
) -> Option<Outcome> {
    let class = kind.find_field(name)?.class;
    let coming = context.cell(value.clone(), next.rev);
    let standing = next.cells.get(name);
    let meeting = meet(class, standing, op.bases.of(name), &coming);
    let outcome = match &meeting {
        Meeting::Write => Outcome::Applied,
        Meeting::Keep if standing.is_some_and(|cell| cell.origin == coming.origin) => Outcome::Duplicate,
        Meeting::Keep | Meeting::Join(_) | Meeting::Overtake => Outcome::Merged,
        Meeting::Beside | Meeting::Displace => Outcome::Sibling,
        Meeting::Refuse => return None,
    };
    place(next, name, coming, meeting);
    Some(outcome)
}

fn place(next: &mut Entity, name: &str, mut coming: Cell, meeting: Meeting) {
    match meeting {
        Meeting::Keep | Meeting::Refuse => {}
        Meeting::Beside => next.siblings.entry(name.to_owned()).or_default().push(coming),
        Meeting::Write | Meeting::Overtake => {
            next.cells.insert(name.to_owned(), coming);
        }
        Meeting::Join(value) => {
            coming.value = value;
            next.cells.insert(name.to_owned(), coming);
        }
        Meeting::Displace => {
            if let Some(standing) = next.cells.insert(name.to_owned(), coming) {
                next.siblings.entry(name.to_owned()).or_default().push(standing);
            }
        }
    }
}

/// An edit of a sealed record becomes a draft amendment of its author (rule 15): the sealed words stay, the new ones too.
fn amendment(entity: &Entity, op: &Op, context: &Context) -> Merged {
    let mut fields: Fields = entity.fields();
    fields.extend(op.fields.clone());
    fields.insert("amends".to_owned(), serde_json::json!(entity.id));
    if let Some(case) = entity.stream.case() {
        fields.insert("case".to_owned(), serde_json::json!(case));
    }
    let name = format!("amendment {}.{}", context.origin.0, context.origin.1);
    let draft = Entity {
        id: EntityId(uuid::Uuid::new_v5(&entity.id.0, name.as_bytes())),
        kind: entity.kind.clone(),
        stream: StreamRef::private(context.by),
        state: State::Active,
        rev: 1,
        author: context.by,
        cells: fields.into_iter().map(|(name, value)| (name, context.cell(value, 1))).collect(),
        siblings: Default::default(),
        sealed: None,
    };
    Merged { outcome: Outcome::SealedLate, why: None, entity: None, made: Some(draft) }
}

/// Of two outcomes, the one a person would rather hear of.
fn graver(one: Outcome, other: Outcome) -> Outcome {
    let weight = |outcome: Outcome| match outcome {
        Outcome::Duplicate => 0,
        Outcome::Applied => 1,
        Outcome::Merged => 2,
        _ => 3,
    };
    if weight(other) > weight(one) { other } else { one }
}

/// Why these fields cannot be written at all.
pub(super) fn refuse_fields(kind: &KindEntry, fields: &Fields) -> Option<Why> {
    match check_fields(kind, fields) {
        Ok(()) => None,
        Err(FieldError::Unknown { .. }) => Some(Why::UnknownField),
        Err(_) => Some(Why::BadValue),
    }
}

/// A field nobody knows is from a newer app and waits (rule 25); a bad value is set aside.
pub(super) fn refused(why: Why) -> Merged {
    let outcome = if why == Why::UnknownField { Outcome::Parked } else { Outcome::Quarantined };
    Merged::unchanged(outcome, Some(why))
}
