//! `POST /replica/v1`: a phone whose database was restored or copied gets a new replica.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::answering::answer;
use crate::app::App;
use crate::engine::rekey;
use crate::problem::Refusal;

/// Gives a phone a new replica, and says which operations of its earlier chain the server has.
#[utoipa::path(
    post,
    path = alongside_core::wire::REPLICA_PATH,
    tag = "phones",
    request_body(content = super::shapes::ReplicaRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "The new replica", body = super::shapes::ReplicaResponse),
        super::shapes::SyncProblems,
    ),
    security(("token" = [])),
)]
pub(super) async fn replica(
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    answer(app, headers, body, |app, token, request| {
        rekey(&*app.store, token, request, app.ports.clock.now())
    })
    .await
}
