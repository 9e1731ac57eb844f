//! Rules 1 to 9: two people and one field.

use std::collections::BTreeMap;

use super::*;
use crate::merge::{list_order, place_between};
use crate::model::{Act, Outcome, Why};

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
        assert_eq!(texts(&merged.entity.unwrap_or_else(|| goal.clone()), "category"), [json!(stands)]);
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

#[test]
fn rule_2_who_agreed_last_counts_whatever_came_first() {
    let start = write(&goal(), "category", json!("mood"), Base::Absent, &by(PHONE_A, 2, 20)).entity.unwrap();
    let agreed = write(&start, "category", json!("mood"), Base::Absent, &by(PHONE_B, 1, 40));
    assert_eq!(agreed.outcome, Outcome::Merged);
    let third = write(&agreed.entity.unwrap(), "category", json!("money"), Base::Absent, &by(3, 1, 30));
    assert_eq!((third.outcome, third.entity), (Outcome::Merged, None));
}

#[test]
fn rule_3_of_two_phone_numbers_the_later_stands_and_the_other_is_marked_for_a_person() {
    let new = fields(&[("name", json!("A")), ("phone", json!("0100"))]);
    let op = Op::create(NOTE, StreamRef::of_case(CASE, Audience::Core), "client", new);
    let client = merge(None, &op, &by(PHONE_A, 1, 10)).entity.unwrap();
    let first =
        write(&client, "phone", json!("0111"), Base::Revision(1), &by(PHONE_A, 2, 20)).entity.unwrap();
    for (eff, order) in [(15, ["0111", "0122"]), (25, ["0122", "0111"])] {
        let merged = write(&first, "phone", json!("0122"), Base::Revision(1), &by(PHONE_B, 1, eff));
        assert_eq!(merged.outcome, Outcome::Sibling);
        assert_eq!(texts(&merged.entity.unwrap(), "phone"), order.map(|number| json!(number)));
    }
}

#[test]
fn rule_4_a_third_person_who_writes_what_stands_beside_adds_nothing() {
    let two = write(&goal(), "wording", json!("swim"), Base::Absent, &by(PHONE_B, 1, 5)).entity.unwrap();
    let same = write(&two, "wording", json!("swim"), Base::Absent, &by(3, 1, 6));
    assert_eq!((same.outcome, same.entity), (Outcome::Merged, None));
    let later = write(&two, "wording", json!("swim"), Base::Absent, &by(3, 1, 60)).entity.unwrap();
    assert_eq!(texts(&later, "wording"), [json!("swim"), json!("walk")]);
}

#[test]
fn rule_5_settling_for_what_stands_removes_what_was_seen() {
    let two = write(&goal(), "wording", json!("swim"), Base::Absent, &by(PHONE_B, 1, 5)).entity.unwrap();
    let revs = vec![two.siblings["wording"][0].rev];
    let op = Op {
        resolved: BTreeMap::from([("wording".to_owned(), revs)]),
        fields: fields(&[("wording", json!("walk"))]),
        bases: Bases::All(Base::Revision(1)),
        ..Op::bare(Act::Resolve, NOTE)
    };
    let merged = merge(Some(&two), &op, &by(PHONE_A, 2, 30));
    assert_eq!(merged.outcome, Outcome::Applied);
    let settled = merged.entity.unwrap();
    assert_eq!(texts(&settled, "wording"), [json!("walk")]);
    assert_eq!(merge(Some(&settled), &op, &by(PHONE_A, 2, 30)), Merged::unchanged(Outcome::Duplicate, None));
}

#[test]
fn rule_5_a_text_written_while_somebody_settles_stays_beside() {
    let two = write(&goal(), "wording", json!("swim"), Base::Absent, &by(PHONE_B, 1, 5)).entity.unwrap();
    let racing = write(&two, "wording", json!("dance"), Base::Revision(1), &by(3, 1, 25)).entity.unwrap();
    let op = Op {
        resolved: BTreeMap::from([("wording".to_owned(), vec![two.siblings["wording"][0].rev])]),
        fields: fields(&[("wording", json!("walk or swim"))]),
        bases: Bases::All(Base::Revision(1)),
        ..Op::bare(Act::Resolve, NOTE)
    };
    let merged = merge(Some(&racing), &op, &by(PHONE_A, 2, 30)).entity.unwrap();
    assert_eq!(texts(&merged, "wording"), [json!("walk or swim"), json!("dance")]);
}

#[test]
fn rule_7_two_steps_put_in_one_place_stand_in_one_order_on_every_phone() {
    let step = |id: u128, position: i64| {
        let id = EntityId(Uuid::from_u128(id));
        let new = fields(&[("title", json!("x")), ("position", json!(position))]);
        merge(None, &Op::create(id, shared(), "step", new), &by(PHONE_A, 1, 10)).entity.unwrap()
    };
    let places = |mut steps: Vec<Entity>| {
        steps.sort_by_key(|step| list_order(step.cells["position"].value.as_i64().unwrap(), step.id));
        steps.into_iter().map(|step| step.id).collect::<Vec<_>>()
    };
    let (one, two, three) = (step(1, 5), step(2, 5), step(3, 2));
    assert_eq!(
        places(vec![one.clone(), two.clone(), three.clone()]),
        places(vec![three.clone(), two, one.clone()])
    );
    assert_eq!(places(vec![one, three]), [EntityId(Uuid::from_u128(3)), EntityId(Uuid::from_u128(1))]);
}

#[test]
fn rule_7_of_two_moves_of_one_step_the_later_by_age_stands() {
    let new = fields(&[("title", json!("x")), ("position", json!(0))]);
    let step = merge(None, &Op::create(NOTE, shared(), "step", new), &by(PHONE_A, 1, 10)).entity.unwrap();
    let moved = write(&step, "position", json!(5), Base::Revision(1), &by(PHONE_A, 2, 20)).entity.unwrap();
    for (eff, stands) in [(15, 5), (25, 9)] {
        let merged = write(&moved, "position", json!(9), Base::Revision(1), &by(PHONE_B, 1, eff));
        assert_eq!(merged.outcome, Outcome::Merged);
        let after = merged.entity.unwrap_or_else(|| moved.clone());
        assert_eq!(texts(&after, "position"), [json!(stands)]);
    }
}

#[test]
fn rule_7_there_is_room_between_two_neighbours_until_they_touch() {
    for (before, after, between) in [
        (None, None, Some(0)),
        (Some(0), None, Some(1_024)),
        (None, Some(0), Some(-1_024)),
        (Some(0), Some(10), Some(5)),
        (Some(3), Some(4), None),
        (Some(4), Some(4), None),
        (Some(9), Some(4), None),
        (Some(i64::MIN), Some(i64::MAX), None),
        (Some(i64::MAX), None, None),
    ] {
        assert_eq!(place_between(before, after), between, "{before:?} {after:?}");
    }
}

#[test]
fn rule_8_two_check_ins_of_one_goal_both_stay() {
    let check_in = |id: u128, phone: u32| {
        let new = fields(&[("goal", json!(NOTE)), ("score", json!(4)), ("by", json!("client"))]);
        let op = Op::create(EntityId(Uuid::from_u128(id)), shared(), "check_in", new);
        merge(None, &op, &by(phone, 1, 10))
    };
    let (one, two) = (check_in(1, PHONE_A), check_in(2, PHONE_B));
    assert_eq!((one.outcome, two.outcome), (Outcome::Applied, Outcome::Applied));
    assert_ne!(one.entity.unwrap().id, two.entity.unwrap().id);
}
