//! An invented Open Referral UK server, on a real socket, that answers as a test tells it to.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::directory::Source;

/// What is answered.
#[derive(Clone)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) body: String,
}

impl Reply {
    pub(super) fn json(value: &Value) -> Self {
        Self { status: 200, kind: "application/json", body: value.to_string() }
    }

    pub(super) fn status(status: u16) -> Self {
        Self { status, kind: "application/json", body: "{}".into() }
    }
}

type Answer = Box<dyn Fn(&str) -> Reply + Send + Sync>;

struct Inner {
    answer: Mutex<Answer>,
    requests: Mutex<Vec<String>>,
}

/// The server. Requests are told by what follows its address, such as `/services?page=2&per_page=3`.
pub(super) struct FeedServer {
    inner: Arc<Inner>,
    pub(super) source: Source,
}

impl FeedServer {
    pub(super) async fn start(answer: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Self {
        let inner = Arc::new(Inner { answer: Mutex::new(Box::new(answer)), requests: Mutex::default() });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/api/services?search=", listener.local_addr().unwrap());
        let app = Router::new().fallback(reply).with_state(inner.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        // The address changes from start to start; the feed's name does not.
        Self { inner, source: Source::url(&url, Some("invented feed")).unwrap() }
    }

    /// A feed of these pages, each service whole, that tells its size rightly.
    pub(super) async fn of_pages(pages: Vec<Vec<Value>>) -> Self {
        Self::start(move |request| paged(&pages, request)).await
    }

    /// Answers otherwise from now on.
    pub(super) fn answer(&self, answer: impl Fn(&str) -> Reply + Send + Sync + 'static) {
        *self.inner.answer.lock().unwrap() = Box::new(answer);
    }

    /// What was asked for since the last time somebody looked.
    pub(super) fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut *self.inner.requests.lock().unwrap())
    }
}

async fn reply(State(inner): State<Arc<Inner>>, request: Request) -> Response {
    let asked = request.uri().to_string().trim_start_matches("/api").to_owned();
    let reply = inner.answer.lock().unwrap()(&asked);
    inner.requests.lock().unwrap().push(asked);
    (StatusCode::from_u16(reply.status).unwrap(), [(CONTENT_TYPE, reply.kind)], reply.body).into_response()
}

/// The number of the page that is asked for, if a page is.
pub(super) fn page_number(request: &str) -> Option<usize> {
    request.strip_prefix("/services?page=")?.split('&').next()?.parse().ok()
}

/// The page or the service that is asked for.
pub(super) fn paged(pages: &[Vec<Value>], request: &str) -> Reply {
    match page_number(request) {
        Some(number) => Reply::json(&envelope(pages, number)),
        None => {
            let service = pages
                .iter()
                .flatten()
                .find(|entry| entry["id"].as_str().is_some_and(|id| request == format!("/services/{id}")));
            service.map_or_else(|| Reply::status(404), Reply::json)
        }
    }
}

/// Page `number` as the standard has it.
pub(super) fn envelope(pages: &[Vec<Value>], number: usize) -> Value {
    let entries = pages.get(number.wrapping_sub(1)).cloned().unwrap_or_default();
    json!({
        "total_items": pages.iter().map(Vec::len).sum::<usize>(), "total_pages": pages.len(), "page_number": number,
        "size": entries.len(), "first_page": number == 1, "last_page": number >= pages.len(),
        "empty": entries.is_empty(), "contents": entries,
    })
}
