//! The supervisors' web pages: sign in, received assessments, one assessment in full, what needs a decision. Server-rendered, without scripts.
//!
//! A page asks the store's traits and fills a template; it must not know SQL, how phones sync, or how many assessments
//! anybody sent: no page counts or ranks people.

mod chart;
mod frame;
mod headers;
mod page_error;
mod pages;
mod peer;
mod refused;
mod return_to;
mod session;
mod sheet;
mod sign_in;
mod site;
mod visit;
mod words;

use axum::Router;
use axum::middleware::map_response;
use axum::routing::{get, post};

pub(crate) use site::Site;

/// The pages, ready to be put beside the other routes of the server.
pub(crate) fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(pages::start))
        .route("/sign-in", get(pages::show_sign_in).post(pages::sign_in))
        .route("/sign-out", post(pages::sign_out))
        .route("/assessments", get(pages::list_received))
        .route("/assessments/{id}", get(pages::show_assessment))
        .route("/decisions", get(pages::list_decisions))
        .route("/decisions/{origin}", get(pages::show_decision).post(pages::decide))
        .route("/decisions/left/{no}", get(pages::show_left).post(pages::decide_left))
        .route("/static/alongside.css", get(pages::stylesheet))
        .route("/static/alongside.svg", get(pages::icon))
        .layer(map_response(headers::guard))
        .with_state(pages::Desk::new(site))
}
