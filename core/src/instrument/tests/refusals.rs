//! Which definitions do not load, and with what reason.

use serde_json::{Value, json};

use super::super::{BandFlaw, Instrument, InstrumentError, Ratio};
use super::{Bend, a_definition, an_item, parsed, sound};

fn reason(definition: &Value) -> InstrumentError {
    parsed(definition).expect_err("a definition that is not sound")
}

fn empty(place: &str) -> InstrumentError {
    InstrumentError::Empty { place: place.to_owned() }
}

fn duplicate(place: &str, id: &str) -> InstrumentError {
    InstrumentError::Duplicate { place: place.to_owned(), id: id.to_owned() }
}

fn bad_id(place: &str) -> InstrumentError {
    InstrumentError::BadId { place: place.to_owned() }
}

fn bad_count(place: &str, count: usize, limit: usize) -> InstrumentError {
    InstrumentError::BadCount { place: place.to_owned(), count, limit }
}

#[test]
fn the_definition_that_tests_bend_is_sound() {
    assert_eq!(sound(&a_definition()).items.len(), 5);
}

#[test]
fn without_a_licence_nothing_loads() {
    assert_eq!(reason(&a_definition().without("/licence")), InstrumentError::NoLicence);
    assert_eq!(reason(&a_definition().with("/licence", Value::Null)), InstrumentError::NoLicence);
    for field in ["id", "holder", "text"] {
        let blank = a_definition().with(&format!("/licence/{field}"), json!(" "));
        assert_eq!(reason(&blank), empty(&format!("licence.{field}")));
        let gone = reason(&a_definition().without(&format!("/licence/{field}")));
        assert!(matches!(gone, InstrumentError::Malformed { .. }), "{gone}");
    }
}

#[test]
fn unknown_fields_are_refused_by_name_at_every_level() {
    let places = [
        "/scroing",
        "/licence/scroing",
        "/response_sets/0/scroing",
        "/response_sets/0/scale/scroing",
        "/response_sets/1/choices/scroing",
        "/response_sets/1/choices/options/0/scroing",
        "/response_sets/2/own_words/scroing",
        "/items/0/scroing",
        "/items/0/bands/0/scroing",
    ];
    for place in places {
        let InstrumentError::Malformed { reason } = reason(&a_definition().with(place, json!(1))) else {
            panic!("{place} was refused for another reason");
        };
        assert!(reason.contains("unknown field `scroing`"), "{place}: {reason}");
    }
}

#[test]
fn what_is_not_a_definition_at_all_says_where_it_stops_making_sense() {
    for text in ["", "{", "[]", "not json", "{\"id\": 4}"] {
        let refused = Instrument::parse(text).expect_err(text);
        assert!(
            matches!(&refused, InstrumentError::Malformed { reason } if reason.contains("line")),
            "{refused}"
        );
    }
}

#[test]
fn a_definition_of_megabytes_is_refused_unread() {
    let long = " ".repeat(512 * 1024 + 1);
    let refused = Instrument::parse(&long);
    assert_eq!(refused, Err(InstrumentError::TooLarge { bytes: 524_289, limit: 524_288 }));
    let json = a_definition().to_string();
    let longest = " ".repeat(512 * 1024 - json.len()) + &json;
    assert!(Instrument::parse(&longest).is_ok());
}

