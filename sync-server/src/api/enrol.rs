//! `POST /enrol/v1`: a one-time code in, a token out.

use std::net::SocketAddr;

use alongside_core::wire::{Code, EnrolRequest};
use axum::body::Body;
use axum::extract::{ConnectInfo, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::accept::Accepts;
use super::body::{blocking, fetch};
use super::head::require_json;
use super::unpack::{encoding, unpack};
use crate::app::App;
use crate::enrolment;
use crate::problem::Refusal;

/// Enrols a phone. The token is shown here once; the server keeps its hash.
#[utoipa::path(
    post,
    path = alongside_core::wire::ENROL_PATH,
    tag = "phones",
    request_body(content = super::shapes::EnrolRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "The phone is enrolled", body = super::shapes::EnrolResponse),
        super::shapes::EnrolProblems,
    ),
)]
pub(super) async fn enrol(
    State(app): State<App>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    require_json(&headers)?;
    let packed = encoding(&headers)?;
    let body = fetch(&app, body).await?;
    let subject = app.secret.hash("enrol address", address.ip().to_string().as_bytes());
    blocking(move || {
        let text = unpack(packed, &body)?;
        let request: EnrolRequest =
            serde_json::from_slice(&text).map_err(|_| Refusal::new(Code::BadRequest))?;
        let enrolled = enrolment::enrol(&*app.store, &app.ports, &request, &subject, app.enrol_failures)?;
        // A token is not packed: what is secret must not be compressed beside what is not.
        Accepts::default().answer(&enrolled)
    })
    .await
}
