//! A stream that is sent whole while it is shown: what is shown changes at once, when all of it is here.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, HttpTransport, Transport, TransportError};
use alongside_tests::service::Phone;

use crate::support::{goal, service, wordings, worker};

/// Lets a request through until the number given is used up, and asks for one row a page.
struct Drip {
    http: HttpTransport,
    left: Mutex<u32>,
}

impl Transport for Drip {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        let mut left = self.left.lock().expect("nobody panicked");
        let Some(fewer) = left.checked_sub(1) else {
            return Box::pin(async { Err(TransportError::Unreachable) });
        };
        *left = fewer;
        let body = match request.encoding {
            Some(_) => zstd::decode_all(request.body.as_slice()).expect("it unpacks"),
            None => request.body.clone(),
        };
        let mut asked: serde_json::Value = serde_json::from_slice(&body).expect("it is JSON");
        asked["want"] = serde_json::json!({"rows": 1, "bytes": 1_000_000});
        let request =
            HttpRequest { body: serde_json::to_vec(&asked).expect("it is JSON"), encoding: None, ..request };
        Box::pin(async move { self.http.send(request).await })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_rows_are_shown_until_the_new_listing_is_complete() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    for words in ["cook", "sing", "walk"] {
        goal(&phone, case, words);
    }
    phone.sync().await;
    let second = service.phone(wren).await;
    second.sync().await;
    for goal in second.core.goals(case).unwrap() {
        let new = format!("{} again", goal.goal.wording);
        crate::support::reword(&second, goal.id, &new);
    }
    second.sync().await;

    // The phone has lost its cursor: everything is sent whole, a row a page, and the line breaks after every page.
    let phone: Phone = phone.tampered("UPDATE device SET cursor = NULL");
    let (folder, setup) = phone.close();
    let drip = Arc::new(Drip { http: HttpTransport::new().unwrap(), left: Mutex::new(0) });
    let setup = alongside_core::companion::Setup { transport: drip.clone(), ..setup };
    let core = alongside_core::companion::Companion::open(setup).unwrap();
    let shown = || {
        let mut shown: Vec<_> = core.goals(case).unwrap().into_iter().map(|goal| goal.goal.wording).collect();
        shown.sort();
        shown
    };
    let (old, new) = (["cook", "sing", "walk"], ["cook again", "sing again", "walk again"]);
    let mut pages = 0;
    while shown() != new {
        assert_eq!(shown(), old, "after {pages} pages");
        *drip.left.lock().unwrap() = 1;
        let _ = core.synchronise(Duration::from_secs(30)).await;
        pages += 1;
        assert!(pages < 40, "the listing comes to an end");
    }
    assert!(pages >= 4, "it came over several pages: {pages}");
    drop(folder);
    assert_eq!(wordings(&second, case), new);
}
