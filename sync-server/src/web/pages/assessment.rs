//! `GET /assessments/{id}`: one assessment in full, with what it was before.
//! Whose id it is not, it does not exist for: another organisation's assessment is answered like none at all.

use alongside_core::model::EntityId;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Html;

use super::Desk;
use super::assessment_page::{AssessmentPage, Opened};
use crate::web::page_error::PageError;
use crate::web::return_to::ReturnTo;
use crate::web::visit::{Visit, visit};

pub(in crate::web) async fn show_assessment(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Html<String>, PageError> {
    let id: EntityId = id.parse().map_err(|_| PageError::NotFound(None))?;
    let read = move |visit: &mut Visit<'_>| read(visit, id);
    let (viewer, opened) = visit(&desk.site, &headers, ReturnTo::Assessment(id), read).await?;
    match opened {
        None => Err(PageError::NotFound(Some(Box::new(viewer)))),
        Some(opened) => Ok(Html(AssessmentPage::new(viewer, &opened, &desk.site.instruments).render()?)),
    }
}

fn read(visit: &mut Visit<'_>, id: EntityId) -> Result<Option<Opened>, PageError> {
    let Some(this) = visit.txn().find_received(visit.org(), id)? else { return Ok(None) };
    let held = visit.txn().list_received_of(visit.org(), this.case, this.instrument())?;
    visit.note("read_assessment", Some(id.0), None)?;
    for beside in held.iter().filter(|one| one.id != id) {
        visit.note("read_assessment", Some(beside.id.0), Some(format!("beside {id}")))?;
    }
    Ok(Some(Opened { this, held }))
}
