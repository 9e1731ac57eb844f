//! Which responses a question takes.

use super::super::{AnswerError, Response};
use super::{Bend, a_definition, sound};
use serde_json::json;

fn text(words: &str) -> Response {
    Response::Text(words.to_owned())
}

#[test]
fn a_response_is_checked_against_its_question() {
    let instrument = sound(&a_definition());
    let out_of_scale = Err(AnswerError::OutOfScale { min: 0, max: 4 });
    let cases = [
        ("mood", Response::Value(0), Ok(())),
        ("mood", Response::Value(4), Ok(())),
        ("mood", Response::Value(-1), out_of_scale.clone()),
        ("mood", Response::Value(5), out_of_scale),
        ("mood", text("fine"), Err(AnswerError::NotWords)),
        ("visits", Response::Value(3), Ok(())),
        ("visits", Response::Value(2), Err(AnswerError::NotAChoice)),
        ("visits", text("None"), Err(AnswerError::NotWords)),
        ("worry", text("The damp"), Ok(())),
        ("worry", text(" \n"), Err(AnswerError::Blank)),
        ("worry", Response::Value(1), Err(AnswerError::NeedsWords)),
        ("worry", Response::NotNow, Ok(())),
        ("worry", Response::PreferNotToSay, Ok(())),
        ("no_such", Response::Value(1), Err(AnswerError::UnknownItem)),
    ];
    for (item, response, expected) in cases {
        assert_eq!(instrument.check(item, &response), expected, "{item}");
    }
}

#[test]
fn room_for_words_is_counted_in_characters() {
    let instrument = sound(&a_definition());
    assert_eq!(instrument.check("worry", &text(&"é".repeat(20))), Ok(()));
    assert_eq!(instrument.check("worry", &text(&"é".repeat(21))), Err(AnswerError::TooLong { limit: 20 }));
}

#[test]
fn a_definition_may_rule_out_putting_off_and_keeping_back() {
    let strict = a_definition()
        .with("/items/0/allow_not_now", json!(false))
        .with("/items/0/allow_prefer_not_to_say", json!(false));
    let instrument = sound(&strict);
    assert_eq!(instrument.check("mood", &Response::NotNow), Err(AnswerError::NotNowNotOffered));
    assert_eq!(
        instrument.check("mood", &Response::PreferNotToSay),
        Err(AnswerError::PreferNotToSayNotOffered)
    );
    assert_eq!(instrument.check("rest", &Response::NotNow), Ok(()));
}

#[test]
fn an_error_never_holds_the_answer() {
    let instrument = sound(&a_definition());
    let refused = [
        instrument.check("mood", &Response::Value(98_765)),
        instrument.check("mood", &text("98765")),
        instrument.check("worry", &text(&"98765".repeat(5))),
        instrument.check("98765", &Response::NotNow),
    ];
    for error in refused.map(|result| result.expect_err("refused")) {
        assert!(!format!("{error} {error:?}").contains("98765"), "{error}");
    }
}
