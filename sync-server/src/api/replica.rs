//! `POST /replica/v1`: a phone whose database was restored or copied gets a new replica.

use alongside_core::wire::{Code, ReplicaRequest};
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::accept::Accepts;
use super::body::{blocking, fetch};
use super::head::{bearer, require_json};
use super::unpack::{encoding, unpack};
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
    let token = bearer(&headers)?;
    require_json(&headers)?;
    let packed = encoding(&headers)?;
    let accepts = Accepts::of(&headers);
    let body = fetch(&app, body).await?;
    blocking(move || {
        let text = unpack(packed, &body)?;
        let request: ReplicaRequest =
            serde_json::from_slice(&text).map_err(|_| Refusal::new(Code::BadRequest))?;
        accepts.answer(&rekey(&*app.store, token.hash(), &request, app.ports.clock.now())?)
    })
    .await
}
