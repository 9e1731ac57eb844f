//! Which scoring programs do not load, and with what reason.

use serde_json::{Value, json};

use super::super::{BandFlaw, InstrumentError, Ratio, ScoreFlaw};
use super::{Bend, a_definition, parsed};

/// A score of `mood` and `rest`, 0 to 4 each.
fn a_score() -> Value {
    json!({
        "id": "total",
        "name": "made-up well-being",
        "higher_is": "better",
        "items": [{ "item": "mood" }, { "item": "rest" }],
        "missing": "no_score"
    })
}

fn reason(score: &Value) -> InstrumentError {
    parsed(&a_definition().with("/scores/-", score.clone())).expect_err("a score that is not sound")
}

#[track_caller]
fn assert_flaw(score: &Value, expected: ScoreFlaw) {
    assert_eq!(reason(score), InstrumentError::Score { score: "total".into(), flaw: expected });
}

fn table(froms: impl IntoIterator<Item = i64>) -> Value {
    let rows: Vec<Value> = froms.into_iter().map(|from| json!({ "from": from, "to": from * 10 })).collect();
    json!([{ "table": rows }])
}

#[test]
fn the_score_that_tests_bend_is_sound() {
    let loaded = parsed(&a_definition().with("/scores/-", a_score())).expect("sound");
    assert_eq!(loaded.scores.len(), 1);
}

#[test]
fn a_score_names_questions_that_are_there_and_are_numbers_once() {
    let with_item = |id: &str| a_score().with("/items/-", json!({ "item": id }));
    assert_flaw(&with_item("no_such"), ScoreFlaw::UnknownItem { item: "no_such".into() });
    assert_flaw(&with_item("worry"), ScoreFlaw::NotANumber { item: "worry".into() });
    assert_flaw(&with_item("mood"), ScoreFlaw::RepeatedItem { item: "mood".into() });
    assert_flaw(&a_score().with("/items", json!([])), ScoreFlaw::NoItems);
}

#[test]
fn a_category_is_not_scored() {
    let category = a_definition()
        .with("/response_sets/1/choices/as_number", json!(false))
        .with("/scores/-", a_score().with("/items/-", json!({ "item": "visits" })));
    let flaw = ScoreFlaw::NotANumber { item: "visits".into() };
    assert_eq!(parsed(&category), Err(InstrumentError::Score { score: "total".into(), flaw }));
}

#[test]
fn wording_of_scores_is_checked() {
    let empty = |place: &str| InstrumentError::Empty { place: place.to_owned() };
    assert_eq!(reason(&a_score().with("/id", json!(""))), empty("scores[0].id"));
    assert_eq!(reason(&a_score().with("/name", json!(""))), empty("scores[0].name"));
    let unnamed_band = a_score().with("/bands", json!([{ "from": 0, "to": 8, "label": "" }]));
    assert_eq!(reason(&unnamed_band), empty("scores[0].bands[0].label"));
    let twice = a_definition().with("/scores", json!([a_score(), a_score()]));
    let duplicate = InstrumentError::Duplicate { place: "scores".into(), id: "total".into() };
    assert_eq!(parsed(&twice), Err(duplicate));
    let scores = |count: usize| {
        let scores: Vec<Value> = (0..count).map(|n| a_score().with("/id", json!(format!("s{n}")))).collect();
        parsed(&a_definition().with("/scores", json!(scores)))
    };
    let too_many = InstrumentError::BadCount { place: "scores".into(), count: 101, limit: 100 };
    assert_eq!(scores(101), Err(too_many));
    assert!(scores(100).is_ok());
}

#[test]
fn unknown_fields_and_steps_are_refused() {
    let bent = [
        a_score().with("/scroing", json!(1)),
        a_score().with("/items/0/scroing", json!(1)),
        a_score().with("/steps", json!([{ "divide": 2 }])),
        a_score().with("/steps", json!([{ "times": 0.5 }])),
        a_score().with("/steps", json!([{ "table": [{ "from": 0, "to": 0, "scroing": 1 }] }])),
        a_score().with("/steps", json!([{ "round": { "places": 0, "half": "down", } }])),
        a_score().with("/missing", json!("guess")),
        a_score().without("/missing"),
    ];
    for score in bent {
        let refused = reason(&score);
        assert!(matches!(refused, InstrumentError::Malformed { .. }), "{refused}");
    }
}

#[test]
fn prorating_needs_something_to_go_by() {
    for at_most in [0, 2, 3] {
        let score = a_score().with("/missing", json!({ "prorate_if_at_most": at_most }));
        assert_flaw(&score, ScoreFlaw::NothingToProrate { at_most, items: 2 });
    }
    let prorated = a_score().with("/missing", json!({ "prorate_if_at_most": 1 }));
    let unequal = prorated.clone().with("/items/-", json!({ "item": "visits" }));
    assert_flaw(&unequal, ScoreFlaw::UnequalRanges);
    assert_flaw(&prorated.clone().with("/items/0/times", json!(2)), ScoreFlaw::UnequalRanges);
    assert_flaw(&prorated, ScoreFlaw::NeedsRounding);
}

