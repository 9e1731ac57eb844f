//! One assessment: every question in words, what it was before, and that reading it is written down.

use alongside_core::model::State;
use serde_json::json;

use crate::page::Page;
use crate::service::{Service, Sheet};
use crate::serving::Serving;

fn open(service: &Service, id: impl std::fmt::Display) -> Page {
    let page = Serving::plain(service).signed_in().open(&format!("/assessments/{id}"));
    assert_eq!(page.status, 200);
    page
}

#[test]
fn every_question_is_told_with_scale_band_and_comment() {
    let service = Service::new();
    let mut sheet = Sheet::ons4(0, [7, 6, 5, 8]);
    sheet.said["comment.anxiety"] = json!("The letter about the rent came that morning.");
    sheet.said["answer.happiness"] = json!({"skip": "prefer_not_to_say"});
    sheet.said["answer.worthwhile"] = json!({"skip": "not_now"});
    let id = service.submit(service.add_client("Marjorie Okafor"), sheet);
    let words = open(&service, id).words();
    for expected in [
        "Marjorie Okafor Personal well-being (ONS4)",
        "Submitted 22 November 2026, 9:30 by Tomasz Zielinski",
        "Received 22 November 2026, 9:35",
        "Begun 22 November 2026, 8:50 by the phone’s clock",
        "Held at the client’s home",
        "Overall, how satisfied are you with your life nowadays? 7 out of 10 0 is “not at all”, 10 is “completely”",
        "high – for anxiety, higher is worse Said beside it The letter about the rent came that morning.",
        "preferred not to say",
        "not now",
        "In which order it was talked about life satisfaction feeling things are worthwhile happiness anxiety",
        "Source: Office for National Statistics, licensed under the Open Government Licence v3.0.",
        "There is no earlier assessment of this client with the same questions",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words}");
    }
}

#[test]
fn what_it_was_before_is_a_picture_a_table_and_the_raw_difference() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    let first = service.submit(client, Sheet::ons4(200, [3, 4, 5, 8]));
    service.submit(client, Sheet::ons4(100, [5, 4, 5, 7]));
    let last = service.submit(client, Sheet::ons4(0, [4, 4, 6, 5]));
    let page = open(&service, last);
    assert_eq!(page.body.matches("role=\"img\"").count(), 4);
    assert_eq!(page.body.matches("<table>").count(), 4);
    assert!(
        page.has("<desc id=\"chart-4-desc\">6 May 2026: 8; 14 August 2026: 7; 22 November 2026: 5.</desc>")
    );
    assert!(page.has(&format!("href=\"/assessments/{first}\"")));
    let words = page.words();
    for expected in [
        "Since the one before, 14 August 2026: from 7 out of 10 to 5 out of 10: 2 lower, which is better",
        "Since the first, 6 May 2026: from 8 out of 10 to 5 out of 10: 3 lower, which is better",
        "Since the one before, 14 August 2026: from 5 out of 10 to 4 out of 10: 1 lower, which is worse",
        "Since the first, 6 May 2026: 4 out of 10 both times",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words}");
    }
    assert!(!words.contains("significant") && !words.to_lowercase().contains("average"));
}

#[test]
fn an_earlier_one_names_the_later_one_and_does_not_compare_with_it() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    let first = service.submit(client, Sheet::ons4(100, [3, 4, 5, 8]));
    let later = service.submit(client, Sheet::ons4(0, [4, 4, 6, 5]));
    let page = open(&service, first);
    assert!(!page.has("<svg") && page.has("Submitted after this one"));
    assert!(page.has(&format!("href=\"/assessments/{later}\"")));
}

#[test]
fn another_client_s_answers_are_never_beside_it() {
    let service = Service::new();
    service.submit(service.add_client("Marjorie Okafor"), Sheet::ons4(9, [3, 4, 5, 8]));
    let other = service.submit(service.add_client("Marjorie Okafor"), Sheet::ons4(0, [4, 4, 6, 5]));
    assert!(open(&service, other).has("There is no earlier assessment of this client"));
}

