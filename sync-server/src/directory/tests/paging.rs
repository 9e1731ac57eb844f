//! Reading a feed page by page: details where a page is thin, a few at a time, and going on where an import stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use super::feed::{FeedServer, Reply, envelope, page_number, paged};
use super::service::{Service, entry, thin};
use crate::directory::http::HttpFeed;
use crate::directory::{DirectoryError, FeedFault, Limits, Remark, Source};

fn page(first: u128) -> Vec<Value> {
    (first..first + 3).map(|number| entry(number, json!({}))).collect()
}

#[tokio::test]
async fn every_page_is_read_and_one_more_is_asked_for() {
    let (service, feed) = (Service::new(), FeedServer::of_pages(vec![page(1), page(4)]).await);
    let done = service.import(&feed.source).await;
    assert_eq!((done.counts(), done.report.pages), ([6, 0, 0, 0, 0], 2));
    let asked: Vec<_> = feed.take_requests().iter().filter_map(|request| page_number(request)).collect();
    assert_eq!(asked, [1, 2, 3]);
}

#[tokio::test]
async fn a_feed_that_says_it_has_fewer_pages_is_read_whole_all_the_same() {
    let service = Service::new();
    let pages = vec![page(1), page(4), page(7)];
    let feed = FeedServer::start(move |request| {
        let mut answer = envelope(&pages, page_number(request).unwrap());
        answer["total_pages"] = json!("1");
        answer["last_page"] = json!(true);
        Reply::json(&answer)
    })
    .await;
    let done = service.import(&feed.source).await;
    assert_eq!((done.report.added, done.report.whole), (9, true));
    assert_eq!(done.remarks, [Remark::WrongPageCount { said: 1, found: 3 }]);
}

#[tokio::test]
async fn each_thin_entry_is_asked_for_once() {
    let service = Service::new();
    let feed = FeedServer::start(|request| match page_number(request) {
        Some(number) => Reply::json(&envelope(&[(1..=5).map(thin).collect()], number)),
        None => Reply::json(&entry(request.chars().last().unwrap().to_digit(16).unwrap().into(), json!({}))),
    })
    .await;
    let done = service.import(&feed.source).await;
    assert_eq!(done.counts(), [5, 0, 0, 0, 0]);
    let details = feed.take_requests().iter().filter(|request| page_number(request).is_none()).count();
    assert_eq!(details, 5);
}

/// Details are held back until as many are asked for as may be: fewer would wait for ever, more are counted.
#[tokio::test]
async fn details_are_fetched_as_many_at_once_as_may_be_and_no_more() {
    let at_once = Limits::default().at_once;
    let (under_way, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let full = Arc::new(tokio::sync::Barrier::new(at_once));
    let (now, peak) = (under_way.clone(), most.clone());
    let app = axum::Router::new().fallback(move || {
        let (now, peak, full) = (now.clone(), peak.clone(), full.clone());
        async move {
            peak.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            full.wait().await;
            now.fetch_sub(1, Ordering::SeqCst);
            "{}"
        }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });

    let feed = HttpFeed::new(&base, Limits::default()).unwrap();
    let ids = (0..3 * at_once).map(|place| (place, place.to_string())).collect();
    let answers = feed.services(ids).await;
    assert_eq!(answers.len(), 3 * at_once);
    assert_eq!(most.load(Ordering::SeqCst), at_once);
}

#[tokio::test]
async fn an_import_goes_on_where_it_stopped_and_then_knows_what_is_gone() {
    let service = Service::new();
    let pages = || vec![page(1), page(4), page(7)];
    let feed = FeedServer::of_pages(vec![page(1), page(4), page(7), vec![entry(10, json!({}))]]).await;
    service.import(&feed.source).await;
    let progress = service.folder.path().join("progress.json");

    feed.answer(move |request| match page_number(request) {
        Some(3) => Reply::status(500),
        _ => paged(&pages(), request),
    });
    let stopped = service.import_with(&feed.source, Some(&progress), false).await;
    assert_eq!(stopped.stopped(), Some((3, FeedFault::HttpStatus(500))));
    assert_eq!(service.text(10, "status"), "active");

    feed.take_requests();
    feed.answer(move |request| paged(&pages(), request));
    let done = service.import_with(&feed.source, Some(&progress), false).await;
    assert_eq!((done.counts(), done.report.whole), ([0, 0, 3, 1, 0], true));
    let asked: Vec<_> = feed.take_requests().iter().filter_map(|request| page_number(request)).collect();
    assert_eq!(asked, [3, 4], "pages that were read are not read again");
    assert_eq!(service.text(10, "status"), "inactive");
    assert!(!progress.exists());
}

#[tokio::test]
async fn the_progress_of_another_feed_is_not_taken_for_this_ones() {
    let (service, feed) = (Service::new(), FeedServer::of_pages(vec![page(1), page(4)]).await);
    feed.answer(|request| {
        if page_number(request) == Some(2) {
            Reply::status(500)
        } else {
            Reply::json(&envelope(&[page(1), page(4)], 1))
        }
    });
    let progress = service.folder.path().join("progress.json");
    service.import_with(&feed.source, Some(&progress), false).await;
    let other = Source::url("http://127.0.0.1:9", None).unwrap();
    for (source, content) in [(&other, None), (&feed.source, Some("not ours"))] {
        if let Some(content) = content {
            std::fs::write(&progress, content).unwrap();
        }
        let job = crate::directory::DirectoryImport {
            store: &*service.store,
            organisation: &service.organisation,
            source,
            progress: Some(&progress),
            accept_shrinking: false,
            limits: Limits::default(),
            clock: &service.clock,
        };
        let refused = crate::directory::import(&job, &mut |_| ()).await;
        assert!(matches!(refused, Err(DirectoryError::Progress)), "{refused:?}");
    }
}
