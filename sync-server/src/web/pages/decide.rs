//! `POST /decisions/{replica}-{n}`: has an operation taken in late, or leaves it aside with a note. Written to the audit log in
//! the same transaction.

use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use std::sync::Arc;

use alongside_core::instrument::Registry;
use alongside_core::model::Outcome;

use super::Desk;
use super::decision::{Opened, open, page};
use super::set_aside::read_origin;
use crate::engine::{Decision, accept_late, leave_aside};
use crate::web::page_error::PageError;
use crate::web::return_to::ReturnTo;
use crate::web::session::{Cookie, is_form_token, is_from_elsewhere};
use crate::web::visit::{Visit, visit};

/// The longest note, in characters.
const LONGEST_NOTE: usize = 2_000;

/// The form as it was sent.
#[derive(Clone, Deserialize)]
pub(in crate::web) struct Sent {
    #[serde(default)]
    form_token: String,
    #[serde(default)]
    pub(super) decision: String,
    #[serde(default)]
    pub(super) note: String,
}

impl Sent {
    /// What is wrong with the note, for whichever decision it goes with.
    pub(super) fn fault_of_note(&self) -> Option<&'static str> {
        if self.note.chars().count() > LONGEST_NOTE {
            return Some("Use at most 2,000 characters for the note.");
        }
        let owed = self.decision == "leave" && self.note.trim().is_empty();
        owed.then_some("Write a note that says why it is left aside, for whoever asks later.")
    }
}

/// Whether a form comes from one of our pages, opened in this session. Without a session it goes no further anyway.
pub(super) fn is_sent_from_here(desk: &Desk, headers: &HeaderMap, sent: &Sent) -> bool {
    let is_ours = |secret: &[u8]| !is_from_elsewhere(headers) && is_form_token(secret, &sent.form_token);
    let token = desk.site.cookies().find(headers, Cookie::Session);
    token.is_none_or(|token| is_ours(&token.form_secret()))
}

/// What came of it.
enum Decided {
    Done,
    /// It was not there to be decided.
    Gone,
    /// It stays as it was, for this reason.
    Refused(Box<Opened>, &'static str),
}

pub(in crate::web) async fn decide(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Path(origin): Path<String>,
    sent: Result<Form<Sent>, FormRejection>,
) -> Result<Response, PageError> {
    let (replica, n) = read_origin(&origin).ok_or(PageError::NotFound(None))?;
    let Form(sent) = sent.map_err(|_| PageError::ForeignForm)?;
    if !is_sent_from_here(&desk, &headers, &sent) {
        return Err(PageError::ForeignForm);
    }
    let note = sent.note.clone();
    let instruments = Arc::clone(&desk.site.instruments);
    let work = move |visit: &mut Visit<'_>| settle(visit, &instruments, (replica, n), &sent);
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

fn settle(
    visit: &mut Visit<'_>,
    instruments: &Registry,
    (replica, n): (u32, u64),
    sent: &Sent,
) -> Result<Decided, PageError> {
    let (org, by, now) = (visit.org(), visit.person(), visit.now());
    let Some(op) = visit.txn().find_set_aside(org, replica, n)? else { return Ok(Decided::Gone) };
    let decision = Decision { org, replica, n, by, note: sent.note.trim(), now };
    let fault = match sent.decision.as_str() {
        _ if let Some(fault) = sent.fault_of_note() => Some(fault),
        "leave" if op.outcome == Outcome::Late => {
            Some("It has been taken in already. Take note of it instead.")
        }
        "leave" if op.outcome == Outcome::Parked => {
            Some("It waits for a newer server and cannot be decided.")
        }
        "leave" => {
            leave_aside(visit.txn_mut(), &decision)?;
            None
        }
        "accept" => accept(visit, instruments, &decision)?,
        _ => Some("Choose what is to become of it."),
    };
    if let Some(fault) = fault {
        return Ok(open(visit, replica, n)?
            .map_or(Decided::Gone, |opened| Decided::Refused(Box::new(opened), fault)));
    }
    let act = if sent.decision == "leave" { "leave_aside" } else { "accept_late" };
    visit.note(act, op.entity.map(|id| id.0), Some(format!("{replica}-{n}")))?;
    Ok(Decided::Done)
}

/// Why it cannot be taken in, if it cannot.
fn accept(
    visit: &mut Visit<'_>,
    instruments: &Registry,
    decision: &Decision<'_>,
) -> Result<Option<&'static str>, PageError> {
    let answer = accept_late(visit.txn_mut(), instruments, decision)?;
    let taken = answer.is_some_and(|answer| {
        !matches!(answer.outcome, Outcome::Quarantined | Outcome::Parked | Outcome::SignStale)
    });
    let why = "It cannot be taken in: more than the handover stands against it. You can leave it aside with a note.";
    Ok((!taken).then_some(why))
}
