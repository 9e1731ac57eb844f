//! `POST /sign-out`: ends the session. By POST and with the session's form token, so that no link or picture signs
//! anybody out.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::Desk;
use crate::web::page_error::PageError;
use crate::web::session::{Cookie, Token, is_form_token, is_from_elsewhere};
use crate::web::sign_in::end;
use crate::web::site::Site;

/// The form as it was sent.
#[derive(Deserialize)]
pub(in crate::web) struct Sent {
    #[serde(default)]
    form_token: String,
}

pub(in crate::web) async fn sign_out(
    State(desk): State<Desk>,
    headers: HeaderMap,
    sent: Result<Form<Sent>, FormRejection>,
) -> Result<Response, PageError> {
    let Form(sent) = sent.map_err(|_| PageError::ForeignForm)?;
    if let Some(token) = desk.site.cookies().find(&headers, Cookie::Session) {
        if is_from_elsewhere(&headers) || !is_form_token(&token.form_secret(), &sent.form_token) {
            return Err(PageError::ForeignForm);
        }
        end_session(&desk.site, token).await?;
    }
    let cookie = [(header::SET_COOKIE, desk.site.cookies().clear(Cookie::Session))];
    Ok((AppendHeaders(cookie), Redirect::to("/sign-in")).into_response())
}

async fn end_session(site: &Site, token: Token) -> Result<(), PageError> {
    let site = site.clone();
    let work = move || site.store.write(|txn| end(txn, &token, site.clock.now()));
    tokio::task::spawn_blocking(work).await?
}
