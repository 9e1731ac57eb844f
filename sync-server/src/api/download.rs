//! `POST /download/v1`: a phone fetches the next part of a photo that its person may see.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::answering::answer;
use crate::app::App;
use crate::engine::download as give;
use crate::problem::Refusal;

/// Gives the next part of a photo.
#[utoipa::path(
    post,
    path = alongside_core::wire::DOWNLOAD_PATH,
    tag = "phones",
    request_body(content = super::shapes::DownloadRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "Some bytes of the photo", body = super::shapes::DownloadResponse),
        super::shapes::DownloadProblems,
    ),
    security(("token" = [])),
)]
pub(super) async fn download(
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    answer(app, headers, body, |app, token, request| give(&*app.store, token, request)).await
}
