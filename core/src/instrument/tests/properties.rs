//! What holds for any definition and any answers.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::super::band::find_band;
use super::super::{Answers, Half, Instrument, Ratio, Registry, Response};
use super::{Bend, a_definition, an_item, sound};

/// A scale with the upper ends of bands that cut it up.
fn a_banded_scale() -> impl Strategy<Value = (i64, i64, Vec<i64>)> {
    (-20_i64..20, 1_i64..40).prop_flat_map(|(min, span)| {
        let max = min + span;
        let cuts = proptest::collection::btree_set(min..max, 0..6);
        (Just(min), Just(max), cuts.prop_map(move |cuts| cuts.into_iter().chain([max]).collect()))
    })
}

fn banded((min, max, ends): &(i64, i64, Vec<i64>)) -> Value {
    let begins = std::iter::once(*min).chain(ends.iter().map(|end| end + 1));
    let bands: Vec<Value> = begins
        .zip(ends)
        .map(|(from, to)| json!({ "from": from, "to": to, "label": format!("to {to}") }))
        .collect();
    a_definition()
        .with("/response_sets/0/scale/min", json!(min))
        .with("/response_sets/0/scale/max", json!(max))
        .with("/items", json!([an_item("q0", "nought_to_four").with("/bands", json!(bands))]))
}

/// `count` equal questions, scored in the given way.
fn scored(count: usize, (min, max): (i64, i64), reverse: bool, score: &Value) -> Instrument {
    let ids: Vec<String> = (0..count).map(|n| format!("q{n}")).collect();
    let items: Vec<Value> = ids.iter().map(|id| json!({ "item": id, "reverse": reverse })).collect();
    let score = json!({ "id": "total", "name": "the total", "higher_is": "neutral", "items": items,
        "missing": score["missing"], "steps": score["steps"] });
    let definition = a_definition()
        .with("/response_sets/0/scale/min", json!(min))
        .with("/response_sets/0/scale/max", json!(max))
        .with("/items", ids.iter().map(|id| an_item(id, "nought_to_four")).collect())
        .with("/scores", json!([score]));
    sound(&definition)
}

fn sheet(given: &[i64]) -> Answers {
    given.iter().enumerate().map(|(n, value)| (format!("q{n}"), Response::Value(*value))).collect()
}

fn some_answers() -> impl Strategy<Value = ((i64, i64), Vec<i64>)> {
    (-9_i64..9, 1_i64..12).prop_flat_map(|(min, span)| {
        (Just((min, min + span)), proptest::collection::vec(min..=min + span, 2..8))
    })
}

fn a_response() -> impl Strategy<Value = Response> {
    prop_oneof![
        any::<i64>().prop_map(Response::Value),
        any::<String>().prop_map(Response::Text),
        Just(Response::NotNow),
        Just(Response::PreferNotToSay),
    ]
}

proptest! {
    #[test]
    fn every_value_on_a_scale_has_exactly_one_band(scale in a_banded_scale()) {
        let instrument = sound(&banded(&scale));
        for value in scale.0..=scale.1 {
            let holding = instrument.items[0].bands.iter().filter(|band| band.holds(value.into())).count();
            prop_assert_eq!(holding, 1);
            prop_assert!(instrument.results(&sheet(&[value]))[0].band.is_some());
        }
        for outside in [scale.0 - 1, scale.1 + 1] {
            prop_assert!(find_band(&instrument.items[0].bands, outside.into()).is_none());
        }
    }

    #[test]
    fn moving_any_end_of_any_band_makes_a_definition_unsound(
        scale in a_banded_scale(),
        which in any::<Index>(),
        by in prop_oneof![Just(-1_i64), Just(1)],
    ) {
        let mut definition = banded(&scale);
        let place = format!("/items/0/bands/{}/to", which.index(scale.2.len()));
        let end = definition.pointer_mut(&place).expect("an end");
        *end = json!(end.as_i64().expect("a whole number") + by);
        prop_assert!(Instrument::parse(&definition.to_string()).is_err());
    }

    #[test]
    fn turning_questions_round_and_the_sum_back_is_the_plain_sum((ends, given) in some_answers()) {
        let with = |reverse, steps: Value| {
            scored(given.len(), ends, reverse, &json!({ "missing": "no_score", "steps": steps }))
        };
        let plain = with(false, json!([]));
        let back = with(true, json!(["reverse"]));
        let twice = with(false, json!(["reverse", "reverse"]));
        let expected = Ok(Ratio::from(given.iter().sum::<i64>()));
        for instrument in [plain, back, twice] {
            prop_assert_eq!(instrument.scores(&sheet(&given))[0].outcome, expected);
        }
    }

    #[test]
    fn a_missing_answer_never_counts_whatever_it_is_missing_by(
        (ends, given) in some_answers(),
        which in any::<Index>(),
    ) {
        let steps = json!([{ "round": { "places": 6, "half": "up" } }]);
        let prorate = json!({ "missing": { "prorate_if_at_most": 1 }, "steps": steps });
        let strict = scored(given.len(), ends, false, &json!({ "missing": "no_score", "steps": [] }));
        let lenient = scored(given.len(), ends, false, &prorate);
        let gone = which.index(given.len());
        let rest: i64 = given.iter().sum::<i64>() - given[gone];
        let mean = Ratio::parse(&format!("{}/{}", rest * given.len() as i64, given.len() - 1)).expect("a number");
        let expected = mean.rounded(6, Half::Up).expect("fits");
        let mut answers = sheet(&given);
        answers.remove(&format!("q{gone}"));
        let stored = [Response::NotNow, Response::PreferNotToSay, Response::Value(ends.1 + 1)].map(Some);
        for missing in std::iter::once(None).chain(stored) {
            answers.extend(missing.map(|response| (format!("q{gone}"), response)));
            prop_assert!(strict.scores(&answers)[0].outcome.is_err());
            prop_assert_eq!(lenient.scores(&answers)[0].outcome, Ok(expected));
            prop_assert_eq!(strict.results(&answers)[gone].value, None);
        }
    }

    #[test]
    fn every_response_survives_storage_with_other_keys_beside_it(response in a_response(), at in any::<u32>()) {
        let stored = serde_json::to_value(&response).expect("serialises").with("/at", json!(at));
        prop_assert_eq!(serde_json::from_value::<Response>(stored).expect("reads back"), response);
    }

    #[test]
    fn a_result_has_a_value_exactly_when_the_response_was_one_that_is_taken(response in a_response()) {
        let registry = Registry::shipped();
        let ons4 = registry.latest("ons4").expect("shipped");
        let taken = ons4.check("anxiety", &response).is_ok() && matches!(response, Response::Value(_));
        let answers = Answers::from([("anxiety".to_owned(), response)]);
        let result = ons4.results(&answers).remove(3);
        prop_assert_eq!((result.value.is_some(), result.band.is_some()), (taken, taken));
    }

    #[test]
    fn an_order_of_discussion_names_each_question_once(
        chosen in proptest::collection::vec("(mood|rest|visits|worry|worry_size|other)", 0..9),
    ) {
        let instrument = sound(&a_definition());
        let mut order = instrument.order_of_discussion(&chosen);
        let first = chosen.iter().find(|id| *id != "other").map_or("mood", String::as_str);
        prop_assert_eq!(order[0].as_str(), first);
        order.sort();
        prop_assert_eq!(order, ["mood", "rest", "visits", "worry", "worry_size"]);
    }
}
