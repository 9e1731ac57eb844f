//! `POST /upload/v1`: a phone leaves the next part of a photo it took. It may be one that may no longer sync; nothing can be read here.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::answering::answer;
use crate::app::App;
use crate::engine::upload as keep;
use crate::problem::Refusal;

/// Keeps the next part of a photo.
#[utoipa::path(
    post,
    path = alongside_core::wire::UPLOAD_PATH,
    tag = "phones",
    request_body(content = super::shapes::UploadRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "How much of the photo is there", body = super::shapes::UploadResponse),
        super::shapes::UploadProblems,
    ),
    security(("token" = [])),
)]
pub(super) async fn upload(
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    answer(app, headers, body, |app, token, request| keep(&*app.store, token, request)).await
}
