//! `POST /decisions/left/{no}`: has what a phone left taken in, or leaves it aside with a note. Written to the audit log in
//! the same transaction.

use std::sync::Arc;

use alongside_core::instrument::Registry;
use alongside_core::model::Why;
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::Desk;
use super::decide::{Sent, is_sent_from_here};
use super::left::{OpenedLeft, open_left, page, read_no};
use crate::engine::take_in;
use crate::web::page_error::PageError;
use crate::web::return_to::ReturnTo;
use crate::web::visit::{Visit, visit};

/// What came of it.
enum Decided {
    Done,
    /// It was not there to be decided.
    Gone,
    /// It stays as it was, for this reason.
    Refused(Box<OpenedLeft>, &'static str),
}

pub(in crate::web) async fn decide_left(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Path(no): Path<String>,
    sent: Result<Form<Sent>, FormRejection>,
) -> Result<Response, PageError> {
    let no = read_no(&no)?;
    let Form(sent) = sent.map_err(|_| PageError::ForeignForm)?;
    if !is_sent_from_here(&desk, &headers, &sent) {
        return Err(PageError::ForeignForm);
    }
    let note = sent.note.clone();
    let instruments = Arc::clone(&desk.site.instruments);
    let work = move |visit: &mut Visit<'_>| settle(visit, &instruments, no, &sent);
    let (viewer, decided) = visit(&desk.site, &headers, ReturnTo::Decisions, work).await?;
    match decided {
        Decided::Done => Ok(Redirect::to("/decisions").into_response()),
        Decided::Gone => Err(PageError::NotFound(Some(Box::new(viewer)))),
        Decided::Refused(opened, fault) => {
            let page = page(viewer, *opened, Some(fault), note).render()?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page)).into_response())
        }
    }
}

fn settle(visit: &mut Visit<'_>, instruments: &Registry, no: i64, sent: &Sent) -> Result<Decided, PageError> {
    let (org, by, now, note) = (visit.org(), visit.person(), visit.now(), sent.note.trim());
    if visit.txn().find_salvage(org, no)?.is_none() {
        return Ok(Decided::Gone);
    }
    let (fault, refused) = match sent.decision.as_str() {
        _ if let Some(fault) = sent.fault_of_note() => (Some(fault), Vec::new()),
        "leave" => (None, Vec::new()),
        "accept" => accept(visit, instruments, no)?,
        _ => (Some("Choose what is to become of it."), Vec::new()),
    };
    if let Some(fault) = fault {
        let opened = open_left(visit, no, &refused)?;
        return Ok(opened.map_or(Decided::Gone, |opened| Decided::Refused(Box::new(opened), fault)));
    }
    visit.txn_mut().settle_salvage(org, no, now, Some(by), note)?;
    Ok(Decided::Done)
}

/// What stands against the whole of it being settled, and why each of it could not be taken.
fn accept(
    visit: &mut Visit<'_>,
    instruments: &Registry,
    no: i64,
) -> Result<(Option<&'static str>, Vec<Option<Why>>), PageError> {
    let (org, now) = (visit.org(), visit.now());
    let fates = take_in(visit.txn_mut(), instruments, (org, no), now)?.unwrap_or_default();
    visit.note("take_in", None, Some(no.to_string()))?;
    let fault = "Some of it cannot be taken in; each says why. The rest has been taken in. You can leave these aside with a note.";
    Ok((fates.iter().any(Option::is_some).then_some(fault), fates))
}
