//! One field: the value that stands, the value that comes, and the merge class that says how they meet.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::model::{Base, Cell, MergeClass};

/// What to do with a value that comes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meeting {
    /// Write it; nobody else had.
    Write,
    /// Both say the same, or the one that stands is later: it stays.
    Keep,
    /// A rule made one value of two.
    Join(Value),
    /// The one that comes is later and replaces the one that stands, without a trace for people to settle.
    Overtake,
    /// The one that comes stands beside.
    Beside,
    /// The one that comes stands; the one that stood goes beside.
    Displace,
    /// The field is written once, and it was.
    Refuse,
}

/// Whether the writer saw the value that stands: then no clock is asked (rule 1).
pub(super) fn saw_current(standing: &Cell, base: Base, coming: &Cell) -> bool {
    match base {
        Base::Absent => false,
        Base::Revision(rev) => standing.rev == rev,
        Base::Own(n) => standing.origin.0 == coming.origin.0 && standing.origin.1 == n,
    }
}

/// Decides one field.
pub(super) fn meet(class: MergeClass, standing: Option<&Cell>, base: Base, coming: &Cell) -> Meeting {
    let Some(standing) = standing else {
        return Meeting::Write;
    };
    if standing.value == coming.value {
        return Meeting::Keep;
    }
    if class == MergeClass::Once {
        return Meeting::Refuse;
    }
    if saw_current(standing, base, coming) {
        return Meeting::Write;
    }
    concurrent(class, standing, coming)
}

fn concurrent(class: MergeClass, standing: &Cell, coming: &Cell) -> Meeting {
    let later = (coming.eff, coming.origin) > (standing.eff, standing.origin);
    match (class, later) {
        (MergeClass::Set, _) => Meeting::Join(union(&standing.value, &coming.value)),
        (MergeClass::Register | MergeClass::Order, true) => Meeting::Overtake,
        (MergeClass::Register | MergeClass::Order, false) => Meeting::Keep,
        (MergeClass::Prose | MergeClass::Watch | MergeClass::State, true) => Meeting::Displace,
        (MergeClass::Prose | MergeClass::Watch | MergeClass::State, false) => Meeting::Beside,
        (MergeClass::Once, _) => Meeting::Refuse,
    }
}

/// All words of both lists, in order: an addition on one side survives a removal on the other (rule 6).
fn union(standing: &Value, coming: &Value) -> Value {
    let words = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let all: BTreeSet<String> = words(standing)
        .iter()
        .chain(&words(coming))
        .filter_map(|word| word.as_str().map(str::to_owned))
        .collect();
    all.into_iter().collect()
}
