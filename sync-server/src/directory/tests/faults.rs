//! Feeds that break while they are read: what was read stays, and nothing is held to be gone.

use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::feed::{FeedServer, Reply, envelope, page_number, paged};
use super::service::{Service, entry, id, thin};
use crate::directory::{EntryFault, FeedFault, Source};

fn pages() -> Vec<Vec<serde_json::Value>> {
    let page = |first: u128| (first..first + 3).map(|number| entry(number, json!({}))).collect();
    vec![page(1), page(4), page(7)]
}

#[tokio::test]
async fn a_page_that_cannot_be_read_stops_the_feed_where_it_is() {
    let cases: Vec<(Reply, FeedFault)> = vec![
        (Reply::status(500), FeedFault::HttpStatus(500)),
        (Reply::status(403), FeedFault::HttpStatus(403)),
        (Reply { kind: "text/html", ..Reply::json(&json!({"contents": []})) }, FeedFault::WrongContentType),
        (Reply { body: "<html>".into(), ..Reply::status(200) }, FeedFault::NotJson),
        (Reply { body: r#"{"contents": [{"id": "#.into(), ..Reply::status(200) }, FeedFault::Truncated),
        (Reply::json(&json!({"message": "hello"})), FeedFault::NotAPage),
        (Reply { body: " ".repeat(2 * 1024 * 1024), ..Reply::status(200) }, FeedFault::TooLarge),
    ];
    for (reply, fault) in cases {
        let (service, feed) = (Service::new(), FeedServer::of_pages(pages()).await);
        service.import(&feed.source).await;
        feed.answer(move |request| match page_number(request) {
            Some(2) => reply.clone(),
            // Number 3 is no longer there either: it must not be marked while the feed is not whole.
            Some(1) => Reply::json(&envelope(&[pages()[0][..2].to_vec(), vec![], vec![]], 1)),
            _ => paged(&pages(), request),
        });
        let done = service.import(&feed.source).await;
        assert_eq!(done.stopped(), Some((2, fault)));
        assert_eq!(done.counts(), [0, 0, 2, 0, 0], "{}", fault.code());
        assert_eq!(service.text(3, "status"), "active");
    }
}

#[tokio::test]
async fn a_fault_that_passes_is_asked_past() {
    let service = Service::new();
    let asked = std::sync::atomic::AtomicU32::new(0);
    let feed = FeedServer::start(move |request| {
        let first = asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0;
        if first { Reply::status(503) } else { paged(&pages(), request) }
    })
    .await;
    let done = service.import(&feed.source).await;
    assert_eq!((done.stopped(), done.counts()), (None, [9, 0, 0, 0, 0]));
}

#[tokio::test]
async fn a_feed_that_repeats_one_page_for_ever_is_left() {
    let service = Service::new();
    let feed = FeedServer::start(|_| Reply::json(&envelope(&pages(), 1))).await;
    let done = service.import(&feed.source).await;
    assert_eq!(done.stopped(), Some((2, FeedFault::PageRepeats)));
    assert_eq!(done.counts(), [3, 0, 0, 0, 0]);
}

#[tokio::test]
async fn a_feed_that_always_has_more_is_left() {
    let service = Service::new();
    let feed = FeedServer::start(|request| {
        let number = page_number(request).unwrap() as u128;
        Reply::json(&json!({"contents": [entry(number, json!({}))], "last_page": false}))
    })
    .await;
    let done = service.import(&feed.source).await;
    assert_eq!(done.stopped(), Some((20, FeedFault::Endless)));
    assert_eq!(done.report.added, 20);
}

#[tokio::test]
async fn a_feed_of_nothing_that_can_be_read_comes_to_an_end() {
    let service = Service::new();
    let feed = FeedServer::start(|_| Reply::json(&json!({"contents": ["?", "!"], "total_pages": 9}))).await;
    let done = service.import(&feed.source).await;
    assert_eq!(done.stopped(), Some((2, FeedFault::PageRepeats)));
    assert_eq!(done.report.refused, 2);
}

#[tokio::test]
async fn an_answer_that_ends_in_the_middle_is_truncated() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let source = Source::url(&format!("http://{}", listener.local_addr().unwrap()), None).unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let _ = socket.read(&mut [0; 4096]).await;
            let head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 4000\r\n\r\n";
            let _ = socket.write_all(&[&head[..], b"{\"contents\": ["].concat()).await;
        }
    });
    let done = Service::new().import(&source).await;
    assert_eq!(done.stopped(), Some((1, FeedFault::Truncated)));
}

#[tokio::test]
async fn nobody_there_is_said_to_be_unreachable() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let source = Source::url(&format!("http://{}", listener.local_addr().unwrap()), None).unwrap();
    drop(listener);
    let done = Service::new().import(&source).await;
    assert_eq!(done.stopped(), Some((1, FeedFault::Unreachable)));
}

#[tokio::test]
async fn a_feed_that_never_answers_times_out() {
    use crate::directory::{DirectoryImport, Limits, Remark, import};
    let service = Service::new();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let source = Source::url(&format!("http://{}", listener.local_addr().unwrap()), None).unwrap();
    let limits = Limits { within: Duration::from_millis(20), tries: 1, ..Limits::default() };
    let job = DirectoryImport {
        store: &*service.store,
        organisation: &service.organisation,
        source: &source,
        progress: None,
        accept_shrinking: false,
        limits,
        clock: &service.clock,
    };
    let mut remarks = Vec::new();
    import(&job, &mut |remark| remarks.push(remark)).await.unwrap();
    assert_eq!(remarks, [Remark::Stopped { page: 1, fault: FeedFault::TimedOut }]);
}

#[tokio::test]
async fn details_that_cannot_be_had_cost_their_entry_and_no_other() {
    let service = Service::new();
    let feed = FeedServer::start(|request| match page_number(request) {
        Some(number) => Reply::json(&envelope(&[vec![thin(1), thin(2), thin(3)]], number)),
        None if request.ends_with(&id(2).to_string()) => Reply::status(500),
        // Somebody else's details are no details.
        None if request.ends_with(&id(3).to_string()) => Reply::json(&entry(9, json!({}))),
        None => Reply::json(&entry(1, json!({}))),
    })
    .await;
    let done = service.import(&feed.source).await;
    assert_eq!(done.faults(), [(1, 2, EntryFault::NoDetails), (1, 3, EntryFault::NoDetails)]);
    assert_eq!((done.counts(), done.report.whole), ([1, 0, 0, 0, 2], true));
    assert_eq!(service.text(1, "opening_times"), "Tue 10:00–12:00", "the details are what is kept");
}

#[tokio::test]
async fn a_file_that_is_no_feed_says_why_and_changes_nothing() {
    for (content, fault) in [
        ("", FeedFault::NotJson),
        ("choirs", FeedFault::NotJson),
        (r#"[{"id": "#, FeedFault::Truncated),
        (r#"{"error": 1}"#, FeedFault::NotAPage),
    ] {
        let service = Service::new();
        service.import_file(json!([entry(1, json!({}))]).to_string()).await;
        let before = service.commits();
        let done = service.import_file(content).await;
        assert_eq!(done.stopped(), Some((1, fault)), "{content}");
        assert_eq!((service.commits(), service.text(1, "status")), (before, "active".into()));
    }
}
