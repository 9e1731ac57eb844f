//! Maud's bundle: sound, complete, and the same every time.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::person::{at, held, id, maud, record};
use crate::exchange::fhir::resource::Resource;
use crate::exchange::{INVENTORY, InBundle, check_bundle, find_line, to_bundle};
use crate::instrument::Registry;
use crate::model::catalogue::KINDS;
use crate::model::kinds::ReferralState;
use crate::model::{Choice, State, StreamRef};

fn bundle_of(record: &crate::exchange::PersonRecord) -> Value {
    to_bundle(record, &Registry::shipped())
}

pub(super) fn resources<'a>(bundle: &'a Value, of: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    entries.filter(|resource| resource["resourceType"] == of).collect()
}

#[test]
fn a_record_of_every_kind_gives_a_sound_bundle() {
    let faults = check_bundle(&bundle_of(&maud()));
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn the_same_record_gives_the_same_bundle() {
    assert_eq!(bundle_of(&maud()), bundle_of(&maud()));
}

/// The inventory is complete against the catalogue: a kind that is added without a line here is caught.
#[test]
fn every_kind_of_the_catalogue_is_in_the_inventory_once() {
    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
    for kind in &kinds {
        let label = find_line(kind).map(|line| line.label);
        assert!(label.is_some(), "{kind} has no line in core/src/exchange/inventory.rs");
        assert_eq!(INVENTORY.iter().filter(|line| line.label == label.unwrap()).count(), 1, "{kind}");
    }
    let lines: BTreeSet<&str> = INVENTORY.iter().map(|line| line.kind).collect();
    assert_eq!(lines.len(), INVENTORY.len());
}

#[test]
fn what_the_inventory_promises_of_a_kind_is_what_a_record_of_it_becomes() {
    let whole = maud();
    for line in INVENTORY {
        let InBundle::As(types) = line.bundle else { continue };
        assert!(whole.records.iter().any(|held| held.kind == line.kind), "Maud has no {}", line.kind);
        let without = record(whole.records.iter().filter(|held| held.kind != line.kind).cloned().collect());
        let (with, without) = (bundle_of(&whole), bundle_of(&without));
        for of in types {
            assert!(Resource::TYPES.contains(of), "{of}");
            assert_ne!(resources(&with, of), resources(&without, of), "{} changes no {of}", line.kind);
        }
    }
}

#[test]
fn what_is_left_out_of_the_bundle_changes_nothing_in_it() {
    let whole = maud();
    for line in INVENTORY
        .iter()
        .filter(|line| matches!(line.bundle, InBundle::LeftOut(_)) && line.kind != "passage_mark")
    {
        let without = record(whole.records.iter().filter(|held| held.kind != line.kind).cloned().collect());
        assert_eq!(bundle_of(&whole), bundle_of(&without), "{}", line.kind);
    }
}

#[test]
fn a_draft_is_never_exported() {
    let mut draft =
        held(60, "visit_note", &json!({"at": at(9), "body": "Half a thought about the marmalade"}));
    draft.stream = StreamRef::private(draft.author);
    draft.state = State::Active;
    let mut waiting = held(61, "assessment", &json!({"at": at(9), "instrument": "ons4", "version": 1}));
    waiting.state = State::NeedsConfirmation;
    let mut away = held(62, "need", &json!({"category": "food", "words": "marmalade", "raised_at": at(9)}));
    away.state = State::Archived;
    let mut whole = maud();
    let before = bundle_of(&whole);
    whole.records.extend([draft, waiting, away]);
    assert_eq!(bundle_of(&whole), before);
}

#[test]
fn the_referral_code_stands_once_for_an_episode() {
    let bundle = bundle_of(&maud());
    let coded = bundle.to_string().matches("871731000000106").count();
    assert_eq!(coded, 1);
    let second = held(63, "episode", &json!({"started_at": at(15), "status": "active"}));
    let mut again = maud();
    again.records.push(second);
    assert_eq!(bundle_of(&again).to_string().matches("871731000000106").count(), 2);
}

#[test]
fn somebody_who_says_no_has_the_code_for_that_and_no_completed_request() {
    let no = held(
        64,
        "referral_in",
        &json!({"route": "list_call", "source": "List", "offered_at": at(0), "answer": "declined",
        "answered_at": at(0), "decline_reason": "caring"}),
    );
    let bundle = bundle_of(&record(vec![no]));
    assert!(check_bundle(&bundle).is_empty(), "{:?}", check_bundle(&bundle));
    let [request] = resources(&bundle, "ServiceRequest")[..] else { panic!("one request") };
    assert_eq!((&request["status"], &request["code"]["coding"]), (&json!("revoked"), &Value::Null));
    let [task] = resources(&bundle, "Task")[..] else { panic!("one task") };
    assert_eq!(task["statusReason"]["coding"][0]["code"], "871711000000103");
    assert_eq!(task["statusReason"]["text"], "caring");
}

#[test]
fn every_state_of_a_referral_gives_a_sound_task_with_its_reason() {
    for name in ReferralState::NAMES {
        let referral = held(15, "onward_referral", &json!({"to": "Choir", "why": "Company", "at": at(5)}));
        let status = held(16, "referral_status", &json!({"referral": id(15).0, "status": name, "at": at(6)}));
        let bundle = bundle_of(&record(vec![referral, status]));
        assert!(check_bundle(&bundle).is_empty(), "{name}: {:?}", check_bundle(&bundle));
        let task = resources(&bundle, "Task")[0];
        let owes = ReferralState::find(name).unwrap().needs_reason();
        assert_eq!(task["statusReason"]["text"].is_string(), owes, "{name}");
    }
}

#[test]
fn an_unanswered_question_is_no_number() {
    let bundle = bundle_of(&maud());
    let items = resources(&bundle, "QuestionnaireResponse")[0]["item"].as_array().unwrap();
    let find = |link: &str| items.iter().find(|item| item["linkId"] == link).unwrap();
    assert_eq!(find("satisfaction")["answer"][0]["valueInteger"], 4);
    assert_eq!(find("worthwhile")["answer"], Value::Null);
    assert_eq!(find("worthwhile")["extension"][0]["valueCode"], "temp-unknown");
    assert_eq!(find("anxiety.comment")["answer"][0]["valueString"], "It comes in the evenings");
}

#[test]
fn a_goal_keeps_the_persons_own_words_and_says_whose_they_are() {
    let bundle = bundle_of(&maud());
    let goal = resources(&bundle, "Goal")[0];
    assert_eq!(goal["description"]["text"], "I want to sit in the garden again");
    assert_eq!(goal["expressedBy"], resources(&bundle, "Condition")[0]["subject"]);
    assert_eq!(goal["statusReason"], "Her brother needs her");
    assert_eq!(goal["meta"], Value::Null);
}

#[test]
fn the_nhs_number_says_that_it_was_not_traced() {
    let bundle = bundle_of(&maud());
    let identifier = &resources(&bundle, "Patient")[0]["identifier"][0];
    assert_eq!(identifier["value"], "9434765919");
    let status = &identifier["extension"][0]["valueCodeableConcept"]["coding"][0]["code"];
    assert_eq!(status, "number-present-but-not-traced");
}

#[test]
fn a_case_whose_client_is_not_here_and_an_empty_case_are_sound_too() {
    let no_client = record(maud().records.into_iter().filter(|held| held.kind != "client").collect());
    for record in [no_client, record(Vec::new())] {
        let faults = check_bundle(&bundle_of(&record));
        assert!(faults.is_empty(), "{faults:?}");
    }
}
