//! From a request in JSON to its answer: token and body are read, the rules are asked off the threads that serve connections,
//! and what they say is packed as the client reads it.

use alongside_core::wire::Code;
use axum::body::Body;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::accept::Accepts;
use super::body::{blocking, fetch};
use super::head::{bearer, require_json};
use super::unpack::{encoding, unpack};
use crate::app::App;
use crate::engine::Refused;
use crate::problem::Refusal;

/// Has `rules` answer a phone's request; they are given the SHA-256 of its token, which they alone may trust.
pub(super) async fn answer<Q: DeserializeOwned, A: Serialize>(
    app: App,
    headers: HeaderMap,
    body: Body,
    rules: impl FnOnce(&App, [u8; 32], &Q) -> Result<A, Refused> + Send + 'static,
) -> Result<Response, Refusal> {
    let token = bearer(&headers)?;
    require_json(&headers)?;
    let packed = encoding(&headers)?;
    let accepts = Accepts::of(&headers);
    let body = fetch(&app, body).await?;
    blocking(move || {
        let text = unpack(packed, &body)?;
        let request: Q = serde_json::from_slice(&text).map_err(|_| Refusal::new(Code::BadRequest))?;
        accepts.answer(&rules(&app, token.hash(), &request)?)
    })
    .await
}
