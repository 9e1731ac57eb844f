//! `GET /assessments`: received assessments of the supervisor's organisation, newest first, a page at a time.
//! `?before=ID` goes on after one of them. No names of link workers and no numbers of anything stand here.

use alongside_core::instrument::Registry;
use alongside_core::model::{EntityId, State as Standing};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Html;
use serde::Deserialize;

use super::Desk;
use crate::store::{Place, Received};
use crate::web::frame::{Viewer, When};
use crate::web::page_error::PageError;
use crate::web::return_to::ReturnTo;
use crate::web::visit::{Visit, visit};

/// As many as a person reads before they search for something else.
const PAGE: usize = 20;

/// What is in place of the name of a client whose record is not here.
pub(super) const UNNAMED: &str = "Client without a name on this server";

/// Which page.
#[derive(Deserialize)]
pub(in crate::web) struct Part {
    before: Option<String>,
}

/// The list.
#[derive(Template)]
#[template(path = "received.html")]
struct ReceivedPage {
    viewer: Option<Viewer>,
    entries: Vec<Entry>,
    is_older: bool,
    older: Option<String>,
}

/// One line of the list.
struct Entry {
    href: String,
    client: String,
    instrument: String,
    submitted: When,
    received: When,
    is_undecided: bool,
    is_void: bool,
}

pub(in crate::web) async fn list_received(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Query(part): Query<Part>,
) -> Result<Html<String>, PageError> {
    let before = part.before.map(|id| id.parse()).transpose().map_err(|_| PageError::NotFound(None))?;
    let read = move |visit: &mut Visit<'_>| read(visit, before);
    let (viewer, held) = visit(&desk.site, &headers, ReturnTo::Received, read).await?;
    let Some(mut held) = held else { return Err(PageError::NotFound(Some(Box::new(viewer)))) };
    let has_older = held.len() > PAGE;
    held.truncate(PAGE);
    let page = ReceivedPage {
        viewer: Some(viewer),
        is_older: before.is_some(),
        older: held.last().filter(|_| has_older).map(|last| format!("/assessments?before={}", last.id)),
        entries: held.iter().map(|one| entry(one, &desk.site.instruments)).collect(),
    };
    Ok(Html(page.render()?))
}

/// One more than a page holds, so that it is known whether there are older ones; nothing when `before` is not theirs.
fn read(visit: &mut Visit<'_>, before: Option<EntityId>) -> Result<Option<Vec<Received>>, PageError> {
    let Some(after) = place(visit, before)? else { return Ok(None) };
    let limit = u32::try_from(PAGE + 1).unwrap_or(u32::MAX);
    let held = visit.txn().list_received(visit.org(), after, limit)?;
    let shown = &held[..held.len().min(PAGE)];
    visit.note("list_assessments", None, in_detail(shown))?;
    Ok(Some(held))
}

#[expect(
    clippy::option_option,
    reason = "the outer says whether `before` was found, the inner where to go on"
)]
fn place(visit: &Visit<'_>, before: Option<EntityId>) -> Result<Option<Option<Place>>, PageError> {
    let Some(id) = before else { return Ok(Some(None)) };
    let found = visit.txn().find_received(visit.org(), id)?;
    Ok(found.map(|found| Some(found.place)))
}

/// Which were shown: the list is in one order for ever, so its ends name all between.
fn in_detail(shown: &[Received]) -> Option<String> {
    let (first, last) = (shown.first()?, shown.last()?);
    Some(format!("from {} to {}", first.id, last.id))
}

fn entry(one: &Received, instruments: &Registry) -> Entry {
    Entry {
        href: ReturnTo::Assessment(one.id).path(),
        client: one.client.clone().unwrap_or_else(|| UNNAMED.to_owned()),
        instrument: title(one, instruments),
        submitted: one.submitted_at.into(),
        received: one.received_at.into(),
        is_undecided: one.state == Standing::NeedsConfirmation,
        is_void: one.state == Standing::Voided,
    }
}

/// The instrument's title, or its id where there is no definition.
pub(super) fn title(one: &Received, instruments: &Registry) -> String {
    let known = instruments.find(one.instrument(), one.version());
    known.map_or_else(
        || format!("{} (version {})", one.instrument(), one.version()),
        |known| known.title.clone(),
    )
}
