//! `GET /decisions`: what was set aside, came late or waits, and what phones left in quarantine, in the supervisor's
//! organisation, oldest first. What was written is not shown here: its own page shows it, and writes down who read it.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Html;

use super::Desk;
use super::left::{LeftLine, line};
use super::set_aside::{Item, item};
use crate::engine::settle_needless;
use crate::web::frame::Viewer;
use crate::web::page_error::PageError;
use crate::web::return_to::ReturnTo;
use crate::web::visit::{Visit, visit};

/// As many as are shown at once; those after them come when these are decided.
const MOST: u32 = 50;

/// The list.
#[derive(Template)]
#[template(path = "decisions.html")]
struct DecisionsPage {
    viewer: Option<Viewer>,
    items: Vec<Item>,
    left: Vec<LeftLine>,
}

pub(in crate::web) async fn list_decisions(
    State(desk): State<Desk>,
    headers: HeaderMap,
) -> Result<Html<String>, PageError> {
    let (viewer, (items, left)) = visit(&desk.site, &headers, ReturnTo::Decisions, read).await?;
    Ok(Html(DecisionsPage { viewer: Some(viewer), items, left }.render()?))
}

fn read(visit: &mut Visit<'_>) -> Result<(Vec<Item>, Vec<LeftLine>), PageError> {
    let open = visit.txn().list_set_aside(visit.org(), MOST)?;
    let items = open.iter().map(|op| item(visit, op)).collect::<Result<_, _>>()?;
    let (org, now) = (visit.org(), visit.now());
    settle_needless(visit.txn_mut(), org, MOST, now)?;
    let left = visit.txn().list_salvage(org, MOST)?.into_iter().map(line).collect();
    visit.note("list_decisions", None, None)?;
    Ok((items, left))
}
