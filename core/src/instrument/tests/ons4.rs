//! ONS4 as shipped: published wording, published bands, four questions that are never one number.

use super::super::{Direction, HigherIs, Instrument, Order, Registry, Response, ResponseSet, Scale};
use super::{answers, values};

const ITEMS: [&str; 4] = ["satisfaction", "worthwhile", "happiness", "anxiety"];

fn ons4() -> Instrument {
    Registry::shipped().find("ons4", 1).expect("shipped").clone()
}

fn band_of(item: &str, value: i64) -> String {
    let results = ons4().results(&values([(item, value)]));
    let result = results.iter().find(|result| result.item == item).expect("a result");
    result.band.clone().expect("a band").label
}

#[test]
fn every_value_of_the_three_positive_questions_has_its_published_band() {
    let published =
        ["low", "low", "low", "low", "low", "medium", "medium", "high", "high", "very high", "very high"];
    for item in &ITEMS[..3] {
        for (value, band) in (0..).zip(published) {
            assert_eq!(band_of(item, value), band, "{item} {value}");
        }
    }
}

#[test]
fn every_value_of_anxiety_has_its_published_band() {
    let published =
        ["very low", "very low", "low", "low", "medium", "medium", "high", "high", "high", "high", "high"];
    for (value, band) in (0..).zip(published) {
        assert_eq!(band_of("anxiety", value), band, "{value}");
    }
}

#[test]
fn the_scale_has_eleven_points_from_nought() {
    let ons4 = ons4();
    for item in &ons4.items {
        let ResponseSet::Scale(Scale { min, max, min_label, max_label }) = &item.responses else {
            panic!("{} is not a scale", item.id);
        };
        assert_eq!((*min, *max, min_label.as_str(), max_label.as_str()), (0, 10, "not at all", "completely"));
        for outside in [-1, 11] {
            assert!(ons4.check(&item.id, &Response::Value(outside)).is_err());
        }
        for inside in 0..=10 {
            assert_eq!(ons4.check(&item.id, &Response::Value(inside)), Ok(()));
        }
    }
}

#[test]
fn wording_and_order_are_as_published() {
    let ons4 = ons4();
    let asked: Vec<(&str, &str)> =
        ons4.items.iter().map(|item| (item.id.as_str(), item.prompt.as_str())).collect();
    let published = [
        ("satisfaction", "Overall, how satisfied are you with your life nowadays?"),
        (
            "worthwhile",
            "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
        ),
        ("happiness", "Overall, how happy did you feel yesterday?"),
        (
            "anxiety",
            "On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how anxious did you \
             feel yesterday?",
        ),
    ];
    assert_eq!(asked, published);
    assert_eq!(ons4.order, Order::Fixed);
    assert!(ons4.introduction.expect("an introduction").contains("There are no right or wrong answers."));
}

#[test]
fn the_office_for_national_statistics_and_its_licence_are_named() {
    let ons4 = ons4();
    assert_eq!(ons4.owner, "Office for National Statistics");
    assert_eq!(ons4.licence.id, "OGL-UK-3.0");
    assert!(ons4.licence.text.contains("Office for National Statistics"));
    assert!(ons4.licence.text.contains("Open Government Licence v3.0"));
    assert!(ons4.licence.citation.is_some());
}

#[test]
fn there_is_never_a_total() {
    let ons4 = ons4();
    let all = values([("satisfaction", 7), ("worthwhile", 7), ("happiness", 7), ("anxiety", 7)]);
    assert!(ons4.scores.is_empty());
    assert!(ons4.scores(&all).is_empty());
    assert_eq!(ons4.results(&all).len(), 4);
}

#[test]
fn for_anxiety_alone_higher_is_worse_and_the_band_says_so() {
    let all = values([("satisfaction", 7), ("worthwhile", 7), ("happiness", 7), ("anxiety", 7)]);
    for result in ons4().results(&all) {
        let words = result.band.expect("a band").words;
        if result.item == "anxiety" {
            assert_eq!(
                (result.higher_is, words.as_str()),
                (HigherIs::Worse, "high – for anxiety, higher is worse")
            );
        } else {
            assert_eq!(result.higher_is, HigherIs::Better);
            assert!(words.starts_with("high – ") && words.ends_with("higher is better"), "{words}");
        }
    }
}

#[test]
fn every_question_may_be_put_off_or_kept_back() {
    let ons4 = ons4();
    for item in ITEMS {
        assert_eq!(ons4.check(item, &Response::NotNow), Ok(()));
        assert_eq!(ons4.check(item, &Response::PreferNotToSay), Ok(()));
    }
}

#[test]
fn what_was_not_answered_is_not_nought() {
    let given = answers([("worthwhile", Response::NotNow), ("happiness", Response::PreferNotToSay)]);
    let given = given.into_iter().chain(values([("anxiety", 0)])).collect();
    let results = ons4().results(&given);
    let read: Vec<_> = results.iter().map(|r| (r.value, r.said.as_str(), r.band.is_some())).collect();
    let expected = [
        (None, "not answered", false),
        (None, "not now", false),
        (None, "preferred not to say", false),
        (Some(0), "0 out of 10", true),
    ];
    assert_eq!(read, expected);
}

#[test]
fn a_lower_anxiety_is_better_and_a_lower_happiness_is_worse() {
    let change = ons4()
        .change(&values([("happiness", 7), ("anxiety", 7)]), &values([("happiness", 4), ("anxiety", 4)]));
    let directions: Vec<_> = change.iter().map(|c| (c.item.as_str(), c.difference, c.direction)).collect();
    let expected = [
        ("satisfaction", None, None),
        ("worthwhile", None, None),
        ("happiness", Some(-3), Some(Direction::Worse)),
        ("anxiety", Some(-3), Some(Direction::Better)),
    ];
    assert_eq!(directions, expected);
}
