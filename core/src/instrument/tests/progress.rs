//! How far a conversation has come, and in which order it goes on.

use super::super::{Progress, Registry, Response};
use super::{Bend, a_definition, answers, sound, values};
use serde_json::json;

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|&id| id.to_owned()).collect()
}

#[test]
fn nothing_answered_leaves_every_question_but_those_about_something_not_named() {
    let progress = sound(&a_definition()).progress(&answers([]));
    let left = ids(&["mood", "rest", "visits", "worry"]);
    assert_eq!(progress, Progress { answered: 0, declined: 0, left, complete: false });
}

#[test]
fn put_off_and_unfitting_answers_are_left_and_kept_back_ones_are_settled() {
    let given = answers([
        ("mood", Response::Value(0)),
        ("rest", Response::NotNow),
        ("visits", Response::Value(2)),
        ("worry", Response::PreferNotToSay),
    ]);
    let progress = sound(&a_definition()).progress(&given);
    assert_eq!(
        progress,
        Progress { answered: 1, declined: 1, left: ids(&["rest", "visits"]), complete: false }
    );
}

#[test]
fn naming_a_worry_asks_about_it() {
    let given = answers([
        ("mood", Response::Value(1)),
        ("rest", Response::Value(1)),
        ("visits", Response::Value(1)),
        ("worry", Response::Text("The damp".into())),
    ]);
    let instrument = sound(&a_definition());
    let progress = instrument.progress(&given);
    assert_eq!(progress, Progress { answered: 4, declined: 0, left: ids(&["worry_size"]), complete: false });
    let all = given.into_iter().chain(values([("worry_size", 2)])).collect();
    assert_eq!(
        instrument.progress(&all),
        Progress { answered: 5, declined: 0, left: vec![], complete: true }
    );
}

#[test]
fn only_required_questions_stand_in_the_way_of_complete() {
    let optional =
        a_definition().with("/items/1/required", json!(false)).with("/items/3/required", json!(false));
    let progress = sound(&optional).progress(&values([("mood", 1), ("visits", 1)]));
    assert_eq!(
        progress,
        Progress { answered: 2, declined: 0, left: ids(&["rest", "worry"]), complete: true }
    );
}

#[test]
fn a_free_order_begins_with_what_the_person_chose() {
    let instrument = sound(&a_definition());
    let chosen = ids(&["worry", "rest", "no_such", "worry"]);
    let order = instrument.order_of_discussion(&chosen);
    assert_eq!(order, ids(&["worry", "rest", "mood", "visits", "worry_size"]));
    assert_eq!(instrument.order_of_discussion(&[]), ids(&["mood", "rest", "visits", "worry", "worry_size"]));
}

#[test]
fn a_fixed_order_stays_as_published() {
    let registry = Registry::shipped();
    let ons4 = registry.latest("ons4").expect("shipped");
    let order = ons4.order_of_discussion(&ids(&["anxiety", "happiness"]));
    assert_eq!(order, ids(&["satisfaction", "worthwhile", "happiness", "anxiety"]));
}
