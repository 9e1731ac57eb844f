//! Working out scores: published vectors on invented questions, and every rule for missing answers.

use serde_json::{Value, json};

use super::super::{Answers, Instrument, Ratio, Response, ScoreResult, Unscored};
use super::{Bend, a_definition, an_item, sound};

/// An instrument of equal questions `q0`, `q1`, … from `min` to `max`, with one score of all of them.
fn questionnaire(count: usize, min: i64, max: i64, score: &Value) -> Instrument {
    let ids: Vec<String> = (0..count).map(|n| format!("q{n}")).collect();
    let all: Vec<Value> = ids.iter().map(|id| json!({ "item": id })).collect();
    let defaults = json!({
        "id": "total", "name": "the total", "higher_is": "better", "items": all, "missing": "no_score"
    });
    let set = score.as_object().expect("an object").iter();
    let score = set.fold(defaults, |score, (field, value)| score.with(&format!("/{field}"), value.clone()));
    let definition = a_definition()
        .with("/response_sets/0/scale/min", json!(min))
        .with("/response_sets/0/scale/max", json!(max))
        .with("/items", ids.iter().map(|id| an_item(id, "nought_to_four")).collect())
        .with("/scores", json!([score]));
    sound(&definition)
}

/// Answers in the order of the questions; `None` for one that was not answered.
fn sheet(given: &[Option<i64>]) -> Answers {
    let answered =
        given.iter().enumerate().filter_map(|(n, value)| Some((format!("q{n}"), Response::Value((*value)?))));
    answered.collect()
}

fn full(given: &[i64]) -> Answers {
    sheet(&given.iter().copied().map(Some).collect::<Vec<_>>())
}

fn scored(instrument: &Instrument, answers: &Answers) -> ScoreResult {
    instrument.scores(answers).remove(0)
}

fn outcome(instrument: &Instrument, answers: &Answers) -> Result<Ratio, Unscored> {
    scored(instrument, answers).outcome
}

fn number(text: &str) -> Ratio {
    Ratio::parse(text).expect("a number")
}

#[test]
fn five_questions_times_four_give_nought_to_a_hundred() {
    let bands = json!([{ "from": 0, "to": 50, "label": "poor" }, { "from": 51, "to": 100, "label": "fair" }]);
    let instrument = questionnaire(5, 0, 5, &json!({ "steps": [{ "times": 4 }], "bands": bands }));
    let cases = [
        ([0, 0, 0, 0, 0], 0, "poor"),
        ([5, 5, 5, 5, 5], 100, "fair"),
        ([3, 3, 3, 2, 2], 52, "fair"),
        ([3, 3, 2, 2, 2], 48, "poor"),
    ];
    for (given, expected, band) in cases {
        let result = scored(&instrument, &full(&given));
        assert_eq!(result.outcome, Ok(Ratio::from(expected)));
        assert_eq!(result.said, expected.to_string());
        assert_eq!(result.band.expect("a band").label, band);
    }
}

#[test]
fn three_questions_of_one_to_three_give_three_to_nine_and_no_label() {
    let instrument = questionnaire(3, 1, 3, &json!({ "higher_is": "worse" }));
    for (given, expected) in [([1, 1, 1], 3), ([3, 3, 3], 9), ([1, 2, 3], 6)] {
        let result = scored(&instrument, &full(&given));
        assert_eq!((result.outcome, result.band), (Ok(Ratio::from(expected)), None));
    }
    let result = scored(&instrument, &sheet(&[Some(3), None, Some(3)]));
    assert_eq!(result.outcome, Err(Unscored::Unanswered { missing: 1, of: 3 }));
    assert_eq!(result.said, "no score: 1 of 3 questions have no answer");
}

