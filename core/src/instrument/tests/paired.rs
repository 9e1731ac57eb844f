//! Many people's answers to one question, twice.

use proptest::prelude::*;

use super::super::{Answers, Registry, Response};
use super::{answers, values};

fn anxious(value: Option<i64>) -> Answers {
    value.map(|value| values([("anxiety", value)])).unwrap_or_default()
}

#[test]
fn each_difference_is_counted_with_how_many_could_have_been() {
    let registry = Registry::shipped();
    let ons4 = registry.find("ons4", 1).expect("shipped");
    let people = [(7, 4), (7, 4), (2, 5), (3, 3)].map(|(one, two)| (anxious(Some(one)), anxious(Some(two))));
    let kept_back = (anxious(Some(9)), answers([("anxiety", Response::PreferNotToSay)]));
    let all: Vec<_> = people.into_iter().chain([kept_back]).collect();
    let anxiety = ons4.paired(&all).remove(3);
    assert_eq!((anxiety.eligible, anxiety.pairs), (5, 4));
    assert_eq!(anxiety.directions, [("better", 2), ("same", 1), ("worse", 1)].into());
    assert_eq!(anxiety.differences, [(-3, 2), (0, 1), (3, 1)].into());
    assert_eq!(anxiety.notice.as_deref(), Some("for anxiety, higher is worse"));
}

#[test]
fn a_category_has_directions_and_no_differences() {
    let registry = Registry::shipped();
    let loneliness = registry.find("ons-loneliness", 1).expect("shipped");
    let item = loneliness.items[0].id.as_str();
    let pair = loneliness.paired(&[(values([(item, 1)]), values([(item, 4)]))]).remove(0);
    assert_eq!((pair.pairs, pair.differences.len()), (1, 0));
    assert_eq!(pair.directions.values().sum::<usize>(), 1);
}

proptest! {
    /// Nobody is counted twice and nobody who answered twice is left out; nothing is averaged, so every figure is whole.
    #[test]
    fn directions_and_differences_add_up_to_the_pairs(
        given in proptest::collection::vec((proptest::option::of(0_i64..=10), proptest::option::of(0_i64..=10)), 0..40),
    ) {
        let registry = Registry::shipped();
        let ons4 = registry.find("ons4", 1).expect("shipped");
        let people: Vec<_> = given.iter().map(|&(one, two)| (anxious(one), anxious(two))).collect();
        let anxiety = ons4.paired(&people).remove(3);
        let both = given.iter().filter(|(one, two)| one.is_some() && two.is_some()).count();
        prop_assert_eq!((anxiety.eligible, anxiety.pairs), (given.len(), both));
        prop_assert_eq!(anxiety.directions.values().sum::<usize>(), both);
        prop_assert_eq!(anxiety.differences.values().sum::<usize>(), both);
    }
}
