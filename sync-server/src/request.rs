//! What every request gets: an id in the log and, but for a phone that synced, on the answer; and one line in the log. No
//! address, path or header is logged as it was sent; only the route it matched.

use axum::extract::{MatchedPath, Request, State};
use axum::http::HeaderValue;
use axum::http::header::HeaderName;
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;
use crate::problem::Refusal;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// On an answer that is told no id.
#[derive(Clone, Copy, Debug)]
struct Unnumbered;

/// Lets an answer go without an id: a phone that got what it asks for dozens of times a day has nothing to look up.
pub(crate) fn unnumbered(mut answer: Response) -> Response {
    answer.extensions_mut().insert(Unnumbered);
    answer
}

/// Answers a request under an id of its own.
pub(crate) async fn answer(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = request_id(&app);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let begun = app.ports.clock.read().elapsed_ms;
    let mut response = next.run(request).await;
    let numbered = response.extensions_mut().remove::<Unnumbered>().is_none();
    if let (true, Ok(value)) = (numbered, HeaderValue::from_str(&id)) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    let refusal = response.extensions_mut().remove::<Refusal>();
    if let Some(refusal) = &refusal {
        *response.body_mut() = refusal.body(&id);
    }
    let ms = app.ports.clock.read().elapsed_ms.saturating_sub(begun);
    let status = response.status().as_u16();
    let route = route.as_deref().unwrap_or("unknown");
    let code = refusal.as_ref().map(|refusal| tracing::field::debug(refusal.code()));
    let cause = refusal.as_ref().map(Refusal::causes).filter(|causes| !causes.is_empty());
    if status >= 500 {
        tracing::error!(id, %method, route, status, code, cause, ms, "request");
    } else {
        tracing::info!(id, %method, route, status, code, cause, ms, "request");
    }
    response
}

/// Sixteen hexadecimal digits out of an id's random half: short on the wire, and no clock in it.
fn request_id(app: &App) -> String {
    let (_, low) = app.ports.ids.uuid().as_u64_pair();
    format!("{low:016x}")
}
