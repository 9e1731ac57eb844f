//! The same feed again: what did not change costs no write, and what is gone is marked and never deleted.

use alongside_core::model::{Fields, State};
use serde_json::{Value, json};

use super::feed::{FeedServer, Reply, page_number, paged};
use super::service::{Service, entry};
use crate::directory::Remark;

fn feed(numbers: impl IntoIterator<Item = u128>) -> String {
    Value::Array(numbers.into_iter().map(|number| entry(number, json!({}))).collect()).to_string()
}

#[tokio::test]
async fn an_unchanged_feed_writes_nothing() {
    let service = Service::new();
    service.import_file(feed(1..=5)).await;
    let before = service.commits();
    let touched: Vec<Value> =
        (1..=5).map(|number| entry(number, json!({"last_modified": "2026-09-09T00:00:00Z"}))).collect();
    let done = service.import_file(Value::Array(touched).to_string()).await;
    assert_eq!(done.counts(), [0, 0, 5, 0, 0]);
    assert_eq!(service.commits(), before, "a date alone is no change");
}

#[tokio::test]
async fn a_change_writes_the_fields_that_changed_and_keeps_what_was_confirmed() {
    let service = Service::new();
    service.import_file(feed(1..=2)).await;
    confirm(&service, 1);
    let changed =
        json!([entry(1, json!({"url": "https://new.example", "schedules": []})), entry(2, json!({}))]);
    let done = service.import_file(changed.to_string()).await;
    assert_eq!(done.counts(), [0, 1, 1, 0, 0]);
    let record = service.find(1).unwrap();
    let later: Vec<&str> = record.written.keys().map(String::as_str).collect();
    assert_eq!(later, ["days", "hash", "last_confirmed_at", "opening_times", "url"]);
    assert_eq!(record.entity.cells["opening_times"].value, Value::Null, "what is no longer said is cleared");
    assert_eq!(record.entity.cells["last_confirmed_at"].value, json!(7));
}

/// As if a link worker's phone had said so.
fn confirm(service: &Service, number: u128) {
    let stored = service.find(number).unwrap();
    let confirmed = Fields::from([("last_confirmed_at".to_owned(), json!(7))]);
    service
        .store
        .write(|txn| {
            let mut writing =
                crate::directory::writing::Writing::begin(txn, &service.organisation, super::service::NOW);
            writing.set(stored, confirmed)?;
            writing.finish()
        })
        .unwrap();
}

#[tokio::test]
async fn what_the_file_no_longer_lists_is_inactive_and_comes_back_with_the_file() {
    let service = Service::new();
    service.import_file(feed(1..=5)).await;
    let done = service.import_file(feed(2..=5)).await;
    assert_eq!(done.counts(), [0, 0, 4, 1, 0]);
    let gone = service.find(1).unwrap().entity;
    assert_eq!((gone.state, &gone.cells["status"].value), (State::Active, &json!("inactive")));
    assert_eq!(service.text(1, "name"), "Invented Choir 1", "what it was is still known");

    let before = service.commits();
    assert_eq!(service.import_file(feed(2..=5)).await.counts(), [0, 0, 4, 0, 0]);
    assert_eq!(service.commits(), before, "it is marked once");

    assert_eq!(service.import_file(feed(1..=5)).await.counts(), [0, 1, 4, 0, 0]);
    assert_eq!(service.text(1, "status"), "active");
}

#[tokio::test]
async fn an_api_is_asked_before_a_service_is_held_to_be_gone() {
    let service = Service::new();
    let all: Vec<Value> = (1..=4).map(|number| entry(number, json!({}))).collect();
    let source = FeedServer::of_pages(vec![all.clone()]).await;
    service.import(&source.source).await;
    // The page shifts: 1 is hidden, 2 cannot be asked for, 3 is really gone.
    source.answer(move |request| match page_number(request) {
        Some(_) => paged(&[all[3..].to_vec()], request),
        None if request.ends_with('1') => paged(&[all[..2].to_vec()], request),
        None if request.ends_with('2') => Reply::status(500),
        None => Reply::status(410),
    });
    let done = service.import(&source.source).await;
    assert_eq!((done.report.unchanged, done.report.gone), (1, 1));
    let status = |number| service.text(number, "status");
    assert_eq!([status(1), status(2), status(3), status(4)], ["active", "active", "inactive", "active"]);
}

#[tokio::test]
async fn a_feed_that_loses_more_than_half_is_not_believed_without_a_word() {
    let service = Service::new();
    service.import_file(feed(1..=30)).await;
    let done = service.import_file(feed(1..=10)).await;
    assert_eq!((done.report.gone, done.remarks.as_slice()), (0, &[Remark::TooManyGone(20)][..]));
    assert_eq!(service.text(30, "status"), "active");

    let source = service.file(feed(1..=10));
    assert_eq!(service.import_with(&source, None, true).await.report.gone, 20);
    assert_eq!(service.text(30, "status"), "inactive");
}

#[tokio::test]
async fn one_feed_marks_nothing_of_another() {
    let service = Service::new();
    service.import_file(feed(1..=3)).await;
    let other = FeedServer::of_pages(vec![vec![entry(9, json!({}))]]).await;
    let done = service.import(&other.source).await;
    assert_eq!(done.counts(), [1, 0, 0, 0, 0]);
    assert_eq!(service.text(1, "status"), "active");
}

#[tokio::test]
async fn what_was_erased_does_not_come_back_with_the_feed() {
    let service = Service::new();
    service.import_file(feed(1..=3)).await;
    let id = service.find(2).unwrap().entity.id;
    let erase = || {
        crate::admin::erase(&*service.store, &crate::Ports::system(), service.organisation.id, &[id]).unwrap()
    };
    erase();
    let changed =
        json!([entry(1, json!({})), entry(2, json!({"url": "https://new.example"})), entry(3, json!({}))]);
    let before = service.commits();
    let done = service.import_file(changed.to_string()).await;
    assert_eq!((done.counts(), done.report.erased), ([0, 0, 2, 0, 0], 1));
    assert!(
        done.report.is_complete() && done.report.to_string().contains(", 1 erased here;"),
        "{}",
        done.report
    );
    assert_eq!(service.commits(), before, "nothing is written");
    let stored = service.find(2).unwrap().entity;
    assert_eq!((stored.state, stored.cells.len()), (State::Erased, 0));
    // Nor when a later feed no longer has it.
    assert_eq!(service.import_file(feed([1, 3])).await.counts(), [0, 0, 2, 0, 0]);
}
