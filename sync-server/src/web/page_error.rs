//! Why a page could not be shown, in words for the person in front of it. Causes go to the log, never onto the page.

use alongside_core::ports::EntropyError;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::frame::{Link, Viewer};
use super::refused::RefusedPage;
use super::return_to::ReturnTo;
use crate::store::StoreError;

/// Why a page could not be shown.
#[derive(Debug, thiserror::Error)]
pub(super) enum PageError {
    /// Nobody is signed in, or no longer.
    #[error("nobody is signed in")]
    SignedOut {
        /// Whether the browser still had a session's cookie.
        had_session: bool,
        /// Where to go on after signing in.
        next: Option<ReturnTo>,
    },
    /// A form that our own page did not make for this browser, or too long ago.
    #[error("the form is not ours")]
    ForeignForm,
    /// Too many failed sign-ins.
    #[error("too many failed attempts")]
    TooMany {
        /// Seconds until the next attempt may be made.
        wait_s: i64,
    },
    /// There is no such page, or not for this person: which of the two is nobody's business.
    #[error("there is no such page")]
    NotFound(Option<Box<Viewer>>),
    /// The store could not answer.
    #[error("the store could not answer")]
    Store(#[from] StoreError),
    /// No session can be made.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// A page's template could not be filled.
    #[error("a page could not be made")]
    Template(#[from] askama::Error),
    /// The work on a page was cut off.
    #[error("the work on a page was cut off")]
    CutOff(#[from] tokio::task::JoinError),
}

impl PageError {
    fn status(&self) -> StatusCode {
        match self {
            Self::SignedOut { .. } => StatusCode::SEE_OTHER,
            Self::ForeignForm => StatusCode::FORBIDDEN,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::Store(StoreError::Busy(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Entropy(_) | Self::Template(_) | Self::CutOff(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    fn page(self) -> RefusedPage {
        let (viewer, heading, paragraphs, link) = match self {
            Self::ForeignForm => {
                (None, "This form can no longer be used", foreign_form(), Some(Link::sign_in()))
            }
            Self::TooMany { wait_s } => {
                (None, "Please wait before trying again", wait(wait_s), Some(Link::sign_in()))
            }
            Self::NotFound(viewer) => (viewer, "Page not found", not_found(), Some(Link::received())),
            _ => (None, "This did not work", went_wrong(), Some(Link::received())),
        };
        RefusedPage { viewer: viewer.map(|viewer| *viewer), heading, paragraphs, link }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = %self, cause = ?std::error::Error::source(&self), "a page could not be shown");
        }
        let wait = if let Self::TooMany { wait_s } = &self { Some(*wait_s) } else { None };
        if let Self::SignedOut { had_session, next } = self {
            return Redirect::to(&ReturnTo::sign_in_url(next, had_session)).into_response();
        }
        let mut response = (status, self.page()).into_response();
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

fn foreign_form() -> Vec<String> {
    let why =
        "It was opened in another browser, or so long ago that it has expired, or it came from another site.";
    vec![
        why.to_owned(),
        "Nothing was changed. Open the page again and repeat what you were doing.".to_owned(),
    ]
}

fn wait(wait_s: i64) -> Vec<String> {
    let seconds = if wait_s == 1 { "1 second".to_owned() } else { format!("{wait_s} seconds") };
    vec![
        "There have been too many attempts to sign in that did not succeed.".to_owned(),
        format!("You can try again in {seconds}. Nothing is locked, and nobody has to be asked."),
    ]
}

fn not_found() -> Vec<String> {
    vec!["If you typed the address, check that it is right. If you followed a link, what it led to is not here for you to see.".to_owned()]
}

fn went_wrong() -> Vec<String> {
    vec![
        "The server could not make this page. Nothing was changed or lost.".to_owned(),
        "Try again in a moment. If it still does not work, tell whoever runs Alongside in your organisation."
            .to_owned(),
    ]
}