#[test]
fn a_raw_sum_is_looked_up_in_a_table_of_decimals() {
    let rows: Vec<Value> =
        (7..=35).map(|raw| json!({ "from": raw, "to": format!("{raw}.{:02}", raw - 7) })).collect();
    let instrument = questionnaire(7, 1, 5, &json!({ "steps": [{ "table": rows }] }));
    let cases = [([1; 7], "7.00"), ([5; 7], "35.28"), ([3, 3, 3, 3, 3, 3, 4], "22.15")];
    for (given, expected) in cases {
        assert_eq!(outcome(&instrument, &full(&given)), Ok(number(expected)));
    }
    let one_missing = [Some(3), Some(3), Some(3), None, Some(3), Some(3), Some(3)];
    assert_eq!(outcome(&instrument, &sheet(&one_missing)), Err(Unscored::Unanswered { missing: 1, of: 7 }));
}

#[test]
fn one_question_on_its_own_is_its_own_number() {
    let instrument = questionnaire(2, 0, 10, &json!({ "items": [{ "item": "q1" }] }));
    assert_eq!(outcome(&instrument, &full(&[3, 8])), Ok(Ratio::from(8)));
}

#[test]
fn a_question_is_turned_round_within_its_own_scale() {
    let instrument = questionnaire(1, 1, 5, &json!({ "items": [{ "item": "q0", "reverse": true }] }));
    for (given, expected) in [(1, 5), (2, 4), (3, 3), (5, 1)] {
        assert_eq!(outcome(&instrument, &full(&[given])), Ok(Ratio::from(expected)));
    }
}

#[test]
fn choices_are_turned_round_between_their_lowest_and_highest_code() {
    let score = json!({ "id": "total", "name": "visits", "higher_is": "better", "missing": "no_score",
        "items": [{ "item": "visits", "reverse": true }] });
    let instrument = sound(&a_definition().with("/scores/-", score));
    for (given, expected) in [(0, 3), (1, 2), (3, 0)] {
        assert_eq!(outcome(&instrument, &super::values([("visits", given)])), Ok(Ratio::from(expected)));
    }
}

#[test]
fn questions_may_weigh_differently_and_steps_follow_in_order() {
    let items = json!([{ "item": "q0", "times": "0.25" }, { "item": "q1", "reverse": true, "times": 3 }]);
    let instrument =
        questionnaire(2, 0, 10, &json!({ "items": items, "steps": [{ "plus": -1 }, { "times": 2 }] }));
    // (7 × 0.25 + (10 - 4) × 3 - 1) × 2
    assert_eq!(outcome(&instrument, &full(&[7, 4])), Ok(number("37.5")));
    // The sum runs from 0 to 32.5, and turned round from -1 to 31.5 after the first step.
    let turned = questionnaire(2, 0, 10, &json!({ "items": items, "steps": [{ "plus": -1 }, "reverse"] }));
    assert_eq!(outcome(&turned, &full(&[0, 10])), Ok(number("31.5")));
    assert_eq!(outcome(&turned, &full(&[10, 0])), Ok(Ratio::from(-1)));
}

#[test]
fn rounding_is_as_the_definition_says() {
    let rounded = |half: &str| {
        let steps = json!([{ "times": "0.5" }, { "round": { "places": 0, "half": half } }]);
        questionnaire(1, 0, 10, &json!({ "steps": steps }))
    };
    for (given, up, even) in [(5, 3, 2), (7, 4, 4), (6, 3, 3)] {
        assert_eq!(outcome(&rounded("up"), &full(&[given])), Ok(Ratio::from(up)));
        assert_eq!(outcome(&rounded("even"), &full(&[given])), Ok(Ratio::from(even)));
    }
}