#[test]
fn a_table_has_one_row_for_each_possible_number() {
    let looked_up = |froms: Vec<i64>| a_score().with("/steps", table(froms));
    let from = |number: i64| Ratio::from(number);
    assert!(parsed(&a_definition().with("/scores/-", looked_up((0..=8).rev().collect()))).is_ok());
    assert_flaw(&looked_up((0..=7).collect()), ScoreFlaw::TableGap { from: from(8) });
    assert_flaw(&looked_up((1..=8).collect()), ScoreFlaw::TableGap { from: from(0) });
    assert_flaw(&looked_up(vec![0, 1, 2, 4, 5, 6, 7, 8]), ScoreFlaw::TableGap { from: from(3) });
    assert_flaw(&looked_up(vec![]), ScoreFlaw::TableGap { from: from(0) });
    assert_flaw(&looked_up((0..=9).collect()), ScoreFlaw::TableOutside { from: from(9) });
    assert_flaw(&looked_up((-1..=8).collect()), ScoreFlaw::TableOutside { from: from(-1) });
    assert_flaw(&looked_up((0..=8).chain([5]).collect()), ScoreFlaw::TableRepeats { from: from(5) });
    let halves = a_score().with("/items/0/times", json!("0.5")).with("/steps", table(0..=8));
    assert_flaw(&halves, ScoreFlaw::TableNeedsWhole);
}

#[test]
fn a_score_comes_out_at_a_number_that_can_be_shown() {
    let steps = |steps: Value| a_score().with("/steps", steps);
    assert_flaw(&steps(json!([{ "times": "1/3" }])), ScoreFlaw::NeedsRounding);
    assert_flaw(&steps(json!([{ "times": "0.0001" }, { "times": "0.001" }])), ScoreFlaw::NeedsRounding);
    let fine = json!([{ "times": "1/3" }, { "round": { "places": 7, "half": "up" } }]);
    assert_flaw(&steps(fine), ScoreFlaw::RoundsTooFine);
    let large = json!(vec![json!({ "times": "999999999999" }); 4]);
    assert_flaw(&steps(large), ScoreFlaw::TooLarge);
    assert_flaw(&steps(json!(vec![json!({ "plus": 1 }); 9])), ScoreFlaw::TooManySteps);
    assert!(parsed(&a_definition().with("/scores/-", steps(json!(vec![json!({ "plus": 1 }); 8])))).is_ok());
}

#[test]
fn bands_of_a_score_hold_every_possible_score() {
    let banded = |steps: Value, edges: [[Value; 2]; 2]| {
        let bands = edges.map(|[from, to]| json!({ "from": from, "to": to, "label": "some" }));
        a_score().with("/steps", steps).with("/bands", json!(bands))
    };
    let gap = |from: &str| ScoreFlaw::Bands(BandFlaw::Gap { from: Ratio::parse(from).expect("a number") });
    let loads = |score: Value| parsed(&a_definition().with("/scores/-", score)).is_ok();
    let none = || json!([]);
    assert!(loads(banded(none(), [[json!(0), json!(3)], [json!(4), json!(8)]])));
    assert_flaw(&banded(none(), [[json!(0), json!(3)], [json!(5), json!(8)]]), gap("4"));
    assert_flaw(&banded(none(), [[json!(0), json!(3)], [json!(4), json!(7)]]), gap("8"));
    let times_four = || json!([{ "times": 4 }]);
    assert!(loads(banded(times_four(), [[json!(0), json!(15)], [json!(16), json!(32)]])));
    assert_flaw(
        &banded(times_four(), [[json!(0), json!(15)], [json!(16), json!(8)]]),
        ScoreFlaw::Bands(BandFlaw::Backwards { from: 16.into(), to: 8.into() }),
    );
    let halved = || json!([{ "times": "0.5" }]);
    assert!(loads(banded(halved(), [[json!(0), json!("1.9")], [json!(2), json!(4)]])));
    assert_flaw(&banded(halved(), [[json!(0), json!(1)], [json!(2), json!(4)]]), gap("1.1"));
    let negative = || json!([{ "times": -1 }]);
    assert!(loads(banded(negative(), [[json!(-8), json!(-4)], [json!(-3), json!(0)]])));
}

#[test]
fn bands_after_a_table_hold_what_the_table_gives() {
    let rows: Vec<Value> =
        (0..=8).map(|raw| json!({ "from": raw, "to": format!("{}.5", 20 - raw) })).collect();
    let banded = |from: &str, middle: [&str; 2], to: &str| {
        let band = |from: &str, to: &str| json!({ "from": from, "to": to, "label": "some" });
        let bands = json!([band(from, middle[0]), band(middle[1], to)]);
        a_score().with("/steps", json!([{ "table": rows }])).with("/bands", bands)
    };
    let flaw = |edge: &str| BandFlaw::Outside { edge: Ratio::parse(edge).expect("a number") };
    assert!(parsed(&a_definition().with("/scores/-", banded("12.5", ["15", "15.1"], "20.5"))).is_ok());
    assert_flaw(&banded("12.4", ["15", "15.1"], "20.5"), ScoreFlaw::Bands(flaw("12.4")));
    assert_flaw(&banded("12.5", ["15", "15.1"], "20.6"), ScoreFlaw::Bands(flaw("20.6")));
    let gap = BandFlaw::Gap { from: Ratio::parse("15.1").expect("a number") };
    assert_flaw(&banded("12.5", ["15", "16"], "20.5"), ScoreFlaw::Bands(gap));
}

#[test]
fn a_table_of_whole_numbers_gives_whole_numbers() {
    let bands = json!([{ "from": 0, "to": 40, "label": "low" }, { "from": 41, "to": 80, "label": "high" }]);
    let score = a_score().with("/steps", table(0..=8)).with("/bands", bands);
    assert!(parsed(&a_definition().with("/scores/-", score)).is_ok());
}
