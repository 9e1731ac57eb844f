//! Marked passages: gone from whatever is passed on, and said to be gone.

use base64::Engine;
use serde_json::json;

use super::bundle::resources;
use super::person::{at, held, id, maud};
use crate::exchange::{ExportForm, check_bundle, export, to_bundle, without_marked};
use crate::instrument::Registry;

#[test]
fn no_export_holds_a_marked_passage() {
    let mut whole = maud();
    // The handover pack quotes the note.
    let quoting = json!({"at": at(81), "relationship": "Mind her neighbour Tom, who drinks; and the steps"});
    whole.records.push(held(70, "handover_pack", &quoting));
    let instruments = Registry::shipped();
    for form in ExportForm::ALL {
        let file = export(&whole, &instruments, form).unwrap();
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(!text.contains("who drinks"), "{form:?}");
    }
    let bundle = to_bundle(&whole, &instruments);
    for document in resources(&bundle, "DocumentReference") {
        let data = document["content"][0]["attachment"]["data"].as_str().unwrap();
        let text = base64::engine::general_purpose::STANDARD.decode(data).unwrap();
        assert!(!String::from_utf8(text).unwrap().contains("who drinks"));
    }
}

#[test]
fn a_resource_with_a_passage_left_out_says_so_wherever_it_travels() {
    let bundle = to_bundle(&maud(), &Registry::shipped());
    let redacted = resources(&bundle, "DocumentReference");
    let labels: Vec<bool> =
        redacted.iter().map(|document| document["meta"]["security"][0]["code"] == "REDACTED").collect();
    assert_eq!(labels.iter().filter(|label| **label).count(), 1, "{labels:?}");
    assert!(check_bundle(&bundle).is_empty());
}

#[test]
fn a_mark_that_has_lost_its_place_keeps_the_whole_text_back() {
    let mut whole = maud();
    let lost =
        json!({"record": id(26).0, "passage": "words that stand nowhere", "why": "harm_risk", "at": at(9)});
    whole.records.push(held(71, "passage_mark", &lost));
    let open = without_marked(&whole);
    let note = open.records.iter().find(|held| held.id == id(26)).unwrap();
    assert_eq!(note.fields["body"], "[a passage was left out to keep somebody from harm]");
    assert_eq!(note.left_out.len(), 1);
}

#[test]
fn a_mark_that_was_taken_back_keeps_nothing_back() {
    let mut whole = maud();
    whole.records.retain(|held| held.kind != "passage_mark");
    let lifted = json!({"record": id(25).0, "passage": "her neighbour Tom", "why": "third_party", "at": at(3), "lifted_at": at(4)});
    whole.records.push(held(72, "passage_mark", &lifted));
    let open = without_marked(&whole);
    assert!(open.records.iter().all(|held| held.left_out.is_empty()));
}