#[test]
fn up_to_the_limit_the_mean_of_the_others_stands_in() {
    let steps = json!([{ "round": { "places": 2, "half": "up" } }]);
    let instrument =
        questionnaire(4, 0, 10, &json!({ "missing": { "prorate_if_at_most": 1 }, "steps": steps }));
    let whole = scored(&instrument, &full(&[1, 2, 3, 4]));
    assert_eq!((whole.outcome, whole.said.as_str()), (Ok(Ratio::from(10)), "10"));
    let prorated = scored(&instrument, &sheet(&[Some(7), Some(8), None, Some(7)]));
    assert_eq!(prorated.outcome, Ok(number("29.33")));
    assert_eq!(prorated.said, "29.33, worked out from 3 of 4 answers");
    let two_missing = sheet(&[Some(7), None, None, Some(7)]);
    assert_eq!(outcome(&instrument, &two_missing), Err(Unscored::TooManyMissing { missing: 2, at_most: 1 }));
}

#[test]
fn without_a_key_question_there_is_no_score_however_many_may_be_missing() {
    let items = json!([{ "item": "q0", "must_answer": true }, { "item": "q1" }, { "item": "q2" }]);
    let steps = json!([{ "round": { "places": 0, "half": "up" } }]);
    let score = json!({ "items": items, "missing": { "prorate_if_at_most": 2 }, "steps": steps });
    let instrument = questionnaire(3, 0, 4, &score);
    assert_eq!(outcome(&instrument, &sheet(&[Some(2), None, None])), Ok(Ratio::from(6)));
    let without_key = outcome(&instrument, &sheet(&[None, Some(2), Some(2)]));
    assert_eq!(without_key, Err(Unscored::KeyQuestionMissing { missing: 1 }));
}

#[test]
fn a_form_that_must_be_complete_lets_no_score_stand_on_part_of_it() {
    let one_question = json!({ "items": [{ "item": "q0" }], "missing": "form_invalid" });
    let instrument = questionnaire(3, 0, 4, &one_question);
    assert_eq!(outcome(&instrument, &full(&[4, 0, 0])), Ok(Ratio::from(4)));
    let incomplete = outcome(&instrument, &sheet(&[Some(4), None, None]));
    assert_eq!(incomplete, Err(Unscored::FormIncomplete { missing: 2 }));
    let own_missing = outcome(&instrument, &sheet(&[None, Some(1), Some(1)]));
    assert_eq!(own_missing, Err(Unscored::Unanswered { missing: 1, of: 1 }));
    let partial = questionnaire(3, 0, 4, &json!({ "items": [{ "item": "q0" }] }));
    assert_eq!(outcome(&partial, &sheet(&[Some(4), None, None])), Ok(Ratio::from(4)));
}

#[test]
fn put_off_kept_back_and_unfitting_answers_are_missing_and_not_nought() {
    let instrument = questionnaire(2, 0, 4, &json!({}));
    for misfit in [Response::NotNow, Response::PreferNotToSay, Response::Value(5), Response::Text("4".into())]
    {
        let mut given = full(&[4, 0]);
        assert_eq!(outcome(&instrument, &given), Ok(Ratio::from(4)));
        given.insert("q1".into(), misfit);
        assert_eq!(outcome(&instrument, &given), Err(Unscored::Unanswered { missing: 1, of: 2 }));
    }
}

#[test]
fn a_band_of_a_score_says_which_way_is_better() {
    let bands = json!([{ "from": 0, "to": 4, "label": "low", "explanation": "as most people" },
                       { "from": 5, "to": 8, "label": "high" }]);
    let instrument =
        questionnaire(2, 0, 4, &json!({ "name": "strain", "higher_is": "worse", "bands": bands }));
    let words = |given: [i64; 2]| scored(&instrument, &full(&given)).band.expect("a band").words;
    assert_eq!(words([2, 2]), "low – as most people; for strain, higher is worse");
    assert_eq!(words([2, 3]), "high – for strain, higher is worse");
}

#[test]
fn debug_shows_which_score_and_not_what_it_came_to() {
    let shown = format!("{:?}", scored(&questionnaire(1, 0, 900, &json!({})), &full(&[879])));
    assert!(shown.contains("total") && !shown.contains("879"), "{shown}");
}
