//! Fields written to a record that exists.

use super::amendment::amendment;
use super::field::{Coming, FieldRule, Meeting, meet};
use super::outcome::{Context, Merged};
use crate::model::catalogue::{FieldError, check_fields};
use crate::model::kinds::find_transitions;
use crate::model::{Cell, Entity, Fields, KindEntry, Op, Outcome, State, Why};
#[cfg(feature = "planted")]
use crate::ports::planted;

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
    let (mut outcome, mut edited) = (Outcome::Duplicate, false);
    for (name, value) in &op.fields {
        let Some((field, wrote)) = write(&mut next, kind, name, value, op, context) else {
            return Merged::unchanged(Outcome::Quarantined, Some(Why::WrittenOnce));
        };
        edited |= wrote;
        outcome = graver(outcome, field);
    }
    if edited { revive(next, outcome) } else { unedited(entity, next, outcome) }
}

/// Nobody's words changed. What may have moved is how late a value was last agreed on.
fn unedited(entity: &Entity, next: Entity, outcome: Outcome) -> Merged {
    if next.cells == entity.cells {
        Merged::unchanged(outcome, None)
    } else {
        Merged::changed(outcome, Entity { rev: entity.rev, ..next })
    }
}

/// An edit wins over putting away (rule 10), and opens a draft that was published (rule 19).
fn revive(mut next: Entity, outcome: Outcome) -> Merged {
    let (outcome, why) = match next.state {
        State::Archived => (graver(outcome, Outcome::Merged), Some(Why::EditWins)),
        State::Published => (Outcome::SealedLate, None),
        _ => (outcome, None),
    };
    next.state = State::Active;
    Merged { why, ..Merged::changed(outcome, next) }
}

/// Writes one field; says what became of it and whether the record says something else now.
fn write(
    next: &mut Entity,
    kind: &KindEntry,
    name: &str,
    value: &serde_json::Value,
    op: &Op,
    context: &Context,
) -> Option<(Outcome, bool)> {
    let rule = FieldRule { class: kind.find_field(name)?.class, steps: find_transitions(kind.name, name) };
    let cell = context.cell(value.clone(), next.rev);
    let coming = Coming { cell: &cell, base: op.bases.of(name), late: context.late };
    let standing = next.cells.get(name);
    let meeting = meet(rule, standing, coming);
    let outcome = match &meeting {
        Meeting::Write => Outcome::Applied,
        Meeting::Keep if standing.is_some_and(|standing| standing.origin == cell.origin) => {
            Outcome::Duplicate
        }
        Meeting::Keep | Meeting::Join(_) | Meeting::Overtake => Outcome::Merged,
        Meeting::Beside if is_beside(next, name, &cell) => return Some((Outcome::Merged, false)),
        Meeting::Beside | Meeting::Displace => Outcome::Sibling,
        Meeting::Refuse => return None,
    };
    let wrote = meeting != Meeting::Keep;
    place(next, name, cell, meeting);
    Some((outcome, wrote))
}

fn is_beside(entity: &Entity, name: &str, cell: &Cell) -> bool {
    entity.siblings.get(name).is_some_and(|texts| texts.iter().any(|text| text.value == cell.value))
}

fn place(next: &mut Entity, name: &str, mut coming: Cell, meeting: Meeting) {
    #[cfg(feature = "planted")]
    let meeting = match meeting {
        Meeting::Beside if planted::is(planted::Bug::ConflictCopyDropped) => Meeting::Keep,
        Meeting::Displace if planted::is(planted::Bug::ConflictCopyDropped) => Meeting::Overtake,
        other => other,
    };
    match meeting {
        Meeting::Refuse => {}
        Meeting::Keep => agree(next, name, &coming),
        Meeting::Beside => next.siblings.entry(name.to_owned()).or_default().push(coming),
        Meeting::Write | Meeting::Overtake => stand(next, name, coming),
        Meeting::Join(value) => {
            coming.value = value;
            stand(next, name, coming);
        }
        Meeting::Displace => {
            let before = next.cells.get(name).cloned();
            stand(next, name, coming);
            next.siblings.entry(name.to_owned()).or_default().extend(before);
        }
    }
}

/// The value stands now, so it no longer stands beside.
fn stand(next: &mut Entity, name: &str, coming: Cell) {
    if let Some(texts) = next.siblings.get_mut(name) {
        texts.retain(|text| text.value != coming.value);
    }
    next.siblings.retain(|_, texts| !texts.is_empty());
    next.cells.insert(name.to_owned(), coming);
}

/// Two people said the same: it counts from the later of them, so that the order of arrival decides nothing (rule 2).
fn agree(next: &mut Entity, name: &str, coming: &Cell) {
    if let Some(standing) = next.cells.get_mut(name).filter(|standing| standing.value == coming.value) {
        standing.eff = standing.eff.max(coming.eff);
    }
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
