//! Each rule as a case named after what a person would see. The numbers are those of `docs/merge.md`.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Context, Merged, merge};
use crate::model::{
    Act, Audience, Base, Bases, CaseId, Entity, EntityId, Fields, Op, Origin, Outcome, PersonId, Publication,
    State, StreamRef, Timestamp, Why, content_hash, published_id,
};

const NOTE: EntityId = EntityId(Uuid::from_u128(7));
const CASE: CaseId = CaseId(Uuid::from_u128(9));
const PHONE_A: u32 = 1;
const PHONE_B: u32 = 2;

fn by(replica: u32, n: u64, eff: i64) -> Context {
    Context {
        by: PersonId(Uuid::from_u128(u128::from(replica))),
        origin: Origin(replica, n),
        eff: Timestamp(eff),
        now: Timestamp(1_000_000),
    }
}

fn fields(pairs: &[(&str, Value)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn shared() -> StreamRef {
    StreamRef::of_case(CASE, Audience::Shared)
}

/// A goal made by phone A at 10 with wording "walk", status "active".
fn goal() -> Entity {
    let new = fields(&[("wording", json!("walk")), ("status", json!("active")), ("at", json!(5))]);
    merge(None, &Op::create(NOTE, shared(), "goal", new), &by(PHONE_A, 1, 10)).entity.unwrap()
}

fn write(entity: &Entity, name: &str, value: Value, base: Base, context: &Context) -> Merged {
    merge(Some(entity), &Op::set(NOTE, fields(&[(name, value)]), Bases::All(base)), context)
}

fn draft(body: &str) -> Entity {
    let new = fields(&[("case", json!(CASE)), ("at", json!(5)), ("body", json!(body))]);
    let stream = StreamRef::private(PersonId(Uuid::from_u128(u128::from(PHONE_A))));
    merge(None, &Op::create(NOTE, stream, "visit_note", new), &by(PHONE_A, 1, 10)).entity.unwrap()
}

fn sign(draft: &Entity, seen: &Entity, context: &Context) -> Merged {
    let hash = content_hash("visit_note", &seen.fields());
    let publication = Publication { id: published_id(NOTE, 1), hash };
    merge(Some(draft), &Op::publish(NOTE, StreamRef::of_case(CASE, Audience::Work), publication), context)
}

fn texts(entity: &Entity, name: &str) -> Vec<Value> {
    let mut texts = vec![entity.cells[name].value.clone()];
    texts.extend(entity.siblings.get(name).into_iter().flatten().map(|cell| cell.value.clone()));
    texts
}

#[test]
fn rule_1_who_saw_the_current_value_replaces_it_whatever_any_clock_says() {
    let years_ago = by(PHONE_B, 1, -315_576_000_000);
    let merged = write(&goal(), "wording", json!("swim"), Base::Revision(1), &years_ago);
    assert_eq!(merged.outcome, Outcome::Applied);
    assert_eq!(texts(&merged.entity.unwrap(), "wording"), [json!("swim")]);
}

#[test]
fn rule_1_a_phone_builds_on_its_own_unanswered_edit() {
    let merged = write(&goal(), "wording", json!("swim"), Base::Own(1), &by(PHONE_A, 2, 11));
    assert_eq!(merged.outcome, Outcome::Applied);
    let other = write(&goal(), "wording", json!("swim"), Base::Own(1), &by(PHONE_B, 2, 11));
    assert_eq!(other.outcome, Outcome::Sibling, "another phone's operation 1 is not this one");
}

#[test]
fn rule_2_two_people_who_write_the_same_agree() {
    let merged = write(&goal(), "wording", json!("walk"), Base::Absent, &by(PHONE_B, 1, 99));
    assert_eq!(merged.outcome, Outcome::Merged);
    assert_eq!(texts(&merged.entity.unwrap(), "wording"), [json!("walk")]);
}

#[test]
fn rule_3_of_two_categories_the_later_by_age_stands() {
    let goal = write(&goal(), "category", json!("money"), Base::Absent, &by(PHONE_A, 2, 20)).entity.unwrap();
    for (eff, stands) in [(19, "money"), (21, "mood")] {
        let merged = write(&goal, "category", json!("mood"), Base::Absent, &by(PHONE_B, 1, eff));
        assert_eq!(merged.outcome, Outcome::Merged);
        assert_eq!(texts(&merged.entity.unwrap(), "category"), [json!(stands)]);
    }
}

#[test]
fn rule_3_of_two_statuses_both_are_shown_to_a_person() {
    let merged = write(&goal(), "status", json!("parked"), Base::Absent, &by(PHONE_B, 1, 99));
    assert_eq!(merged.outcome, Outcome::Sibling);
    assert_eq!(texts(&merged.entity.unwrap(), "status"), [json!("parked"), json!("active")]);
}

#[test]
fn rule_4_two_wordings_both_stay_and_the_later_is_shown_first() {
    for (eff, order) in [(5, ["walk", "swim"]), (15, ["swim", "walk"])] {
        let merged = write(&goal(), "wording", json!("swim"), Base::Absent, &by(PHONE_B, 1, eff));
        assert_eq!(merged.outcome, Outcome::Sibling);
        assert_eq!(texts(&merged.entity.unwrap(), "wording"), order.map(|text| json!(text)));
    }
}

#[test]
fn rule_5_settling_removes_what_was_seen_and_keeps_what_was_not() {
    let two = write(&goal(), "wording", json!("swim"), Base::Absent, &by(PHONE_B, 1, 5)).entity.unwrap();
    let three = write(&two, "wording", json!("dance"), Base::Absent, &by(3, 1, 6)).entity.unwrap();
    let seen = two.siblings["wording"][0].rev;
    let op =
        Op { resolved: BTreeMap::from([("wording".to_owned(), vec![seen])]), ..Op::bare(Act::Resolve, NOTE) };
    let merged = merge(Some(&three), &op, &by(PHONE_A, 2, 30));
    assert_eq!(texts(&merged.entity.unwrap(), "wording"), [json!("walk"), json!("dance")]);
}

#[test]
fn rule_6_a_condition_added_on_one_phone_survives_a_removal_on_another() {
    let client = |conditions: Value| {
        let new = fields(&[("name", json!("A")), ("conditions", conditions)]);
        Op::create(NOTE, StreamRef::of_case(CASE, Audience::Core), "client", new)
    };
    let made = merge(None, &client(json!(["asthma", "copd"])), &by(PHONE_A, 1, 10)).entity.unwrap();
    let removed =
        write(&made, "conditions", json!(["asthma"]), Base::Revision(1), &by(PHONE_A, 2, 11)).entity.unwrap();
    let merged = write(
        &removed,
        "conditions",
        json!(["asthma", "copd", "t2d"]),
        Base::Revision(1),
        &by(PHONE_B, 1, 12),
    );
    assert_eq!(merged.outcome, Outcome::Merged);
    assert_eq!(texts(&merged.entity.unwrap(), "conditions"), [json!(["asthma", "copd", "t2d"])]);
}

#[test]
fn rule_8_a_check_in_is_written_once() {
    let op = Op::create(NOTE, shared(), "check_in", fields(&[("score", json!(4)), ("by", json!("client"))]));
    let made = merge(None, &op, &by(PHONE_A, 1, 10)).entity.unwrap();
    let merged = write(&made, "score", json!(9), Base::Revision(1), &by(PHONE_A, 2, 11));
    assert_eq!((merged.outcome, merged.why), (Outcome::Quarantined, Some(Why::WrittenOnce)));
}

#[test]
fn rule_9_two_people_who_plan_the_one_next_contact_write_to_one_record() {
    let plan = |at: i64| {
        Op::create(NOTE, shared(), "next_contact", fields(&[("at", json!(at)), ("mode", json!("home"))]))
    };
    let first = merge(None, &plan(100), &by(PHONE_A, 1, 10)).entity.unwrap();
    let merged = merge(Some(&first), &plan(200), &by(PHONE_B, 1, 20));
    assert_eq!(texts(&merged.entity.unwrap(), "at"), [json!(200)]);
}

#[test]
fn rule_9_an_id_of_another_kind_is_not_overwritten() {
    let op = Op::create(NOTE, shared(), "step", fields(&[("title", json!("x"))]));
    let merged = merge(Some(&goal()), &op, &by(PHONE_B, 1, 20));
    assert_eq!((merged.outcome, merged.why), (Outcome::Quarantined, Some(Why::IdTaken)));
}

#[test]
fn rule_10_an_edit_wins_over_putting_away() {
    let put_away = |entity: &Entity, rev: u32, replica: u32| {
        let op = Op { bases: Bases::All(Base::Revision(rev)), ..Op::bare(Act::Archive, NOTE) };
        merge(Some(entity), &op, &by(replica, 5, 30))
    };
    let archived = put_away(&goal(), 1, PHONE_B).entity.unwrap();
    assert_eq!(archived.state, State::Archived);
    let edited = write(&archived, "wording", json!("swim"), Base::Revision(1), &by(PHONE_A, 2, 11));
    assert_eq!((edited.outcome, edited.entity.unwrap().state), (Outcome::Merged, State::Active));
    let newer =
        write(&goal(), "wording", json!("swim"), Base::Revision(1), &by(PHONE_A, 2, 11)).entity.unwrap();
    assert_eq!(put_away(&newer, 1, PHONE_B), Merged::unchanged(Outcome::Merged, None));
}

#[test]
fn rule_12_what_was_seen_is_sealed() {
    let draft = draft("She wants to walk.");
    let merged = sign(&draft, &draft, &by(PHONE_A, 2, 20));
    let (closed, sealed) = (merged.entity.unwrap(), merged.made.unwrap());
    assert_eq!(
        (merged.outcome, closed.state, sealed.state),
        (Outcome::Applied, State::Published, State::Sealed)
    );
    assert_eq!(sealed.stream, StreamRef::of_case(CASE, Audience::Work));
    assert!(!sealed.cells.contains_key("case"));
    assert_eq!(sealed.sealed.unwrap().hash, content_hash("visit_note", &draft.fields()));
}

#[test]
fn rule_13_an_unseen_edit_of_another_phone_stops_the_signature() {
    let seen = draft("She wants to walk.");
    let edited =
        write(&seen, "body", json!("She wept."), Base::Revision(1), &by(PHONE_B, 1, 15)).entity.unwrap();
    let merged = sign(&edited, &seen, &by(PHONE_A, 2, 20));
    assert_eq!((merged.outcome, merged.why), (Outcome::SignStale, Some(Why::HashDiffers)));
    assert_eq!((merged.entity, merged.made), (None, None));
}

#[test]
fn rule_13_an_unsettled_text_stops_the_signature() {
    let seen = draft("She wants to walk.");
    let beside = write(&seen, "body", json!("She wept."), Base::Absent, &by(PHONE_B, 1, 5)).entity.unwrap();
    let merged = sign(&beside, &seen, &by(PHONE_A, 2, 20));
    assert_eq!((merged.outcome, merged.why), (Outcome::SignStale, Some(Why::Unsettled)));
}

#[test]
fn rule_14_signing_twice_seals_once() {
    let draft = draft("She wants to walk.");
    let closed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).entity.unwrap();
    assert_eq!(sign(&closed, &draft, &by(PHONE_B, 1, 30)), Merged::unchanged(Outcome::Duplicate, None));
}

#[test]
fn rule_15_an_edit_after_the_seal_becomes_an_amendment_and_changes_nothing_sealed() {
    let draft = draft("She wants to walk.");
    let sealed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).made.unwrap();
    let merged = write(&sealed, "body", json!("She wants to swim."), Base::Revision(1), &by(PHONE_B, 1, 30));
    let amendment = merged.made.unwrap();
    assert_eq!((merged.outcome, merged.entity), (Outcome::SealedLate, None));
    assert_eq!(amendment.stream, StreamRef::private(PersonId(Uuid::from_u128(u128::from(PHONE_B)))));
    assert_eq!(amendment.cells["amends"].value, json!(sealed.id));
    assert_eq!(amendment.cells["body"].value, json!("She wants to swim."));
}

