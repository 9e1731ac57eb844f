//! The list: what is in it, in which order, page by page, and that reading it is written down.

use alongside_core::model::{EntityId, State};
use serde_json::json;

use crate::service::{Service, Sheet};
use crate::serving::Serving;

#[test]
fn without_assessments_the_list_says_so_plainly() {
    let service = Service::new();
    let page = Serving::plain(&service).signed_in().open("/assessments");
    assert!(page.status == 200 && page.has("No assessment has been received yet."));
}

#[test]
fn each_line_names_the_client_the_instrument_and_both_times() {
    let service = Service::new();
    service.submit(service.add_client("Marjorie Okafor"), Sheet::ons4(0, [7, 6, 5, 8]));
    let page = Serving::plain(&service).signed_in().open("/assessments");
    let line = "Marjorie Okafor Personal well-being (ONS4) Submitted 22 November 2026, 9:30 Received 22 November 2026, 9:35";
    assert!(page.words().contains(line), "{}", page.words());
}

#[test]
fn the_newest_stand_first() {
    let service = Service::new();
    for (name, days) in [("Second", 3), ("First", 1), ("Third", 9)] {
        service.submit(service.add_client(name), Sheet::ons4(days, [1, 2, 3, 4]));
    }
    let page = Serving::plain(&service).signed_in().open("/assessments");
    assert!(page.place("First") < page.place("Second") && page.place("Second") < page.place("Third"));
}

#[test]
fn pages_of_the_list_together_show_everything_once() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    let all: Vec<EntityId> =
        (0..45).map(|day| service.submit(client, Sheet::ons4(day / 3, [1, 2, 3, 4]))).collect();
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    let mut seen: Vec<String> = Vec::new();
    let mut next = Some("/assessments".to_owned());
    while let Some(path) = next {
        let page = browser.open(&path);
        seen.extend(hrefs(&page.body, "/assessments/"));
        next = hrefs(&page.body, "/assessments?before=").pop();
        assert_eq!(page.has("Newest assessments"), path != "/assessments");
    }
    let mut expected: Vec<String> = all.iter().map(|id| format!("/assessments/{id}")).collect();
    seen.sort();
    expected.sort();
    assert_eq!(seen, expected);
}

#[test]
fn a_second_sending_is_marked_as_waiting_for_a_decision() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    service.submit(client, Sheet::ons4(2, [7, 6, 5, 8]));
    service.submit(client, Sheet { state: State::NeedsConfirmation, ..Sheet::ons4(1, [6, 6, 5, 8]) });
    let page = Serving::plain(&service).signed_in().open("/assessments");
    assert_eq!(page.body.matches("Sent twice, waiting for a decision").count(), 1);
}

#[test]
fn an_instrument_without_a_definition_is_named_by_its_id() {
    let service = Service::new();
    let said = json!({"instrument": "whole-life-8", "version": 2});
    service.submit(service.add_client("Marjorie Okafor"), Sheet::of(1, said));
    let page = Serving::plain(&service).signed_in().open("/assessments");
    assert!(page.has("whole-life-8 (version 2)"));
}

#[test]
fn reading_the_list_is_written_down_with_what_was_on_it() {
    let service = Service::new();
    let client = service.add_client("Marjorie Okafor");
    let older = service.submit(client, Sheet::ons4(2, [7, 6, 5, 8]));
    let newer = service.submit(client, Sheet::ons4(1, [7, 6, 5, 8]));
    Serving::plain(&service).signed_in().open("/assessments");
    let entry = service.audit().pop().unwrap();
    assert_eq!(entry.act, "list_assessments");
    assert_eq!(entry.actor, Some(service.supervisor.no));
    assert_eq!(entry.at, service.now());
    assert_eq!(entry.detail, Some(format!("from {newer} to {older}")));
}

fn hrefs(body: &str, start: &str) -> Vec<String> {
    let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.starts_with(start)).map(str::to_owned).collect()
}
