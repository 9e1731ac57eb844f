//! The page that says why another one could not be shown.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use crate::web::frame::{Link, Viewer};

/// Why not, in plain words, and where to go instead.
#[derive(Template)]
#[template(path = "refused.html")]
pub(super) struct RefusedPage {
    /// Who is signed in.
    pub(super) viewer: Option<Viewer>,
    /// What happened.
    pub(super) heading: &'static str,
    /// Why, and what to do.
    pub(super) paragraphs: Vec<String>,
    /// Where to go instead.
    pub(super) link: Option<Link>,
}

impl IntoResponse for RefusedPage {
    fn into_response(self) -> Response {
        match self.render() {
            Ok(html) => Html(html).into_response(),
            Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, "This page could not be made.").into_response(),
        }
    }
}
