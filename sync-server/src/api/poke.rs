//! `POST /poke/v1`: a phone waits until there is news for it. The answer is one bit and always equally long.

use std::time::Duration;

use alongside_core::wire::{Code, PROTOCOL, PokeRequest, PokeResponse, limits};
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use tokio::time::timeout;

use super::accept::Accepts;
use super::body::{blocking, fetch};
use super::head::{bearer, require_json};
use super::unpack::{encoding, unpack};
use crate::app::App;
use crate::bell::Ear;
use crate::engine::has_news;
use crate::enrolment::Token;
use crate::problem::Refusal;
use crate::request::unnumbered;

/// Another process, such as an administrator's command, may have written without ringing this one's bell.
const LOOK_AGAIN: Duration = Duration::from_millis(1_500);

/// Waits for news, at most as long as the phone asked for. When too many wait already, the phone is asked to come back.
#[utoipa::path(
    post,
    path = alongside_core::wire::POKE_PATH,
    tag = "phones",
    request_body(content = super::shapes::PokeRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "Whether there is something to fetch", body = super::shapes::PokeResponse),
        super::shapes::SyncProblems,
    ),
    security(("token" = [])),
)]
pub(super) async fn poke(
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let token = bearer(&headers)?;
    require_json(&headers)?;
    let packed = encoding(&headers)?;
    let text = unpack(packed, &fetch(&app, body).await?)?;
    let request: PokeRequest = serde_json::from_slice(&text).map_err(|_| Refusal::new(Code::BadRequest))?;
    // It listens before it looks, so that what is written in between is heard.
    let ear = app.bell.listen();
    let mut news = look(&app, &token, &request).await?;
    if !news {
        let place = app.waits.clone().try_acquire_owned();
        let _place = place.map_err(|_| Refusal::new(Code::Unavailable))?;
        news = wait(&app, &token, &request, ear).await?;
    }
    Accepts::default().answer(&PokeResponse { v: PROTOCOL, news: news.into() }).map(unnumbered)
}

async fn wait(app: &App, token: &Token, request: &PokeRequest, ear: Ear) -> Result<bool, Refusal> {
    let most = Duration::from_secs(request.wait.min(limits::MAX_POKE_SECONDS));
    // When the time is over, there was no news.
    timeout(most, watch(app, token, request, ear)).await.unwrap_or(Ok(false))
}

/// Looks again whenever the bell rings, and now and then; ends with the server.
async fn watch(app: &App, token: &Token, request: &PokeRequest, mut ear: Ear) -> Result<bool, Refusal> {
    while !ear.is_closed() {
        let _ = timeout(LOOK_AGAIN, ear.rings()).await;
        if look(app, token, request).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn look(app: &App, token: &Token, request: &PokeRequest) -> Result<bool, Refusal> {
    let (app, token, request) = (app.clone(), token.clone(), request.clone());
    blocking(move || Ok(has_news(&*app.store, &app.engine, token.hash(), &request)?)).await
}
