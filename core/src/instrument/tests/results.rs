//! How answers read, question by question.

use super::super::{HigherIs, Response};
use super::{Bend, a_definition, answers, sound, values};
use serde_json::json;

fn said(item: &str, response: Response) -> String {
    let results = sound(&a_definition()).results(&answers([(item, response)]));
    results.into_iter().find(|result| result.item == item).expect("a result").said
}

#[test]
fn an_answer_reads_as_it_was_said() {
    assert_eq!(said("mood", Response::Value(3)), "3 out of 4");
    assert_eq!(said("visits", Response::Value(1)), "One or two");
    assert_eq!(said("worry", Response::Text("The damp".into())), "The damp");
    assert_eq!(said("mood", Response::NotNow), "not now");
    assert_eq!(said("mood", Response::PreferNotToSay), "preferred not to say");
}

#[test]
fn a_scale_that_does_not_begin_at_nought_says_both_ends() {
    let from_one = a_definition().with("/response_sets/0/scale/min", json!(1)).without("/items/0/bands");
    let results = sound(&from_one).results(&values([("mood", 3)]));
    assert_eq!(results[0].said, "3 on a scale from 1 to 4");
}

#[test]
fn there_is_a_result_for_every_question_answered_or_not() {
    let results = sound(&a_definition()).results(&values([("rest", 2), ("from_another_instrument", 1)]));
    let items: Vec<&str> = results.iter().map(|result| result.item.as_str()).collect();
    assert_eq!(items, ["mood", "rest", "visits", "worry", "worry_size"]);
    assert_eq!(results[0].said, "not answered");
    assert_eq!(results[1].value, Some(2));
}

#[test]
fn choices_that_are_numbers_have_a_value_and_words() {
    let results = sound(&a_definition()).results(&values([("visits", 3)]));
    assert_eq!((results[2].value, results[2].said.as_str()), (Some(3), "More"));
    assert_eq!(results[2].higher_is, HigherIs::Better);
}

#[test]
fn what_does_not_fit_is_shown_as_such_and_not_read_as_a_number() {
    for misfit in [Response::Value(99), Response::Text("fine".into())] {
        let results = sound(&a_definition()).results(&answers([("mood", misfit)]));
        assert_eq!(results[0].said, "an answer that does not fit this question");
        assert_eq!((results[0].value, results[0].band.clone()), (None, None));
    }
}

#[test]
fn a_question_about_a_worry_carries_the_worry_in_their_words() {
    let given = answers([("worry", Response::Text("The damp".into())), ("worry_size", Response::Value(4))]);
    let results = sound(&a_definition()).results(&given);
    assert_eq!(results[4].prompt, "How is your worry_size? – “The damp”");
    assert_eq!(results[3].prompt, "How is your worry?");
}

#[test]
fn debug_shows_neither_answers_nor_bands() {
    let given = answers([("worry", Response::Text("The damp".into())), ("mood", Response::Value(3))]);
    let shown = format!("{:?}", sound(&a_definition()).results(&given));
    assert!(shown.contains("mood"));
    for hidden in ["damp", "3", "high"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
}
