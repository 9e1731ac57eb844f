//! Each question over the times one person was asked.

use serde_json::{Value, json};

use super::super::{
    Answers, Direction, Instrument, InstrumentError, ItemOverTime, Registry, Response, Sitting,
};
use super::{Bend, a_definition, answers, sound, values};

fn over(sittings: &[(&Instrument, &Answers)]) -> Vec<ItemOverTime> {
    let sittings: Vec<_> =
        sittings.iter().map(|&(instrument, answers)| Sitting { instrument, answers }).collect();
    Instrument::over_time(&sittings)
}

fn mood(sittings: &[(&Instrument, &Answers)]) -> ItemOverTime {
    over(sittings).into_iter().find(|item| item.item == "mood").expect("asked")
}

fn version(number: u32, same_since: Option<u32>) -> Value {
    let definition = a_definition().with("/version", json!(number));
    match same_since {
        Some(since) => definition.with("/items/0/same_since", json!(since)),
        None => definition,
    }
}

#[test]
fn every_time_stays_beside_the_difference_from_the_one_before_and_from_the_first() {
    let known = sound(&a_definition());
    let given: Vec<Answers> = [1, 4, 2].map(|value| values([("mood", value)])).into();
    let mood = mood(&[(&known, &given[0]), (&known, &given[1]), (&known, &given[2])]);
    let seen: Vec<_> = mood.times.iter().map(|time| (time.sitting, time.value)).collect();
    assert_eq!(seen, [(0, Some(1)), (1, Some(4)), (2, Some(2))]);
    assert_eq!(mood.times[1].band.as_deref(), Some("high"));
    assert_eq!(mood.pairs, 2);
    let (before, first) = (mood.since_before.unwrap(), mood.since_first.unwrap());
    assert_eq!((before.difference, before.direction), (Some(-2), Some(Direction::Worse)));
    assert_eq!((first.difference, first.direction), (Some(1), Some(Direction::Better)));
}

#[test]
fn a_time_without_an_answer_is_a_gap_and_not_a_nought() {
    let known = sound(&a_definition());
    let (first, skipped, last) =
        (values([("mood", 3)]), answers([("mood", Response::NotNow)]), values([("mood", 4)]));
    let mood = mood(&[(&known, &first), (&known, &skipped), (&known, &Answers::new()), (&known, &last)]);
    assert_eq!(mood.times[1].value, None);
    assert_eq!((mood.times[1].said.as_str(), mood.times[2].said.as_str()), ("not now", "not answered"));
    assert_eq!((mood.pairs, mood.since_before.unwrap().difference), (1, Some(1)));
    assert_eq!(mood.since_first, None);
}

#[test]
fn one_time_alone_has_nothing_to_compare() {
    let known = sound(&a_definition());
    let mood = mood(&[(&known, &values([("mood", 3)]))]);
    assert_eq!((mood.times.len(), mood.pairs, mood.since_before, mood.since_first), (1, 0, None, None));
    assert!(over(&[]).is_empty());
}

#[test]
fn another_version_is_compared_only_where_the_question_is_declared_the_same() {
    let (old, new) = (sound(&version(1, None)), sound(&version(2, Some(1))));
    let (before, after) = (values([("mood", 1), ("rest", 1)]), values([("mood", 3), ("rest", 3)]));
    let all = over(&[(&old, &before), (&new, &after)]);
    let pairs: Vec<_> = all.iter().map(|item| (item.item.as_str(), item.times.len(), item.pairs)).collect();
    assert_eq!(pairs[..2], [("mood", 2, 1), ("rest", 1, 0)]);
}

#[test]
fn a_draft_of_the_old_version_that_ends_after_the_new_one_is_compared_the_same_way() {
    let (old, new) = (sound(&version(1, None)), sound(&version(2, Some(1))));
    let mood = mood(&[(&new, &values([("mood", 3)])), (&old, &values([("mood", 4)]))]);
    assert_eq!(mood.since_before.unwrap().difference, Some(1));
}

#[test]
fn sameness_reaches_back_no_further_than_it_says() {
    let versions = [version(1, None), version(2, Some(1)), version(3, Some(2))].map(|json| sound(&json));
    let given = values([("mood", 2)]);
    let sittings: Vec<_> = versions.iter().map(|known| (known, &given)).collect();
    assert_eq!(mood(&sittings).times.iter().map(|time| time.sitting).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_claim_of_sameness_is_held_against_the_version_it_names_whichever_comes_first() {
    let old = version(1, None);
    for (place, value) in [
        ("/items/0/prompt", json!("How is your mood today?")),
        ("/items/0/higher_is", json!("worse")),
        ("/response_sets/0/scale/max_label", json!("extremely")),
        ("/items/0/id", json!("spirits")),
    ] {
        let new = version(2, Some(1)).with(place, value);
        let item = new["items"][0]["id"].as_str().expect("an id").to_owned();
        for (first, second, other) in [(&old, &new, 1), (&new, &old, 2)] {
            let mut registry = Registry::default();
            registry.load(&first.to_string()).expect("sound");
            let refused = registry.load(&second.to_string()).cloned();
            assert_eq!(
                refused,
                Err(InstrumentError::NotTheSame { item: item.clone(), version: other }),
                "{place}"
            );
            assert_eq!(registry.list().count(), 1);
        }
    }
    let mut registry = Registry::default();
    registry.load(&old.to_string()).expect("sound");
    registry.load(&version(2, Some(1)).to_string()).expect("the same question");
}

#[test]
fn a_version_is_the_same_as_itself_and_as_none_that_is_still_to_come() {
    for since in [0, 3] {
        let refused = Instrument::parse(&version(2, Some(since)).to_string());
        let expected = InstrumentError::BadSameSince { item: "mood".into(), since, version: 2 };
        assert_eq!(refused, Err(expected));
    }
    assert_eq!(sound(&version(2, None)).items[0].same_since, 2);
}

#[test]
fn no_word_calls_a_difference_important() {
    let known = sound(&a_definition());
    let all =
        over(&[(&known, &values([("mood", 0), ("rest", 4)])), (&known, &values([("mood", 4), ("rest", 0)]))]);
    let words: Vec<String> =
        all.into_iter().filter_map(|item| item.since_before).map(|change| change.words).collect();
    assert_eq!(words.len(), 2);
    for banned in ["significan", "important", "average", "mean ", "total", "improve"] {
        assert!(words.iter().all(|words| !words.contains(banned)), "{banned}");
    }
}
