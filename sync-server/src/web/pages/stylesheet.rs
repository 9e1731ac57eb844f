//! `GET /static/alongside.css`: the one stylesheet, part of the program.

use axum::http::header;
use axum::response::IntoResponse;

const STYLESHEET: &str = include_str!("../../../static/alongside.css");

/// Kept by browsers for five minutes, so that an update reaches everybody soon.
const KEPT: &str = "public, max-age=300";

pub(in crate::web) async fn stylesheet() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, KEPT)], STYLESHEET)
}
