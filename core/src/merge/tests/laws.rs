//! The laws of merging, each over ten thousand random histories. Each is a function of the merge it judges, so that
//! `mutants` can hand it a merge that is wrong.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use super::history::{Event, History, Merge, events};
use super::*;
use crate::model::Act;

type Verdict = Result<(), TestCaseError>;

/// What a law says of one case, or that it is broken.
pub(super) fn fail(said: impl Into<String>) -> Verdict {
    Err(TestCaseError::fail(said.into()))
}

/// Whether `law` holds for `cases` random cases; a mutant asks for the case that breaks it.
pub(super) fn check<S: Strategy>(cases: u32, strategy: &S, law: impl Fn(S::Value) -> Verdict) -> bool
where
    S::Value: std::fmt::Debug,
{
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let ran = TestRunner::new(config).run(strategy, law);
    if let Err(broken) = &ran {
        println!("{broken}");
    }
    ran.is_ok()
}

/// Cases for each law.
pub(super) const CASES: u32 = 10_000;

/// Nothing a person wrote is lost.
pub(super) fn nothing_is_lost(events: &[Event], late: bool, merge: impl Merge) -> Verdict {
    match History::of(goal(), late, merge).play(events).find_lost() {
        Some(lost) => fail(format!("{lost} is nowhere")),
        None => Ok(()),
    }
}

/// A sealed record says for ever what was sealed.
pub(super) fn sealed_never_changes(events: &[Event], late: bool, merge: impl Merge) -> Verdict {
    let draft = draft("Sealed words.");
    let sealed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).made.unwrap();
    let history = History::of(sealed.clone(), late, merge).play(events);
    let hash = content_hash("visit_note", &history.entity.fields());
    let same =
        Some(hash) == sealed.sealed.clone().map(|seal| seal.hash) && history.entity.sealed == sealed.sealed;
    if !same || !history.entity.state.is_sealed() {
        return fail("what was sealed says something else");
    }
    history.find_lost().map_or(Ok(()), |lost| fail(format!("{lost} is nowhere")))
}

/// The same operation twice in a row does what it does once.
pub(super) fn twice_is_once(events: &[Event], late: bool, merge: impl Merge) -> Verdict {
    let twice = |entity: Option<&Entity>, op: &Op, context: &Context| {
        let first = merge(entity, op, context);
        let after = first.entity.as_ref().or(entity);
        let second = merge(after, op, context);
        match (&second.entity, &second.made) {
            (None, None) => first,
            (None, made) if *made == first.made => first,
            // Seen by the law below as a record that nobody could have written.
            _ => Merged { entity: after.map(|entity| Entity { rev: 0, ..entity.clone() }), ..first },
        }
    };
    let history = History::of(goal(), late, twice).play(events);
    let broken =
        history.log.iter().any(|(.., merged)| merged.entity.as_ref().is_some_and(|entity| entity.rev == 0));
    if broken { fail("the second time did something") } else { Ok(()) }
}

/// How a server answers operations by their numbers, as the chain of a replica lets it: what it has seen, it answers again.
pub(super) fn replay(log: &[(Op, Context)], remembers: bool, merge: impl Merge) -> Vec<Entity> {
    let (mut entity, mut last, mut states) = (goal(), BTreeMap::new(), Vec::new());
    for (op, context) in log {
        let seen = last.entry(context.origin.0).or_insert(0);
        if remembers && context.origin.1 <= *seen {
            continue;
        }
        *seen = context.origin.1.max(*seen);
        entity = merge(Some(&entity), op, context).entity.unwrap_or(entity);
        states.push(entity.clone());
    }
    states
}

/// Replaying any prefix of what was sent changes nothing.
pub(super) fn replaying_a_prefix_changes_nothing(
    events: &[Event],
    prefix: prop::sample::Index,
    remembers: bool,
    merge: impl Merge,
) -> Verdict {
    let log: Vec<(Op, Context)> =
        History::of(goal(), false, &merge).play(events).log.into_iter().map(|(op, c, _)| (op, c)).collect();
    let again = &log[..prefix.index(log.len() + 1)];
    let longer: Vec<_> = log.iter().chain(again).cloned().collect();
    if replay(&log, remembers, &merge).last() == replay(&longer, remembers, &merge).last() {
        Ok(())
    } else {
        fail("the record changed")
    }
}

/// The result depends on record, operation and context alone: the same history, with strangers' merges in between and on
/// another thread, ends the same.
pub(super) fn nothing_else_decides(events: &[Event], merge: impl Merge) -> Verdict {
    let one = History::of(goal(), false, &merge).play(events);
    let stranger = draft("Somebody else's words.");
    let between = |entity: Option<&Entity>, op: &Op, context: &Context| {
        merge(Some(&stranger), &Op::bare(Act::Archive, stranger.id), &by(9, 1, 1));
        merge(entity, op, context)
    };
    let two = History::of(goal(), false, between).play(events);
    let same = one.entity == two.entity && one.log.iter().zip(&two.log).all(|(one, two)| one.2 == two.2);
    if same { Ok(()) } else { fail("the same history ended differently") }
}

