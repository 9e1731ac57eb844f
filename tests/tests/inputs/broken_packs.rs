//! Packs whose signer is trusted and whose program is broken: each has its word, and nothing that was there changes.

use alongside_core::companion::{Companion, CompanionError};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, EntityId};
use alongside_tests::service::{Phone, signed_as_it_stands};
use serde_json::{Value, json};

use super::{add, service_and_phone};

/// A sound definition with a table, weights and bands, for each case to break in one place.
fn sound() -> Value {
    let rows: Vec<Value> = (0..=8).map(|n| json!({ "from": n, "to": n * 2 })).collect();
    let item = |id: &str| {
        json!({ "id": id, "name": id, "prompt": format!("How is {id}?"), "response_set": "scale",
                "higher_is": "better", "required": true })
    };
    let mut items = vec![item("rest"), item("company"), item("worry"), item("worry_size")];
    items[2]["response_set"] = json!("words");
    items[3]["about"] = json!("worry");
    json!({
        "id": "made-up", "version": 1, "title": "Made up", "owner": "Nobody",
        "licence": { "id": "N-1", "holder": "The Invented Trust", "text": "Used under licence N-1." },
        "languages": ["en-GB"], "order": "free",
        "response_sets": [
            { "id": "scale", "scale": { "min": 0, "max": 4, "min_label": "low", "max_label": "high" } },
            { "id": "words", "own_words": { "max_chars": 200 } }
        ],
        "items": items,
        "scores": [{ "id": "total", "name": "the total", "higher_is": "better", "missing": "no_score",
            "items": [{ "item": "rest" }, { "item": "company" }],
            "steps": [{ "table": rows }],
            "bands": [{ "from": 0, "to": 7, "label": "low" }, { "from": 8, "to": 16, "label": "high" }] }]
    })
}

fn with(pointer: &str, value: Value) -> String {
    let mut definition = sound();
    *definition.pointer_mut(pointer).expect("a place to break") = value;
    definition.to_string()
}

/// What is broken, the definition, and the word for it.
fn broken() -> Vec<(&'static str, String, &'static str)> {
    let mut unlicensed = sound();
    unlicensed.as_object_mut().expect("an object").remove("licence");
    let million: Vec<Value> = vec![json!(1); 1_000_000];
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let holes: Vec<Value> = (0..=8).filter(|n| *n != 3).map(|n| json!({ "from": n, "to": n })).collect();
    let loose = json!([{ "from": 0, "to": 6, "label": "low" }, { "from": 8, "to": 16, "label": "high" }]);
    vec![
        ("no licence", unlicensed.to_string(), "licence_missing"),
        ("a licence of nobody", with("/licence/holder", json!("")), "licence_incomplete"),
        ("division by nought", with("/scores/0/steps", json!([{ "times": "1/0" }])), "definition_malformed"),
        (
            "a question that is not there",
            with("/scores/0/items/0/item", json!("sleep")),
            "definition_bad_score",
        ),
        ("a table with a hole", with("/scores/0/steps/0/table", json!(holes)), "definition_bad_score"),
        ("bands with a gap", with("/scores/0/bands", loose), "definition_bad_score"),
        ("a question about itself", with("/items/3/about", json!("worry_size")), "definition_bad_about"),
        (
            "a question about a later one",
            with(
                "/items/0",
                json!({ "id": "rest", "name": "rest", "prompt": "?",
            "response_set": "scale", "higher_is": "better", "required": true, "about": "worry" }),
            ),
            "definition_bad_about",
        ),
        (
            "a number beyond all numbers",
            with("/response_sets/0/scale/max", json!(i64::MAX)),
            "definition_bad_response_set",
        ),
        (
            "a factor beyond all numbers",
            with("/scores/0/steps", json!([{ "times": "9999999999999" }])),
            "definition_malformed",
        ),
        (
            "factors that outgrow a number",
            with("/scores/0/steps", json!(vec![json!({ "times": "999999999999" }); 8])),
            "definition_bad_score",
        ),
        ("JSON's own decimals", with("/scores/0/steps", json!([{ "times": 0.1 }])), "definition_malformed"),
        (
            "a third without rounding",
            with("/scores/0/steps", json!([{ "times": "1/3" }])),
            "definition_bad_score",
        ),
        ("a step nobody knows", with("/scores/0/steps", json!([{ "average": 2 }])), "definition_malformed"),
        ("a million questions", with("/items", json!(million)), "pack_too_large"),
        (
            "depth without end",
            with("/items", json!("deep")).replace("\"deep\"", &deep),
            "definition_malformed",
        ),
    ]
}

