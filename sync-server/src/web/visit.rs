//! One request of somebody who is signed in: who they are, and what they read, in one transaction with its audit line.
//! Nothing is shown unless the line was written.

use alongside_core::model::{Role, Timestamp};
use axum::http::HeaderMap;
use uuid::Uuid;

use super::frame::Viewer;
use super::page_error::PageError;
use super::return_to::ReturnTo;
use super::session::{Cookie, Token, form_token, is_over};
use super::site::Site;
use crate::store::{AuditEntry, OrgNo, Person, PersonNo, WebSession, WriteTxn};

/// A supervisor at work on one page.
pub(super) struct Visit<'a> {
    txn: &'a mut dyn WriteTxn,
    person: Person,
    now: Timestamp,
}

impl Visit<'_> {
    /// What can be read.
    pub(super) fn txn(&self) -> &dyn WriteTxn {
        self.txn
    }

    /// What can be written.
    pub(super) fn txn_mut(&mut self) -> &mut dyn WriteTxn {
        self.txn
    }

    /// Who is at work.
    pub(super) fn person(&self) -> PersonNo {
        self.person.no
    }

    /// The server's time.
    pub(super) fn now(&self) -> Timestamp {
        self.now
    }

    /// The organisation; nothing of another one is ever read.
    pub(super) fn org(&self) -> OrgNo {
        self.person.org
    }

    /// Writes down that they read something.
    ///
    /// # Errors
    /// When it could not be written; the page is then not shown.
    pub(super) fn note(
        &mut self,
        act: &str,
        target: Option<Uuid>,
        detail: Option<String>,
    ) -> Result<(), PageError> {
        let entry =
            AuditEntry { at: self.now, actor: Some(self.person.no), act: act.to_owned(), target, detail };
        Ok(self.txn.add_audit(self.person.org, &entry)?)
    }
}

/// Lets whoever is signed in read with `read`, and answers how to frame their page. `here` is where to come back to
/// after signing in.
///
/// # Errors
/// When nobody is signed in, when they are no longer a supervisor, and what `read` answers.
pub(super) async fn visit<T: Send + 'static>(
    site: &Site,
    headers: &HeaderMap,
    here: ReturnTo,
    read: impl FnOnce(&mut Visit<'_>) -> Result<T, PageError> + Send + 'static,
) -> Result<(Viewer, T), PageError> {
    let signed_out = move |had_session| PageError::SignedOut { had_session, next: Some(here) };
    let token = site.cookies().find(headers, Cookie::Session).ok_or_else(|| signed_out(false))?;
    let site = site.clone();
    let work = move || {
        site.store.write(|txn| {
            let now = site.clock.now();
            let session = find_session(txn, &token, now)?.ok_or_else(|| signed_out(true))?;
            txn.note_web_session(token.hash(), now)?;
            let viewer = Viewer { name: session.person.name.clone(), form_token: form_token(&session.csrf) };
            Ok((viewer, read(&mut Visit { txn, person: session.person, now })?))
        })
    };
    tokio::task::spawn_blocking(work).await?
}

/// The session of `token`, if it counts and its person may still come in.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn find_session(
    txn: &dyn WriteTxn,
    token: &Token,
    now: Timestamp,
) -> Result<Option<WebSession>, PageError> {
    let session = txn.find_web_session(token.hash())?;
    let counts = |session: &WebSession| {
        may_enter(&session.person) && !is_over(session.created_at, session.seen_at, now)
    };
    Ok(session.filter(counts))
}

/// These pages are for supervisors who have not left.
pub(super) fn may_enter(person: &Person) -> bool {
    person.role == Role::Supervisor && person.disabled_at.is_none()
}
