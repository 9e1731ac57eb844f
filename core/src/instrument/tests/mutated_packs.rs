//! Whatever a pack holds, reading it ends with an instrument that works or with a reason, and never in a panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::{Answers, Instrument, Pack, Registry, Response, Signers, SigningKey};
use super::{Bend, a_definition};

fn key() -> SigningKey {
    SigningKey::from_seed(&[1; 32]).expect("a key")
}

/// One of each rule: a table, weights, prorating, turning round, rounding, bands, an `about`, words carried over.
fn rich() -> Value {
    let rows: Vec<Value> = (0..=8).map(|n| json!({ "from": n, "to": format!("{n}.5") })).collect();
    a_definition()
        .with("/version", json!(3))
        .with("/items/0/same_since", json!(2))
        .with("/items/3/carry_over", json!(true))
        .with("/retest", json!({ "advice": "In a season", "weeks_between": 12 }))
        .with(
            "/scores",
            json!([
                { "id": "looked_up", "name": "the table", "higher_is": "better", "missing": "no_score",
                  "items": [{ "item": "mood" }, { "item": "rest", "reverse": true }], "steps": [{ "table": rows }] },
                { "id": "mean", "name": "the mean", "higher_is": "worse", "missing": { "prorate_if_at_most": 1 },
                  "items": [{ "item": "mood", "times": "1/2", "must_answer": true }, { "item": "rest", "times": "1/2" }],
                  "steps": ["reverse", { "plus": -1 }, { "times": "2.5" }, { "round": { "places": 1, "half": "even" } }],
                  "bands": [] }
            ]),
        )
}

fn odd_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        prop_oneof![
            Just("1/0"),
            Just("0/0"),
            Just("999999999999"),
            Just("-1/999999999999"),
            Just("1e9"),
            Just(""),
            Just("worry"),
            Just("mood"),
            Just("0.0000001"),
            Just("\u{202e}"),
            Just("reverse")
        ]
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{ "from": 0, "to": 0 }])),
        (0_usize..70).prop_map(|depth| (0..depth).fold(json!(1), |inner, _| json!([inner]))),
    ]
}

/// Where to bend, by counting through the tree, and how.
#[derive(Clone, Debug)]
enum Bending {
    Put(usize, Value),
    Remove(usize),
    Double(usize),
    Swap(usize, usize),
}

fn bending() -> impl Strategy<Value = Bending> {
    prop_oneof![
        4 => (any::<usize>(), odd_value()).prop_map(|(at, value)| Bending::Put(at, value)),
        2 => any::<usize>().prop_map(Bending::Remove),
        2 => any::<usize>().prop_map(Bending::Double),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(one, other)| Bending::Swap(one, other)),
    ]
}

fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, inner)| step(inner, format!("{here}/{key}"), all));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, inner)| step(inner, format!("{here}/{n}"), all));
        }
        _ => {}
    }
}

fn step(inner: &Value, there: String, all: &mut Vec<String>) {
    pointers(inner, &there, all);
    all.push(there);
}

fn bend(mut value: Value, bending: &Bending) -> Value {
    let mut all = Vec::new();
    pointers(&value, "", &mut all);
    if all.is_empty() {
        return value;
    }
    let place = |n: usize| all[n % all.len()].clone();
    match bending {
        Bending::Put(at, new) => {
            if let Some(old) = value.pointer_mut(&place(*at)) {
                *old = new.clone();
            }
        }
        Bending::Swap(one, other) => {
            let taken = value.pointer(&place(*other)).cloned().unwrap_or_default();
            if let Some(old) = value.pointer_mut(&place(*one)) {
                *old = taken;
            }
        }
        Bending::Remove(at) | Bending::Double(at) => {
            let place = place(*at);
            let (parent, last) = place.rsplit_once('/').expect("a pointer");
            let doubled = matches!(bending, Bending::Double(_));
            match value.pointer_mut(parent) {
                Some(Value::Array(list)) => {
                    let n: usize = last.parse().expect("an index");
                    if doubled { list.insert(n, list[n].clone()) } else { drop(list.remove(n)) }
                }
                Some(Value::Object(object)) => {
                    let taken = object.remove(last).unwrap_or_default();
                    if doubled {
                        object.insert(format!("{last}s"), taken);
                    }
                }
                _ => {}
            }
        }
    }
    value
}

/// A definition that loads answers every question put to it, with whatever was stored.
fn works(instrument: &Instrument) {
    let extremes = |item: &super::super::Item| item.responses.number_bounds().unwrap_or((0, 0));
    let low: Answers =
        instrument.items.iter().map(|item| (item.id.clone(), Response::Value(extremes(item).0))).collect();
    let high: Answers =
        instrument.items.iter().map(|item| (item.id.clone(), Response::Value(extremes(item).1))).collect();
    let words: Answers =
        instrument.items.iter().map(|item| (item.id.clone(), Response::Text("home".into()))).collect();
    for answers in [&low, &high, &words, &Answers::new()] {
        assert_eq!(instrument.results(answers).len(), instrument.items.len());
        let scores = instrument.scores(answers);
        assert_eq!(scores.len(), instrument.scores.len());
        assert!(scores.iter().all(|score| score.outcome != Err(super::super::Unscored::TooLarge)));
        assert_eq!(instrument.change(&low, answers).len(), instrument.items.len());
        let progress = instrument.progress(answers);
        assert!(progress.answered + progress.declined + progress.left.len() <= instrument.items.len());
    }
    assert_eq!(instrument.order_of_discussion(&[]).len(), instrument.items.len());
}

#[test]
fn the_rich_definition_is_sound() {
    works(&super::sound(&rich()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Ten thousand definitions, each bent in up to four places: a reason, or an instrument that works.
    #[test]
    fn a_bent_definition_is_refused_or_works(bendings in proptest::collection::vec(bending(), 1..5)) {
        let bent = bendings.iter().fold(rich(), bend);
        let mut registry = Registry::shipped();
        let before = registry.clone();
        match registry.load(&bent.to_string()).cloned() {
            Ok(instrument) => works(&instrument),
            Err(error) => {
                prop_assert!(!error.code().is_empty() && !error.to_string().is_empty());
                prop_assert_eq!(registry, before);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// A pack whose bytes were changed anywhere is never taken.
    #[test]
    fn a_pack_with_a_changed_byte_is_never_taken_for_another(at in any::<proptest::sample::Index>(), to in any::<u8>()) {
        let pack = key().sign_definition(&rich().to_string()).expect("sound");
        let taken = Pack::read(pack.as_bytes(), &Signers::from_iter([key().public()])).expect("taken");
        let mut bytes = pack.into_bytes();
        let place = at.index(bytes.len());
        bytes[place] = to;
        if let Ok(changed) = Pack::read(&bytes, &Signers::from_iter([key().public()])) {
            prop_assert_eq!(changed, taken);
        }
    }

    #[test]
    fn bytes_of_any_kind_are_no_pack(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Pack::read(&bytes, &Signers::from_iter([key().public()])).is_err());
    }

    #[test]
    fn json_of_any_kind_is_no_definition(value in odd_value()) {
        prop_assert!(Instrument::parse(&value.to_string()).is_err());
    }
}
