//! One field: the value that stands, the value that comes, and the merge class that says how they meet.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::model::kinds::Transitions;
use crate::model::{Base, Cell, MergeClass};
#[cfg(feature = "planted")]
use crate::ports::planted;

/// What the catalogue says of the field.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldRule {
    pub(super) class: MergeClass,
    /// Which state may follow which, where the field is a state machine with a table.
    pub(super) steps: Option<&'static Transitions>,
}

/// A value that comes, and what its writer knew.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coming<'a> {
    pub(super) cell: &'a Cell,
    pub(super) base: Base,
    /// The writer had not heard that the case had moved on (rule 20).
    pub(super) late: bool,
}

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
fn saw_current(standing: &Cell, coming: Coming<'_>) -> bool {
    match coming.base {
        Base::Absent => false,
        Base::Revision(rev) => standing.rev == rev,
        Base::Own(n) => standing.origin.0 == coming.cell.origin.0 && standing.origin.1 == n,
    }
}

/// Decides one field.
pub(super) fn meet(rule: FieldRule, standing: Option<&Cell>, coming: Coming<'_>) -> Meeting {
    let Some(standing) = standing else {
        return if coming.late && rule.class != MergeClass::Set { Meeting::Beside } else { Meeting::Write };
    };
    if standing.value == coming.cell.value {
        return Meeting::Keep;
    }
    match rule.class {
        MergeClass::Once => Meeting::Refuse,
        MergeClass::Set if coming.late => join(standing, coming.cell),
        _ if coming.late => Meeting::Beside,
        _ if saw_current(standing, coming) => Meeting::Write,
        _ => concurrent(rule, standing, coming.cell),
    }
}

fn concurrent(rule: FieldRule, standing: &Cell, coming: &Cell) -> Meeting {
    let later = (coming.eff, coming.origin) > (standing.eff, standing.origin);
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::LastWriterWins) {
        return if later { Meeting::Overtake } else { Meeting::Keep };
    }
    match (rule.class, later) {
        (MergeClass::Set, _) => join(standing, coming),
        (MergeClass::Register | MergeClass::Order, true) => Meeting::Overtake,
        (MergeClass::Register | MergeClass::Order, false) => Meeting::Keep,
        (MergeClass::Prose | MergeClass::Watch, true) => Meeting::Displace,
        (MergeClass::Prose | MergeClass::Watch, false) => Meeting::Beside,
        (MergeClass::State, later) => step(rule.steps, standing, coming, later),
        (MergeClass::Once, _) => Meeting::Refuse,
    }
}

/// Two steps of a state machine taken without knowledge of each other (rule 11). The one that may follow the other stands,
/// whichever came first; where both may, the later by age. A step that may not be taken from here is kept beside.
fn step(steps: Option<&Transitions>, standing: &Cell, coming: &Cell, later: bool) -> Meeting {
    let allows = |from: &Cell, to: &Cell| match (steps, from.value.as_str(), to.value.as_str()) {
        (Some(steps), Some(from), Some(to)) => steps.allows(Some(from), to),
        _ => true,
    };
    match (allows(standing, coming), allows(coming, standing)) {
        (true, true) if later => Meeting::Displace,
        (true, false) => Meeting::Displace,
        (true, true) | (false, _) => Meeting::Beside,
    }
}

fn join(standing: &Cell, coming: &Cell) -> Meeting {
    let joined = union(&standing.value, &coming.value);
    if joined == standing.value { Meeting::Keep } else { Meeting::Join(joined) }
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
