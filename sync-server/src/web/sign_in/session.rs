//! Beginning and ending a session in the store, each with its line in the audit log.

use alongside_core::model::Timestamp;
use alongside_core::ports::Entropy;

use super::attempts::Attempt;
use crate::store::{AuditEntry, Person, PersonNo, WriteTxn};
use crate::web::page_error::PageError;
use crate::web::session::{Token, oldest_begun, oldest_used};

/// Begins a session for somebody whose password was right: a new token, whatever the browser held before.
///
/// # Errors
/// When there is no randomness, or the store cannot be written.
pub(in crate::web) fn begin(
    txn: &mut dyn WriteTxn,
    person: &Person,
    attempt: &Attempt,
    entropy: &dyn Entropy,
    now: Timestamp,
) -> Result<Token, PageError> {
    let token = Token::new(entropy)?;
    attempt.give_back(txn)?;
    txn.forget_web_sessions(oldest_begun(now), oldest_used(now))?;
    txn.add_web_session(token.hash(), person.no, &token.form_secret(), now)?;
    note(txn, person, Some(person.no), "sign_in", now)?;
    Ok(token)
}

/// Ends the session of `token`; the token opens nothing from then on.
///
/// # Errors
/// When the store cannot be written.
pub(in crate::web) fn end(txn: &mut dyn WriteTxn, token: &Token, now: Timestamp) -> Result<(), PageError> {
    if let Some(session) = txn.find_web_session(token.hash())? {
        txn.end_web_session(token.hash())?;
        note(txn, &session.person, Some(session.person.no), "sign_out", now)?;
    }
    Ok(())
}

/// Notes that somebody tries to sign in by a person's name; who that is, nobody knows yet. It is written before the
/// password is looked at, so that a wrong password takes no longer than a name nobody has.
///
/// # Errors
/// When the store cannot be written.
pub(in crate::web) fn note_try(
    txn: &mut dyn WriteTxn,
    person: &Person,
    now: Timestamp,
) -> Result<(), PageError> {
    note(txn, person, None, "try_sign_in", now)
}

fn note(
    txn: &mut dyn WriteTxn,
    person: &Person,
    actor: Option<PersonNo>,
    act: &str,
    at: Timestamp,
) -> Result<(), PageError> {
    let entry = AuditEntry { at, actor, act: act.to_owned(), target: Some(person.id.0), detail: None };
    Ok(txn.add_audit(person.org, &entry)?)
}
