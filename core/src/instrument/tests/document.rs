//! `docs/instruments.md`: its example is a real definition, and does what the page says.

use super::super::{HigherIs, Instrument, Order, Ratio, Response, ResponseSet, Unscored};
use super::{answers, values};

const PAGE: &str = include_str!("../../../../docs/instruments.md");

/// The first block of JSON on the page.
fn example() -> Instrument {
    let block = PAGE.split_once("```json\n").and_then(|(_, rest)| rest.split_once("\n```"));
    let (json, _) = block.expect("the page has a block of JSON");
    Instrument::parse(json).expect("the example is sound")
}

#[test]
fn the_example_loads_with_everything_it_says() {
    let example = example();
    assert_eq!((example.id.as_str(), example.version, example.order), ("settling-in", 1, Order::Free));
    assert_eq!(example.items.len(), 6);
    assert_eq!(example.find_item("wish_weight").and_then(|item| item.about.as_deref()), Some("wish"));
    assert_eq!(example.find_item("noise").map(|item| item.higher_is), Some(HigherIs::Worse));
    assert_eq!(example.retest.as_ref().and_then(|retest| retest.weeks_between), Some(12));
    assert!(example.items.iter().all(|item| item.allow_not_now && item.allow_prefer_not_to_say));
}

#[test]
fn the_example_shows_each_kind_of_response_set() {
    let example = example();
    let kind = |item: &str| example.find_item(item).map(|item| &item.responses);
    assert!(matches!(kind("noise"), Some(ResponseSet::Scale(_))));
    assert!(matches!(kind("visitors"), Some(ResponseSet::Choices(choices)) if !choices.as_number));
    assert!(matches!(kind("wish"), Some(ResponseSet::OwnWords(_))));
}

#[test]
fn the_example_scores_as_the_page_works_out() {
    let example = example();
    let scored = |answers| example.scores(&answers).remove(0);
    let full = scored(values([("at_home", 3), ("know_people", 2), ("noise", 1)]));
    assert_eq!(full.outcome, Ok(Ratio::from(20)));
    assert_eq!(full.band.expect("a band").label, "settled");
    let prorated = scored(values([("at_home", 3), ("noise", 1)]));
    assert_eq!(
        (prorated.outcome, prorated.said.as_str()),
        (Ok(Ratio::from(23)), "23, worked out from 2 of 3 answers")
    );
    let without_first = scored(values([("know_people", 2), ("noise", 1)]));
    assert_eq!(without_first.outcome, Err(Unscored::KeyQuestionMissing { missing: 1 }));
}

#[test]
fn the_page_quotes_stored_responses_as_they_are_stored() {
    let stored = answers([
        ("value", Response::Value(7)),
        ("text", Response::Text("…".into())),
        ("not_now", Response::NotNow),
        ("prefer_not_to_say", Response::PreferNotToSay),
    ]);
    for response in stored.values() {
        let json = serde_json::to_string(response).unwrap();
        assert!(PAGE.contains(&format!("`{json}`")), "{json}");
    }
}
