//! Merges that are wrong on purpose, one for each law. A law that lets its mutant pass does not look.

use std::cell::Cell as Counter;

use proptest::prelude::*;

use super::history::{Event, events};
use super::laws::{
    check, concurrent_edits, nothing_else_decides, nothing_is_lost, order_decides_nothing,
    replaying_a_prefix_changes_nothing, sealed_never_changes, twice_is_once,
};
use super::*;
use crate::model::{Outcome, State};

/// The cases within which a mutant has to be found.
const SOON: u32 = 1_000;

/// The last to arrive wins, words too, as in most apps that sync.
fn last_writer_wins(entity: Option<&Entity>, op: &Op, context: &Context) -> Merged {
    let merged = merge(entity, op, context);
    let forgets = |entity| Entity { siblings: Default::default(), ..entity };
    Merged { entity: merged.entity.map(forgets), ..merged }
}

/// Takes an edit of a sealed record as if it were none.
fn seals_nothing(entity: Option<&Entity>, op: &Op, context: &Context) -> Merged {
    let open = entity.map(|entity| Entity { state: State::Active, ..entity.clone() });
    merge(open.as_ref(), op, context)
}

/// Counts every arrival as a change.
fn always_moves_on(entity: Option<&Entity>, op: &Op, context: &Context) -> Merged {
    let merged = merge(entity, op, context);
    let after = merged.entity.as_ref().or(entity).cloned();
    Merged { entity: after.map(|entity| Entity { rev: entity.rev + 1, ..entity }), ..merged }
}

/// What arrives first stands, whatever its age.
fn first_come(entity: Option<&Entity>, op: &Op, context: &Context) -> Merged {
    let arrived = entity.map_or(0, |entity| i64::from(entity.rev));
    merge(entity, op, &Context { eff: Timestamp(-arrived), ..context.clone() })
}

#[test]
fn a_merge_that_forgets_the_other_text_is_caught() {
    let law = |events: Vec<Event>| nothing_is_lost(&events, false, last_writer_wins);
    assert!(!check(SOON, &events(), law));
}

#[test]
fn a_merge_that_edits_what_is_sealed_is_caught() {
    let law = |events: Vec<Event>| sealed_never_changes(&events, false, seals_nothing);
    assert!(!check(SOON, &events(), law));
}

#[test]
fn a_merge_that_counts_every_arrival_is_caught() {
    let law = |events: Vec<Event>| twice_is_once(&events, false, always_moves_on);
    assert!(!check(SOON, &events(), law));
}

#[test]
fn a_server_that_forgets_what_it_has_answered_is_caught() {
    let law = |(events, prefix): (Vec<Event>, prop::sample::Index)| {
        replaying_a_prefix_changes_nothing(&events, prefix, false, merge)
    };
    assert!(!check(SOON, &(events(), any::<prop::sample::Index>()), law));
}

#[test]
fn a_merge_that_remembers_something_of_its_own_is_caught() {
    let law = |events: Vec<Event>| {
        let arrivals = Counter::new(0_i64);
        let remembers = |entity: Option<&Entity>, op: &Op, context: &Context| {
            arrivals.set(arrivals.get() + 1);
            merge(entity, op, &Context { eff: Timestamp(context.eff.0 + arrivals.get()), ..context.clone() })
        };
        nothing_else_decides(&events, remembers)
    };
    assert!(!check(SOON, &events(), law));
}

#[test]
fn a_merge_in_which_the_first_to_arrive_stands_is_caught() {
    assert!(!check(SOON, &concurrent_edits(), |case| order_decides_nothing(case, first_come)));
}

#[test]
fn a_merge_that_drops_late_work_is_caught() {
    let drops = |entity: Option<&Entity>, op: &Op, context: &Context| match context.late {
        true => Merged::unchanged(Outcome::Merged, None),
        false => merge(entity, op, context),
    };
    assert!(!check(SOON, &events(), |events| nothing_is_lost(&events, true, drops)));
}