/// Edits of one field by phones that had all seen the same: (phone, age, word).
pub(super) type Edits = Vec<(u32, i64, usize)>;

pub(super) fn concurrent_edits() -> impl Strategy<Value = (usize, Edits, u64)> {
    let edit = (2u32..9, 0i64..100, 0usize..5);
    (0usize..6, prop::collection::vec(edit, 2..6), any::<u64>()).prop_map(|(field, mut edits, seed)| {
        edits.sort_unstable();
        edits.dedup_by_key(|edit| edit.0);
        // To the millisecond: of two edits in one millisecond the phone's number decides between two alone.
        let ages = (0..).zip(&mut edits);
        ages.for_each(|(place, edit)| edit.1 = edit.1 * 10 + place);
        if field == 5 {
            edits.truncate(2); // A third step may follow from one of two and not from the other: rule 11 claims pairs.
        }
        (field, edits, seed)
    })
}

/// A field of each class for which the order of arrival decides nothing.
fn claimed(field: usize, word: usize) -> (&'static str, &'static str, Value) {
    let text = ["a", "b", "c", "d", "e"][word];
    match field {
        0 => ("goal", "wording", json!(text)),
        1 => ("goal", "category", json!(text)),
        2 => ("client", "phone", json!(text)),
        3 => ("step", "position", json!(word)),
        4 => ("client", "conditions", json!(["asthma", text])),
        // Of any two of these steps one may follow the other.
        _ => ("goal", "status", json!(["parked", "partly", "reached", "partly", "parked"][word])),
    }
}

/// Whatever order concurrent edits arrive in, the same value stands and the same values stand beside it.
pub(super) fn order_decides_nothing((field, edits, seed): (usize, Edits, u64), merge: impl Merge) -> Verdict {
    let (kind, name, _) = claimed(field, 0);
    let first = match field {
        3 => json!(77),
        4 => json!(["asthma"]),
        5 => json!("active"),
        _ => json!("first"),
    };
    let new = fields(&[(name, first)]);
    let home = crate::model::catalogue::find_kind(kind).unwrap().home;
    let op = Op::create(NOTE, StreamRef::of_case(CASE, home), kind, new);
    let start = merge(None, &op, &by(PHONE_A, 1, 0)).entity.unwrap();
    let play = |order: &Edits| {
        order.iter().fold(start.clone(), |entity, (phone, age, word)| {
            let op = Op::set(NOTE, fields(&[(name, claimed(field, *word).2)]), Bases::All(Base::Revision(1)));
            merge(Some(&entity), &op, &by(*phone, 1, age + 1)).entity.unwrap_or(entity)
        })
    };
    let mut other = edits.clone();
    let turn = usize::try_from(seed % 97).unwrap() % other.len();
    other.rotate_left(turn);
    if seed % 2 == 0 {
        other.reverse();
    }
    let (one, two) = (play(&edits), play(&other));
    let beside = |entity: &Entity| {
        let values = entity.siblings.get(name).into_iter().flatten();
        values.map(|cell| cell.value.to_string()).collect::<std::collections::BTreeSet<_>>()
    };
    let same = one.cells[name].value == two.cells[name].value && beside(&one) == beside(&two);
    if same { Ok(()) } else { fail(format!("{name}: {:?} or {:?}", texts(&one, name), texts(&two, name))) }
}

#[test]
fn law_nothing_a_person_wrote_is_lost() {
    let law = |(events, late): (Vec<Event>, bool)| nothing_is_lost(&events, late, merge);
    assert!(check(CASES, &(events(), any::<bool>()), law));
}

#[test]
fn law_what_is_sealed_never_changes() {
    let law = |(events, late): (Vec<Event>, bool)| sealed_never_changes(&events, late, merge);
    assert!(check(CASES, &(events(), any::<bool>()), law));
}

#[test]
fn law_an_operation_twice_does_what_it_does_once() {
    let law = |(events, late): (Vec<Event>, bool)| twice_is_once(&events, late, merge);
    assert!(check(CASES, &(events(), any::<bool>()), law));
}

#[test]
fn law_replaying_any_prefix_changes_nothing() {
    let law = |(events, prefix): (Vec<Event>, prop::sample::Index)| {
        replaying_a_prefix_changes_nothing(&events, prefix, true, merge)
    };
    assert!(check(CASES, &(events(), any::<prop::sample::Index>()), law));
}

#[test]
fn law_record_operation_and_context_alone_decide() {
    assert!(check(CASES, &events(), |events| nothing_else_decides(&events, merge)));
}

#[test]
fn law_the_order_of_arrival_decides_nothing_between_concurrent_edits() {
    assert!(check(CASES, &concurrent_edits(), |case| order_decides_nothing(case, merge)));
}