#[test]
fn rule_18_a_second_different_submission_waits_for_a_person_and_counts_nowhere() {
    let draft = draft("She wants to walk.");
    let first = sign(&draft, &draft, &by(PHONE_A, 2, 20));
    let reopened =
        write(&first.entity.unwrap(), "body", json!("Changed."), Base::Revision(1), &by(PHONE_A, 3, 30));
    assert_eq!(reopened.outcome, Outcome::SealedLate);
    let reopened = reopened.entity.unwrap();
    let second = sign(&reopened, &reopened, &by(PHONE_A, 4, 40));
    let kept = second.made.unwrap();
    assert_eq!((second.outcome, second.why), (Outcome::SealedLate, Some(Why::SubmittedBefore)));
    assert_eq!(kept.state, State::NeedsConfirmation);
    assert_ne!(kept.id, first.made.unwrap().id);
}

#[test]
fn rule_25_what_this_server_does_not_know_waits() {
    let op = Op::create(NOTE, shared(), "hologram", fields(&[("x", json!(1))]));
    assert_eq!(
        merge(None, &op, &by(PHONE_A, 1, 1)),
        Merged::unchanged(Outcome::Parked, Some(Why::UnknownKind))
    );
    let merged = write(&goal(), "aura", json!(1), Base::Absent, &by(PHONE_A, 2, 2));
    assert_eq!((merged.outcome, merged.why), (Outcome::Parked, Some(Why::UnknownField)));
}