fn code(core: &Companion, definition: &str) -> String {
    let pack = signed_as_it_stands(definition);
    let checked = core.check_pack(&pack).code.expect("it is not taken");
    let refused = match core.load_pack(&pack).expect_err("it is not taken") {
        CompanionError::Pack(error) => Some(error.code()),
        _ => None,
    };
    assert_eq!(refused, Some(checked.as_str()));
    checked
}

fn begun(phone: &Phone) -> (CaseId, EntityId) {
    let case = add(phone, "Ada Nowak");
    let draft = phone.core.start_assessment(case, "made-up", Mode::Home).expect("it begins").assessment;
    phone.core.answer(draft, "rest", &Response::Value(3)).expect("it is written");
    (case, draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_program_has_its_word_and_nothing_that_was_there_changes() {
    let (_service, phone) = service_and_phone().await;
    phone.core.load_pack(&signed_as_it_stands(&sound().to_string())).expect("the sound one is taken");
    let (case, draft) = begun(&phone);
    let known = phone.core.list_instruments();
    for (what, definition, expected) in broken() {
        assert_eq!(code(&phone.core, &definition), expected, "{what}");
    }
    assert_eq!(phone.core.list_instruments(), known);
    let phone = phone.restarted();
    assert_eq!(phone.core.list_instruments(), known);
    phone.core.answer(draft, "company", &Response::Value(4)).expect("it is written");
    let sealed = phone.core.submit_assessment(draft).expect("it is submitted");
    let view = phone.core.assessment(sealed).expect("it is there");
    assert_eq!(
        (view.scores[0].said.as_str(), view.scores[0].band.as_deref()),
        ("14", Some("high – for the total, higher is better"))
    );
    assert_eq!(phone.core.assessments(case).expect("they are read").len(), 1);
}

/// The score is worked out on each phone, and again on the server: two phones of one person that submit one draft agree.
#[tokio::test(flavor = "multi_thread")]
async fn a_scored_assessment_submitted_from_two_phones_is_received_once() {
    let service = alongside_tests::service::Service::start_with_packs(&[sound().to_string()]).await;
    let wren = service.person(alongside_core::model::Role::LinkWorker, "Wren Okafor");
    let (one, two) = (service.phone(wren).await, service.phone(wren).await);
    for phone in [&one, &two] {
        phone.core.load_pack(&signed_as_it_stands(&sound().to_string())).expect("taken");
    }
    let (case, draft) = begun(&one);
    one.core.answer(draft, "company", &Response::Value(4)).expect("it is written");
    one.core.pause_assessment(draft).expect("it is saved");
    one.sync().await;
    two.sync().await;
    one.core.submit_assessment(draft).expect("it is submitted");
    two.core.submit_assessment(draft).expect("it is submitted");
    one.sync().await;
    two.sync().await;
    one.sync().await;
    let mut browser = service.supervisor().await;
    let received = browser.received().await;
    assert_eq!(received.len(), 1);
    let page = browser.open(&received[0]).await;
    assert!(page.contains("<dt>the total</dt><dd>14"), "the server comes to the same score");
    assert!(!page.contains("The phone showed"), "and says so by saying nothing");
    for phone in [&one, &two] {
        assert_eq!(phone.core.assessments(case).expect("they are read").len(), 1);
        assert!(phone.core.drafts().expect("they are read").is_empty());
        assert!(phone.core.remarks().expect("they are read").is_empty());
    }
}
