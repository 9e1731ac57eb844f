//! What people read: the summary and the message back.

use proptest::prelude::*;
use serde_json::json;

use super::person::{at, held, maud};
use crate::exchange::{ExchangeError, ExportForm, PersonRecord, export};
use crate::instrument::Registry;

fn text(record: &PersonRecord, form: ExportForm) -> String {
    String::from_utf8(export(record, &Registry::shipped(), form).unwrap().bytes).unwrap()
}

#[test]
fn the_summary_has_the_four_groups_and_claims_no_conformance() {
    let page = text(&maud(), ExportForm::Summary);
    for group in ["Demographics", "Needs and concerns", "Support offered", "Outcomes"] {
        assert!(page.contains(&format!(">{group}</h2>")), "{group}");
    }
    assert!(page.contains("mapped to the four minimum groups") && page.contains("is not claimed"));
}

#[test]
fn the_summary_can_be_read_by_everybody_and_stands_by_itself() {
    let page = text(&maud(), ExportForm::Summary);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    assert_eq!(page.matches("<h1>").count(), 1);
    assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
    assert!(
        page.matches("<th scope=").count() == page.matches("<th ").count() && page.contains("scope=\"row\"")
    );
    for outside in ["http://", "https://", "<script", "src=", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("@media print"));
}

#[test]
fn what_must_be_known_before_a_call_comes_first() {
    let page = text(&maud(), ExportForm::Summary);
    let (first, person) =
        (page.find("Before making contact</h2>").unwrap(), page.find("Demographics</h2>").unwrap());
    assert!(first < person && page.contains("Not by: letter") && page.contains("Say it is the library"));
}

#[test]
fn a_no_to_the_practice_is_obeyed() {
    let mut whole = maud();
    let no = json!({"purpose": "practice", "given_at": at(1), "withdrawn_at": at(2), "asked_at": at(1)});
    whole.records.retain(|held| held.fields.get("purpose") != Some(&json!("practice")));
    whole.records.push(held(40, "sharing", &no));
    for form in [ExportForm::Summary, ExportForm::MessageBack] {
        assert_eq!(export(&whole, &Registry::shipped(), form), Err(ExchangeError::NotShared));
    }
}

#[test]
fn codes_only_means_no_words() {
    let mut whole = maud();
    whole.records.push(held(
        80,
        "sharing",
        &json!({"purpose": "practice_codes_only", "given_at": at(1), "asked_at": at(1)}),
    ));
    for form in [ExportForm::Summary, ExportForm::MessageBack] {
        let page = text(&whole, form);
        for word in ["garden", "letters", "brother", "Gym", "Blood", "evenings", "Low since", "library"] {
            assert!(!page.contains(word), "{form:?} says {word}");
        }
        assert!(page.contains("Maud Ellery"));
    }
}

#[test]
fn the_message_back_says_what_became_of_things_and_how_to_come_back() {
    let mut whole = maud();
    let ended = json!({"started_at": at(0), "status": "ended", "ended_at": at(395), "end_reason": "agreed_ending",
        "client_view": "I can ring if I need to", "ended_agreed": true});
    whole.records.retain(|held| held.kind != "episode");
    whole.records.push(held(2, "episode", &ended));
    let message = text(&whole, ExportForm::MessageBack);
    for line in [
        "DEMOGRAPHICS",
        "the service said no: Blood pressure too high",
        "agreed ending",
        "I can ring",
        "The door stays open",
    ] {
        assert!(message.contains(line), "{line} is not in\n{message}");
    }
}

#[test]
fn no_export_calls_anybody_names() {
    let instruments = Registry::shipped();
    for form in ExportForm::ALL.into_iter().filter(|form| *form != ExportForm::Bundle) {
        let text =
            String::from_utf8(export(&maud(), &instruments, form).unwrap().bytes).unwrap().to_lowercase();
        for word in ["failed", "non-complian", "did not attend", "dna", "refused", "disengaged"] {
            assert!(!text.contains(word), "{form:?} says {word}");
        }
    }
}

#[test]
fn a_file_name_says_nothing_of_the_person() {
    for form in ExportForm::ALL {
        let name = export(&maud(), &Registry::shipped(), form).unwrap().file_name;
        assert!(name.starts_with("alongside-") && !name.to_lowercase().contains("maud"), "{name}");
        assert!(!name.contains("5eed"), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whatever a person said, a page has the elements it always has: words never become markup.
    #[test]
    fn hostile_words_stay_words(words in "\\PC{0,60}|<script>alert\\(1\\)</script>|\" onload=x|</td></table>") {
        let mut whole = maud();
        whole.records.retain(|held| held.kind != "need");
        whole.records.push(held(8, "need", &json!({"category": "food", "words": "plain", "raised_at": at(2)})));
        let plain = text(&whole, ExportForm::Summary);
        whole.records.last_mut().unwrap().fields.insert("words".into(), json!(words));
        let hostile = text(&whole, ExportForm::Summary);
        prop_assert_eq!(hostile.matches('<').count(), plain.matches('<').count());
        prop_assert_eq!(hostile.matches('>').count(), plain.matches('>').count());
    }
}