#[test]
fn a_bad_value_is_set_aside_and_changes_nothing() {
    let merged = write(&goal(), "status", json!(7), Base::Revision(1), &by(PHONE_A, 2, 2));
    assert_eq!(merged, Merged::unchanged(Outcome::Quarantined, Some(Why::BadValue)));
}

#[test]
fn an_edit_of_nothing_is_set_aside() {
    let op = Op::set(NOTE, fields(&[("wording", json!("x"))]), Bases::default());
    let merged = merge(None, &op, &by(PHONE_A, 1, 1));
    assert_eq!((merged.outcome, merged.why), (Outcome::Quarantined, Some(Why::NoSuchRecord)));
}

/// One edit of a goal's wording by one of three phones that have seen the first version alone.
fn edits() -> impl Strategy<Value = Vec<(u32, i64, String)>> {
    proptest::collection::vec((2u32..5, 0i64..50, "[a-d]{1,2}"), 1..6)
}

fn play(edits: &[(u32, i64, String)]) -> Entity {
    edits.iter().zip(1u64..).fold(goal(), |entity, ((phone, eff, text), n)| {
        let merged = write(&entity, "wording", json!(text), Base::Revision(1), &by(*phone, n, *eff));
        merged.entity.unwrap_or(entity)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// I2 for words: every text ever written is the value, a sibling, or was replaced by somebody who saw it.
    #[test]
    fn no_words_of_concurrent_edits_are_ever_lost(edits in edits()) {
        let entity = play(&edits);
        let shown = texts(&entity, "wording");
        for (_, _, text) in &edits {
            prop_assert!(shown.contains(&json!(text)), "{text} is gone from {shown:?}");
        }
    }

    #[test]
    fn a_record_that_is_sealed_never_changes(edits in edits()) {
        let draft = draft("Sealed words.");
        let sealed = sign(&draft, &draft, &by(PHONE_A, 2, 20)).made.unwrap();
        for ((phone, eff, text), n) in edits.iter().zip(1u64..) {
            let merged = write(&sealed, "body", json!(text), Base::Revision(1), &by(*phone, n, *eff));
            prop_assert_eq!(merged.entity, None);
            prop_assert_eq!(&merged.made.unwrap().cells["body"].value, &json!(text));
        }
    }

    /// Registers: whatever order concurrent edits arrive in, the same one stands.
    #[test]
    fn the_order_of_arrival_does_not_choose_between_concurrent_registers(
        mut edits in proptest::collection::vec((2u32..9, 0i64..50), 2..6),
        seed: u64,
    ) {
        edits.sort_unstable();
        edits.dedup_by_key(|edit| edit.0);
        let start = write(&goal(), "category", json!("start"), Base::Absent, &by(PHONE_A, 2, 0)).entity.unwrap();
        let play = |order: &[(u32, i64)]| order.iter().fold(start.clone(), |entity, (phone, eff)| {
            let context = by(*phone, 1, *eff + 1);
            write(&entity, "category", json!(format!("c{phone}")), Base::Absent, &context).entity.unwrap_or(entity)
        });
        let mut other = edits.clone();
        let turn = usize::try_from(seed).unwrap_or(0) % other.len();
        other.rotate_left(turn);
        other.reverse();
        prop_assert_eq!(&play(&edits).cells["category"].value, &play(&other).cells["category"].value);
    }
}