#[test]
fn ids_and_texts_must_say_something() {
    let places = [
        ("/id", "id"),
        ("/title", "title"),
        ("/owner", "owner"),
        ("/introduction", "introduction"),
        ("/languages/0", "languages[0]"),
        ("/licence/citation", "licence.citation"),
        ("/response_sets/1/id", "response_sets[1].id"),
        ("/response_sets/0/scale/min_label", "response set nought_to_four: min_label"),
        ("/response_sets/0/scale/max_label", "response set nought_to_four: max_label"),
        ("/response_sets/1/choices/options/2/label", "response set how_many: options"),
        ("/items/2/id", "items[2].id"),
        ("/items/2/name", "items[2].name"),
        ("/items/2/prompt", "items[2].prompt"),
        ("/items/2/help", "items[2].help"),
        ("/items/2/comment_prompt", "items[2].comment_prompt"),
        ("/items/0/bands/1/label", "items[0].bands[1].label"),
        ("/items/0/bands/1/explanation", "items[0].bands[1].explanation"),
    ];
    for (pointer, place) in places {
        assert_eq!(reason(&a_definition().with(pointer, json!(" "))), empty(place));
    }
    assert_eq!(reason(&a_definition().with("/retest", json!({ "advice": "" }))), empty("retest.advice"));
}

#[test]
fn ids_are_plain() {
    for id in ["Made-up", "made up", "é", "a/b", &"a".repeat(65)] {
        assert_eq!(reason(&a_definition().with("/id", json!(id))), bad_id("id"), "{id}");
    }
    for id in [&"a".repeat(64), "az09-_"] {
        assert_eq!(sound(&a_definition().with("/id", json!(id))).id, id);
    }
    assert_eq!(reason(&a_definition().with("/items/1/id", json!("Rest"))), bad_id("items[1].id"));
    let named = a_definition().with("/response_sets/2/id", json!("my words"));
    assert_eq!(reason(&named), bad_id("response_sets[2].id"));
}

#[test]
fn versions_begin_at_one() {
    assert_eq!(reason(&a_definition().with("/version", json!(0))), InstrumentError::VersionZero);
}

#[test]
fn nothing_is_there_twice() {
    let twice = a_definition().with("/items/1/id", json!("mood"));
    assert_eq!(reason(&twice), duplicate("items", "mood"));
    let twice = a_definition().with("/response_sets/1/id", json!("words"));
    assert_eq!(reason(&twice), duplicate("response_sets", "words"));
    let twice = a_definition().with("/response_sets/1/choices/options/2/code", json!(1));
    assert_eq!(reason(&twice), duplicate("response set how_many: options", "1"));
    let twice = a_definition().with("/response_sets/1/choices/options/2/label", json!("None"));
    assert_eq!(reason(&twice), duplicate("response set how_many: options", "None"));
    let twice = a_definition().with("/languages", json!(["cy", "en-GB", "cy"]));
    assert_eq!(reason(&twice), duplicate("languages", "cy"));
}

#[test]
fn lists_hold_something_and_not_too_much() {
    assert_eq!(reason(&a_definition().with("/items", json!([]))), bad_count("items", 0, 200));
    assert_eq!(reason(&a_definition().with("/languages", json!([]))), bad_count("languages", 0, 20));
    assert_eq!(reason(&a_definition().with("/response_sets", json!([]))), bad_count("response_sets", 0, 200));
    let no_choice = a_definition().with("/response_sets/1/choices/options", json!([]));
    assert_eq!(reason(&no_choice), bad_count("response set how_many: options", 0, 200));
    let questions = |count: usize| {
        let items: Vec<Value> = (0..count).map(|n| an_item(&format!("q{n}"), "words")).collect();
        a_definition().with("/items", json!(items))
    };
    assert_eq!(reason(&questions(201)), bad_count("items", 201, 200));
    assert_eq!(sound(&questions(200)).items.len(), 200);
    for max_chars in [0, 10_001] {
        let room = a_definition().with("/response_sets/2/own_words/max_chars", json!(max_chars));
        assert_eq!(reason(&room), bad_count("response set words: max_chars", max_chars, 10_000));
    }
}

