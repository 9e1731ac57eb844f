//! `GET /sign-in` shows the form; `POST /sign-in` checks it and begins a session.
//!
//! The answer and its time are the same for an unknown name, a wrong password, somebody who left and somebody who is no
//! supervisor. A form without its token, or from another site, is refused with 403; too many failures with 429.

use askama::Template;
use axum::Form;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::Desk;
use super::sign_in_page::{Fault, NOT_RIGHT, SignInPage, faults};
use crate::store::{Person, SignIn};
use crate::web::page_error::PageError;
use crate::web::peer::Peer;
use crate::web::return_to::ReturnTo;
use crate::web::session::{Cookie, Token, form_token, is_form_token, is_from_elsewhere};
use crate::web::sign_in::{Attempt, TooMany, begin, note_try};
use crate::web::site::Site;
use crate::web::visit::may_enter;

const ENDED: &str = "You are no longer signed in. That happens after half an hour in which nothing was opened here, and \
                     twelve hours after signing in. Sign in again to go on where you were.";

/// What leads to the form.
#[derive(Default, Deserialize)]
pub(in crate::web) struct Arrival {
    next: Option<String>,
    ended: Option<String>,
}

/// The form as it was sent.
#[derive(Deserialize)]
pub(in crate::web) struct Sent {
    #[serde(default)]
    form_token: String,
    next: Option<String>,
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
}

pub(in crate::web) async fn show_sign_in(
    State(desk): State<Desk>,
    arrival: Result<Query<Arrival>, QueryRejection>,
) -> Result<Response, PageError> {
    let Query(arrival) = arrival.unwrap_or_default();
    let token = Token::new(&*desk.site.entropy)?;
    let page = SignInPage {
        viewer: None,
        form_token: form_token(&token.form_secret()),
        next: arrival.next.as_deref().and_then(ReturnTo::parse).map(ReturnTo::path),
        login: String::new(),
        notice: arrival.ended.is_some().then_some(ENDED),
        faults: Vec::new(),
    };
    let cookie = [(header::SET_COOKIE, desk.site.cookies().set(Cookie::SignIn, &token))];
    Ok((AppendHeaders(cookie), Html(page.render()?)).into_response())
}

pub(in crate::web) async fn sign_in(
    State(desk): State<Desk>,
    Peer(address): Peer,
    headers: HeaderMap,
    sent: Result<Form<Sent>, FormRejection>,
) -> Result<Response, PageError> {
    let Form(sent) = sent.map_err(|_| PageError::ForeignForm)?;
    check_form(&desk.site, &headers, &sent)?;
    let login = sent.login.trim();
    let faults = faults(login, &sent.password);
    if !faults.is_empty() {
        return again(&sent, faults);
    }
    let attempt = Attempt::new(desk.site.secret, login, &address);
    let known = count(&desk.site, attempt.clone(), login.to_owned()).await?;
    let hash = known.as_ref().map(|known| known.password_hash.clone());
    let is_right = desk.passwords.is_right(sent.password.clone(), hash).await;
    match known.filter(|_| is_right) {
        None => again(&sent, vec![NOT_RIGHT]),
        Some(SignIn { person, .. }) => {
            let old = desk.site.cookies().find(&headers, Cookie::Session);
            Ok(go_on(&desk.site, &enter(&desk.site, attempt, person, old).await?, &sent))
        }
    }
}

fn check_form(site: &Site, headers: &HeaderMap, sent: &Sent) -> Result<(), PageError> {
    let token = site.cookies().find(headers, Cookie::SignIn).ok_or(PageError::ForeignForm)?;
    let is_ours = !is_from_elsewhere(headers) && is_form_token(&token.form_secret(), &sent.form_token);
    if is_ours { Ok(()) } else { Err(PageError::ForeignForm) }
}

/// Counts the attempt and finds who may enter by this name.
async fn count(site: &Site, attempt: Attempt, login: String) -> Result<Option<SignIn>, PageError> {
    let site = site.clone();
    let work = move || {
        site.store.write(|txn| {
            let now = site.clock.now();
            if let Err(TooMany { wait_s }) = attempt.count(txn, now)? {
                return Err(PageError::TooMany { wait_s });
            }
            let known = txn.find_sign_in(&login)?;
            if let Some(known) = &known {
                note_try(txn, &known.person, now)?;
            }
            Ok(known.filter(|known| may_enter(&known.person)))
        })
    };
    tokio::task::spawn_blocking(work).await?
}

/// Begins a session. One the browser held before ends with it.
async fn enter(
    site: &Site,
    attempt: Attempt,
    person: Person,
    old: Option<Token>,
) -> Result<Token, PageError> {
    let site = site.clone();
    let work = move || {
        site.store.write(|txn| {
            if let Some(old) = old {
                txn.end_web_session(old.hash())?;
            }
            begin(txn, &person, &attempt, &*site.entropy, site.clock.now())
        })
    };
    tokio::task::spawn_blocking(work).await?
}

fn go_on(site: &Site, token: &Token, sent: &Sent) -> Response {
    let next = sent.next.as_deref().and_then(ReturnTo::parse).unwrap_or(ReturnTo::Received);
    let jar = site.cookies();
    let cookies = [
        (header::SET_COOKIE, jar.set(Cookie::Session, token)),
        (header::SET_COOKIE, jar.clear(Cookie::SignIn)),
    ];
    (AppendHeaders(cookies), Redirect::to(&next.path())).into_response()
}

/// The form once more, with what is wrong. Its token stays good: it belongs to the browser's cookie.
fn again(sent: &Sent, faults: Vec<Fault>) -> Result<Response, PageError> {
    let page = SignInPage {
        viewer: None,
        form_token: sent.form_token.clone(),
        next: sent.next.as_deref().and_then(ReturnTo::parse).map(ReturnTo::path),
        login: sent.login.clone(),
        notice: None,
        faults,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}
