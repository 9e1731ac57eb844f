//! `POST /salvage/v1`: a phone that may no longer sync leaves what it had not sent. Nothing can be read here.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::answering::answer;
use crate::app::App;
use crate::engine::salvage as keep;
use crate::problem::Refusal;

/// Keeps unsent work in quarantine, from a phone whose token was revoked or whose person has left, too.
#[utoipa::path(
    post,
    path = alongside_core::wire::SALVAGE_PATH,
    tag = "phones",
    request_body(content = super::shapes::SalvageRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "It is kept", body = super::shapes::SalvageResponse),
        super::shapes::SalvageProblems,
    ),
    security(("token" = [])),
)]
pub(super) async fn salvage(
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    answer(app, headers, body, |app, token, request| keep(&*app.store, token, request, app.ports.clock.now()))
        .await
}
