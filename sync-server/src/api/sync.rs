//! `POST /sync/v1`: a phone's operations in, what became of them and what is new out, in one round trip.

use alongside_core::wire::SyncRequest;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::answering::answer;
use crate::app::App;
use crate::engine::exchange;
use crate::problem::Refusal;
use crate::request::unnumbered;

/// Exchanges operations and pages. What the answer acknowledges is durable.
#[utoipa::path(
    post,
    path = alongside_core::wire::SYNC_PATH,
    tag = "phones",
    request_body(content = super::shapes::SyncRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "What became of each operation, and a page of what is new", body = super::shapes::SyncResponse),
        super::shapes::SyncProblems,
    ),
    security(("token" = [])),
)]
pub(super) async fn sync(
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    answer(app, headers, body, |app, token, request: &SyncRequest| {
        let response = exchange(&*app.store, &app.engine, token, request, app.ports.clock.now())?;
        if !request.ops.is_empty() {
            app.bell.ring();
        }
        Ok(response)
    })
    .await
    .map(unnumbered)
}
