//! What is different between two times, question by question.

use super::super::{Direction, ItemChange, Response};
use super::{Bend, a_definition, answers, sound};
use serde_json::json;

fn mood_change(higher_is: &str, before: Response, after: Response) -> ItemChange {
    let instrument = sound(&a_definition().with("/items/0/higher_is", json!(higher_is)));
    instrument.change(&answers([("mood", before)]), &answers([("mood", after)])).remove(0)
}

#[test]
fn words_give_both_answers_the_difference_and_what_it_means() {
    let cases = [
        ("better", 1, 4, Direction::Better, "from 1 out of 4 to 4 out of 4: 3 higher, which is better"),
        ("better", 4, 0, Direction::Worse, "from 4 out of 4 to 0 out of 4: 4 lower, which is worse"),
        ("worse", 1, 2, Direction::Worse, "from 1 out of 4 to 2 out of 4: 1 higher, which is worse"),
        ("worse", 2, 1, Direction::Better, "from 2 out of 4 to 1 out of 4: 1 lower, which is better"),
        ("neutral", 1, 2, Direction::Higher, "from 1 out of 4 to 2 out of 4: 1 higher"),
        ("neutral", 2, 1, Direction::Lower, "from 2 out of 4 to 1 out of 4: 1 lower"),
        ("worse", 2, 2, Direction::Same, "2 out of 4 both times"),
    ];
    for (higher_is, before, after, direction, words) in cases {
        let change = mood_change(higher_is, Response::Value(before), Response::Value(after));
        assert_eq!((change.before, change.after), (Some(before), Some(after)));
        assert_eq!(change.difference, Some(after - before), "{words}");
        assert_eq!((change.direction, change.words.as_str()), (Some(direction), words));
    }
}

#[test]
fn an_answer_missing_at_one_time_has_no_difference() {
    for missing in [Response::NotNow, Response::PreferNotToSay, Response::Value(99)] {
        let later = mood_change("better", missing.clone(), Response::Value(3));
        assert_eq!((later.difference, later.direction), (None, None));
        let earlier = mood_change("better", Response::Value(3), missing);
        assert_eq!((earlier.difference, earlier.direction), (None, None));
    }
    let change = mood_change("better", Response::NotNow, Response::Value(3));
    assert_eq!(change.words, "from not now to 3 out of 4");
}

#[test]
fn own_words_are_shown_at_both_times_and_not_judged() {
    let words = |text: &str| answers([("worry", Response::Text(text.to_owned()))]);
    let change = sound(&a_definition()).change(&words("The damp"), &words("The stairs")).remove(3);
    assert_eq!((change.difference, change.direction), (None, None));
    assert_eq!(change.words, "from The damp to The stairs");
}

#[test]
fn no_change_is_ever_called_important() {
    for (before, after) in (0..=4).flat_map(|before| (0..=4).map(move |after| (before, after))) {
        let words = mood_change("better", Response::Value(before), Response::Value(after)).words;
        for claim in ["significant", "important", "reliable", "average"] {
            assert!(!words.contains(claim), "{words}");
        }
    }
}

#[test]
fn debug_shows_no_answer() {
    let shown = format!("{:?}", mood_change("better", Response::Value(1), Response::Value(4)));
    assert!(shown.contains("mood"));
    assert!(!shown.contains('1') && !shown.contains('4') && !shown.contains("etter"), "{shown}");
}
