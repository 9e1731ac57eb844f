//! Web sessions in SQL.

use alongside_core::model::Timestamp;

use super::connection::Connection;
use super::person::{OWN_CASE, PERSON, person};
use super::txn::SqlTxn;
use super::value::{get, time};
use crate::store::{PersonNo, StoreError, WebSession, WebSessionReads, WebSessionWrites};

/// By the hash of a session's token.
const ORGANISATION_OF_SESSION: &str =
    "SELECT p.org FROM web_session w JOIN person p ON p.no = w.person WHERE w.token_hash = ?1";

impl<C: Connection> WebSessionReads for SqlTxn<C> {
    fn find_web_session(&self, token_hash: [u8; 32]) -> Result<Option<WebSession>, StoreError> {
        if !self.hold_found(ORGANISATION_OF_SESSION, &token_hash)? {
            return Ok(None);
        }
        let sql = format!(
            "SELECT w.csrf, w.created_at, w.seen_at, {PERSON}
             FROM web_session w JOIN person p ON p.no = w.person {OWN_CASE} WHERE w.token_hash = ?1"
        );
        self.find(&sql, [token_hash], |row| {
            let (csrf, created_at, seen_at) = (get(row, 0)?, time(row, 1)?, time(row, 2)?);
            Ok(WebSession { csrf, created_at, seen_at, person: person(row, 3)? })
        })
    }
}

impl<C: Connection> WebSessionWrites for SqlTxn<C> {
    fn add_web_session(
        &mut self,
        token_hash: [u8; 32],
        person: PersonNo,
        csrf: &[u8],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO web_session (token_hash, person, csrf, created_at, seen_at)
                   VALUES (?1, ?2, ?3, ?4, ?4)";
        self.run(sql, (token_hash, person.0, csrf, at.0)).map(drop)
    }

    fn note_web_session(&mut self, token_hash: [u8; 32], at: Timestamp) -> Result<(), StoreError> {
        self.run("UPDATE web_session SET seen_at = ?2 WHERE token_hash = ?1", (token_hash, at.0)).map(drop)
    }

    fn end_web_session(&mut self, token_hash: [u8; 32]) -> Result<(), StoreError> {
        self.run("DELETE FROM web_session WHERE token_hash = ?1", [token_hash]).map(drop)
    }

    fn forget_web_sessions(&mut self, created: Timestamp, seen: Timestamp) -> Result<(), StoreError> {
        let sql = "DELETE FROM web_session WHERE created_at < ?1 OR seen_at < ?2";
        self.run(sql, (created.0, seen.0)).map(drop)
    }
}