#[test]
fn a_second_sending_is_shown_but_compared_with_nothing() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    service.submit(client, Sheet::ons4(30, [3, 4, 5, 8]));
    let first = service.submit(client, Sheet::ons4(2, [7, 6, 5, 8]));
    let undecided = Sheet { state: State::NeedsConfirmation, ..Sheet::ons4(1, [0, 0, 0, 10]) };
    let second = service.submit(client, undecided);
    let page = open(&service, second);
    assert!(page.has("Sent twice, waiting for a decision") && page.has("0 out of 10") && !page.has("<svg"));
    let page = open(&service, first);
    assert!(page.has("<svg") && !page.has(&second.to_string()));
}

#[test]
fn what_was_declared_void_says_why_can_be_read_and_is_compared_with_nothing() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    service.submit(client, Sheet::ons4(30, [3, 4, 5, 8]));
    let first = service.submit(client, Sheet::ons4(2, [7, 6, 5, 8]));
    let mut sheet = Sheet { state: State::Voided, ..Sheet::ons4(1, [0, 0, 0, 10]) };
    sheet.said["void.reason"] = json!("It was about somebody else.");
    let void = service.submit(client, sheet);
    let page = open(&service, void);
    for said in ["Declared void", "It was about somebody else.", "0 out of 10"] {
        assert!(page.has(said), "{said}");
    }
    assert!(!page.has("<svg"));
    let page = open(&service, first);
    assert!(page.has("<svg") && !page.has(&void.to_string()));
    let list = Serving::plain(&service).signed_in().open("/assessments");
    assert!(list.has(&void.to_string()) && list.has("Declared void"));
}

#[test]
fn a_correction_and_what_it_corrects_lead_to_each_other() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    let wrong = service.submit(client, Sheet::ons4(3, [3, 4, 5, 8]));
    let mut sheet = Sheet::ons4(1, [3, 4, 5, 2]);
    sheet.said["amends"] = json!(wrong);
    let right = service.submit(client, sheet);
    assert!(
        open(&service, wrong)
            .has(&format!("<a href=\"/assessments/{right}\">a correction of this assessment</a>"))
    );
    let page = open(&service, right);
    assert!(page.has(&format!("This corrects <a href=\"/assessments/{wrong}\">")) && !page.has("<svg"));
}

#[test]
fn an_instrument_without_a_definition_is_shown_as_it_was_stored() {
    let service = Service::new();
    let said = json!({
        "instrument": "whole-life-8", "version": 2, "discussed": ["money"],
        "answer.friends": {"value": 4, "at": "2026-11-01T09:00:00Z"}, "comment.friends": "two neighbours",
        "answer.money": {"value": 2},
    });
    let id = service.submit(service.add_client("Marjorie Okafor"), Sheet::of(0, said));
    let page = open(&service, id);
    let words = page.words();
    assert!(words.contains("This server has no definition of this instrument"));
    assert!(words.contains("money 2 friends 4 two neighbours"), "{words}");
    assert!(!page.has("<svg") && !page.has("<table>"));
}

#[test]
fn a_record_that_cannot_be_read_is_said_to_be_kept() {
    let service = Service::new();
    let said = json!({"version": "one", "answer.anxiety": {"value": 4}});
    let id = service.submit(service.add_client("Marjorie Okafor"), Sheet::of(0, said));
    assert!(open(&service, id).has("This assessment cannot be shown"));
}

#[test]
fn reading_one_is_written_down_with_everything_that_stood_on_the_page() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    let first = service.submit(client, Sheet::ons4(100, [3, 4, 5, 8]));
    let last = service.submit(client, Sheet::ons4(0, [4, 4, 6, 5]));
    open(&service, last);
    let entries: Vec<_> =
        service.audit().into_iter().filter(|entry| entry.act == "read_assessment").collect();
    let read: Vec<_> = entries.iter().map(|entry| (entry.target, entry.detail.clone())).collect();
    assert_eq!(read, [(Some(last.0), None), (Some(first.0), Some(format!("beside {last}")))]);
    assert!(
        entries.iter().all(|entry| entry.actor == Some(service.supervisor.no) && entry.at == service.now())
    );
}