#[test]
fn a_scale_runs_upwards_within_reach() {
    for min in [4, 5] {
        let backwards = a_definition().with("/response_sets/0/scale/min", json!(min));
        let set = "nought_to_four".to_owned();
        assert_eq!(reason(&backwards), InstrumentError::ScaleBackwards { set, min, max: 4 });
    }
    let places = [
        ("/response_sets/0/scale/min", "nought_to_four"),
        ("/response_sets/1/choices/options/0/code", "how_many"),
    ];
    for (pointer, set) in places {
        let set = set.to_owned();
        let far = a_definition().with(pointer, json!(i64::MIN));
        assert_eq!(reason(&far), InstrumentError::OutOfReach { set, limit: 1_000_000 });
    }
    let widest = a_definition()
        .without("/items/0/bands")
        .with("/response_sets/0/scale/min", json!(-1_000_000))
        .with("/response_sets/0/scale/max", json!(1_000_000));
    assert_eq!(sound(&widest).items[0].responses.number_bounds(), Some((-1_000_000, 1_000_000)));
}

#[test]
fn a_response_set_is_one_kind_of_answer() {
    let set = || "words".to_owned();
    let none = a_definition().without("/response_sets/2/own_words");
    assert_eq!(reason(&none), InstrumentError::BadResponseSet { set: set() });
    let choices = json!({ "as_number": false, "options": [{ "code": 1, "label": "Yes" }] });
    let two = a_definition().with("/response_sets/2/choices", choices);
    assert_eq!(reason(&two), InstrumentError::BadResponseSet { set: set() });
}

#[test]
fn a_question_names_what_is_there() {
    let unknown = a_definition().with("/items/1/response_set", json!("nought_to_nine"));
    let expected = InstrumentError::UnknownResponseSet { item: "rest".into(), set: "nought_to_nine".into() };
    assert_eq!(reason(&unknown), expected);
    // Not there, not in own words, itself, and asked later.
    for (item, id, about) in [
        (4, "worry_size", "no_such"),
        (4, "worry_size", "mood"),
        (3, "worry", "worry"),
        (2, "visits", "worry"),
    ] {
        let definition = a_definition().with(&format!("/items/{item}/about"), json!(about));
        assert_eq!(reason(&definition), InstrumentError::BadAbout { item: id.into(), about: about.into() });
    }
}

#[test]
fn bands_hold_each_answer_exactly_once() {
    let cases = [
        (json!([[0, 1], [3, 4]]), BandFlaw::Gap { from: 2.into() }),
        (json!([[1, 4]]), BandFlaw::Gap { from: 0.into() }),
        (json!([[0, 3]]), BandFlaw::Gap { from: 4.into() }),
        (json!([[0, 2], [2, 4]]), BandFlaw::Overlap { at: 2.into() }),
        (json!([[0, 5]]), BandFlaw::Outside { edge: 5.into() }),
        (json!([[-1, 4]]), BandFlaw::Outside { edge: (-1).into() }),
        (json!([[0, 1], [4, 2]]), BandFlaw::Backwards { from: 4.into(), to: 2.into() }),
        (json!([[0, "1.5"], [2, 4]]), BandFlaw::TooFine { edge: Ratio::parse("1.5").expect("a number") }),
    ];
    for (edges, flaw) in cases {
        let band = |edge: &Value| json!({ "from": edge[0], "to": edge[1], "label": "some" });
        let bands: Vec<Value> = edges.as_array().expect("a list").iter().map(band).collect();
        let definition = a_definition().with("/items/0/bands", json!(bands));
        assert_eq!(reason(&definition), InstrumentError::Bands { item: "mood".into(), flaw });
    }
}

#[test]
fn words_and_categories_have_no_bands() {
    let bands = json!([{ "from": 0, "to": 3, "label": "some" }]);
    let on_words = a_definition().with("/items/3/bands", bands.clone());
    assert_eq!(reason(&on_words), InstrumentError::BandsWithoutNumber { item: "worry".into() });
    let on_category = a_definition()
        .with("/response_sets/1/choices/as_number", json!(false))
        .with("/items/2/bands", bands.clone());
    assert_eq!(reason(&on_category), InstrumentError::BandsWithoutNumber { item: "visits".into() });
    assert_eq!(sound(&a_definition().with("/items/2/bands", bands)).items[2].bands.len(), 1);
}
