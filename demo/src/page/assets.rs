//! The page's own files, built into the program so that it runs from anywhere.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::body::Named;
use super::desk::Desk;
use super::fault::Fault;

const PAGE: &str = include_str!("../../assets/index.html");
const STYLE: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

macro_rules! files {
    ($($name:literal: $kind:expr),+ $(,)?) => {
        &[$(($name, $kind, include_str!(concat!("../../assets/", $name)))),+]
    };
}

/// Every file by name.
const FILES: &[(&str, &str, &str)] = files! {
    "demo.css": STYLE,
    "phone.css": STYLE,
    "main.js": SCRIPT,
    "server.js": SCRIPT,
    "element.js": SCRIPT,
    "words.js": SCRIPT,
    "phone.js": SCRIPT,
    "sync_line.js": SCRIPT,
    "caseload.js": SCRIPT,
    "client.js": SCRIPT,
    "notes.js": SCRIPT,
    "goals.js": SCRIPT,
    "referrals.js": SCRIPT,
    "assessment.js": SCRIPT,
    "mine.js": SCRIPT,
};

/// Nothing from anywhere else, no inline scripts: what a link worker typed is shown, never run.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The page.
pub(super) async fn page(State(desk): State<Desk>) -> Response {
    desk.first.page();
    file("text/html; charset=utf-8", PAGE)
}

/// A style sheet or script.
pub(super) async fn asset(Named(name): Named<String>) -> Result<Response, Fault> {
    let found = FILES.iter().find(|(known, ..)| *known == name);
    found.map(|(_, kind, text)| file(kind, text)).ok_or(Fault::NoSuchThing)
}

fn file(kind: &'static str, text: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store"), (CONTENT_SECURITY_POLICY, POLICY)];
    (headers, text).into_response()
}
