//! Concerns in the person's own words, rated, beside a question for everybody: an invented instrument of that shape.

use serde_json::json;

use super::super::{Answers, Instrument, InstrumentError, Ratio, Response, Unscored};
use super::{Bend, a_definition, an_item, answers, sound};

/// Up to two concerns in own words, each rated 0 to 4, and one question on how things are in general; the score is the mean
/// of the ratings that were given, to two places.
fn two_concerns() -> Instrument {
    let optional = |id: &str, set: &str| {
        an_item(id, set).with("/required", json!(false)).with("/higher_is", json!("worse"))
    };
    let items = json!([
        optional("first", "words").with("/required", json!(true)).with("/carry_over", json!(true)),
        optional("first_size", "nought_to_four")
            .with("/about", json!("first"))
            .with("/required", json!(true)),
        optional("second", "words").with("/carry_over", json!(true)),
        optional("second_size", "nought_to_four").with("/about", json!("second")),
        optional("general", "nought_to_four").with("/required", json!(true)),
    ]);
    let score = json!({
        "id": "burden", "name": "the burden", "higher_is": "worse",
        "items": [
            { "item": "first_size", "times": "1/3", "must_answer": true },
            { "item": "second_size", "times": "1/3" },
            { "item": "general", "times": "1/3", "must_answer": true }
        ],
        "missing": { "prorate_if_at_most": 1 },
        "steps": [{ "round": { "places": 2, "half": "up" } }]
    });
    sound(&a_definition().with("/items", items).with("/scores", json!([score])))
}

fn words(text: &str) -> Response {
    Response::Text(text.into())
}

fn sheet(first: &str, second: Option<&str>, sizes: (i64, Option<i64>, i64)) -> Answers {
    let mut sheet = answers([
        ("first", words(first)),
        ("first_size", Response::Value(sizes.0)),
        ("general", Response::Value(sizes.2)),
    ]);
    sheet.extend(second.map(|second| ("second".to_owned(), words(second))));
    sheet.extend(sizes.1.map(|size| ("second_size".to_owned(), Response::Value(size))));
    sheet
}

#[test]
fn one_concern_or_two_the_form_is_complete() {
    let known = two_concerns();
    let one = known.progress(&sheet("the stairs", None, (3, None, 2)));
    assert_eq!((one.complete, one.left), (true, vec!["second".to_owned()]));
    let named = known.progress(&sheet("the stairs", Some("nights"), (3, None, 2)));
    assert_eq!(named.left, ["second_size"]);
}

#[test]
fn the_mean_is_of_the_ratings_that_were_given() {
    let known = two_concerns();
    let outcome = |sheet: Answers| known.scores(&sheet).remove(0).outcome;
    let number = |text: &str| Ok(Ratio::parse(text).expect("a number"));
    assert_eq!(outcome(sheet("the stairs", Some("nights"), (4, Some(1), 2))), number("2.33"));
    assert_eq!(outcome(sheet("the stairs", None, (4, None, 1))), number("2.5"));
    let mut without = sheet("the stairs", None, (4, None, 1));
    without.remove("general");
    assert_eq!(outcome(without), Err(Unscored::KeyQuestionMissing { missing: 1 }));
}

#[test]
fn a_rating_asks_about_the_concern_in_the_persons_words() {
    let results = two_concerns().results(&sheet("the stairs", None, (4, None, 1)));
    assert!(results[1].prompt.ends_with("“the stairs”"), "{}", results[1].prompt);
}

#[test]
fn ratings_are_compared_only_when_they_are_about_the_same_concern() {
    let known = two_concerns();
    let change = |before: &str, after: &str| {
        known.change(&sheet(before, None, (4, None, 1)), &sheet(after, None, (1, None, 2))).remove(1)
    };
    let same = change("The stairs ", "the stairs");
    assert_eq!(
        (same.difference, same.words.as_str()),
        (Some(-3), "from 4 out of 4 to 1 out of 4: 3 lower, which is better")
    );
    let other = change("the stairs", "my sister");
    assert_eq!((other.difference, other.direction), (None, None));
    assert_eq!(other.words, "4 out of 4 then and 1 out of 4 now, about different things");
    assert_eq!((other.before, other.after), (Some(4), Some(1)));
}

#[test]
fn only_words_are_carried_over() {
    let definition = a_definition().with("/items/0/carry_over", json!(true));
    let refused = Instrument::parse(&definition.to_string());
    assert_eq!(refused, Err(InstrumentError::CarriesNoWords { item: "mood".into() }));
}
