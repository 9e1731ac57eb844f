//! The direct loneliness question as shipped: a category, and no number anywhere.

use super::super::{Direction, HigherIs, Instrument, Registry, Response};
use super::values;

const ITEM: &str = "how_often_lonely";

fn loneliness() -> Instrument {
    Registry::shipped().find("ons-loneliness", 1).expect("shipped").clone()
}

#[test]
fn each_answer_is_its_words_and_never_a_number() {
    let published = ["Often/always", "Some of the time", "Occasionally", "Hardly ever", "Never"];
    for (code, label) in (1..).zip(published) {
        let result = loneliness().results(&values([(ITEM, code)])).remove(0);
        assert_eq!(result.said, label);
        assert_eq!((result.value, result.band, result.higher_is), (None, None, HigherIs::Neutral));
    }
}

#[test]
fn codes_outside_the_five_are_refused() {
    for code in [0, 6] {
        assert!(loneliness().check(ITEM, &Response::Value(code)).is_err());
    }
}

#[test]
fn there_is_no_score() {
    assert!(loneliness().scores(&values([(ITEM, 1)])).is_empty());
}

#[test]
fn being_lonely_less_often_is_better_without_a_difference_in_numbers() {
    let change = loneliness().change(&values([(ITEM, 1)]), &values([(ITEM, 4)])).remove(0);
    assert_eq!((change.before, change.after, change.difference), (None, None, None));
    assert_eq!(change.direction, Some(Direction::Better));
    assert_eq!(change.words, "from Often/always to Hardly ever: better");
}
