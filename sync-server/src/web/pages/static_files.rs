//! `GET /static/…`: the one stylesheet and the icon, parts of the program.

use axum::http::header;
use axum::response::IntoResponse;

const STYLESHEET: &str = include_str!("../../../static/alongside.css");
const ICON: &str = include_str!("../../../static/alongside.svg");

/// Kept by browsers for five minutes, so that an update reaches everybody soon.
const KEPT: &str = "public, max-age=300";

pub(in crate::web) async fn stylesheet() -> impl IntoResponse {
    kept("text/css; charset=utf-8", STYLESHEET)
}

pub(in crate::web) async fn icon() -> impl IntoResponse {
    kept("image/svg+xml", ICON)
}

fn kept(kind: &'static str, content: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, KEPT)], content)
}
