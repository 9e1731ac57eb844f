//! Every path of the server: phones', supervisors', and nothing else.

use alongside_core::wire::Code;
use axum::Router;
use axum::middleware::from_fn_with_state;

use crate::app::App;
use crate::problem::Refusal;
use crate::web::{self, Site};
use crate::{api, peer, request};

/// The server as one service.
pub(crate) fn router(app: App) -> Router {
    let site = Site {
        store: app.store.clone(),
        clock: app.ports.clock.clone(),
        entropy: app.ports.entropy.clone(),
        instruments: app.engine.instruments.clone(),
        secret: app.secret.bytes(),
        secure: app.tls,
    };
    api::router(app.clone())
        .merge(web::router(site))
        .method_not_allowed_fallback(|| async { Refusal::new(Code::MethodNotAllowed) })
        .fallback(|| async { Refusal::new(Code::NotFound) })
        .layer(from_fn_with_state(app.clone(), peer::learn))
        .layer(from_fn_with_state(app, request::answer))
}
