//! `GET /decisions/{replica}-{n}`: one operation with what was written in it, and the form in which it is decided.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Html;
use serde_json::Value;

use super::Desk;
use super::set_aside::{Item, item, read_origin};
use crate::store::SetAside;
use crate::web::frame::Viewer;
use crate::web::page_error::PageError;
use crate::web::return_to::ReturnTo;
use crate::web::visit::{Visit, visit};

/// One operation.
#[derive(Template)]
#[template(path = "decision.html")]
pub(super) struct DecisionPage {
    pub(super) viewer: Option<Viewer>,
    pub(super) form_token: String,
    pub(super) opened: Opened,
    /// What stood in the way of what was sent.
    pub(super) fault: Option<&'static str>,
    pub(super) note: String,
}

/// What is shown of it.
pub(super) struct Opened {
    pub(super) item: Item,
    /// What was written, field by field; the text itself when it could not be read.
    pub(super) written: Vec<(String, String)>,
}

pub(in crate::web) async fn show_decision(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Path(origin): Path<String>,
) -> Result<Html<String>, PageError> {
    let (replica, n) = read_origin(&origin).ok_or(PageError::NotFound(None))?;
    let read = move |visit: &mut Visit<'_>| open(visit, replica, n);
    let (viewer, opened) = visit(&desk.site, &headers, ReturnTo::Decisions, read).await?;
    match opened {
        None => Err(PageError::NotFound(Some(Box::new(viewer)))),
        Some(opened) => Ok(Html(page(viewer, opened, None, String::new()).render()?)),
    }
}

pub(super) fn page(
    viewer: Viewer,
    opened: Opened,
    fault: Option<&'static str>,
    note: String,
) -> DecisionPage {
    DecisionPage { form_token: viewer.form_token.clone(), viewer: Some(viewer), opened, fault, note }
}

/// Reads one that is not settled yet, and writes down that it was read.
pub(super) fn open(visit: &mut Visit<'_>, replica: u32, n: u64) -> Result<Option<Opened>, PageError> {
    let Some(op) = visit.txn().find_set_aside(visit.org(), replica, n)? else { return Ok(None) };
    let opened = Opened { item: item(visit, &op)?, written: written(&op) };
    visit.note("read_set_aside", op.entity.map(|id| id.0), Some(format!("{replica}-{n}")))?;
    Ok(Some(opened))
}

fn written(op: &SetAside) -> Vec<(String, String)> {
    let said: Value = serde_json::from_str(&op.op).unwrap_or_default();
    match said.get("f").and_then(Value::as_object) {
        Some(fields) => fields.iter().map(|(name, value)| (name.replace('_', " "), shown(value))).collect(),
        None if said.is_object() => Vec::new(),
        None => vec![("what was sent".to_owned(), op.op.chars().take(2_000).collect())],
    }
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
