//! Enrolment codes in SQL.

use alongside_core::model::Timestamp;

use super::connection::Connection;
use super::person::{OWN_CASE, PERSON, person};
use super::txn::SqlTxn;
use super::value::{maybe_time, time};
use crate::store::{CodeReads, CodeWrites, EnrolCode, PersonNo, StoreError};

impl<C: Connection> CodeReads for SqlTxn<C> {
    fn find_code(&self, hash: [u8; 32]) -> Result<Option<EnrolCode>, StoreError> {
        let sql = format!(
            "SELECT e.expires_at, e.used_at, {PERSON} FROM enrol_code e JOIN person p ON p.no = e.person {OWN_CASE}
             WHERE e.hash = ?1"
        );
        self.find(&sql, [hash], |row| {
            let (expires_at, used_at) = (time(row, 0)?, maybe_time(row, 1)?);
            Ok(EnrolCode { person: person(row, 2)?, expires_at, used_at })
        })
    }
}

impl<C: Connection> CodeWrites for SqlTxn<C> {
    fn add_code(
        &mut self,
        hash: [u8; 32],
        person: PersonNo,
        made_at: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO enrol_code (hash, person, made_at, expires_at) VALUES (?1, ?2, ?3, ?4)";
        self.run(sql, (hash, person.0, made_at.0, expires_at.0)).map(drop)
    }

    fn use_code(&mut self, hash: [u8; 32], at: Timestamp) -> Result<bool, StoreError> {
        let sql = "UPDATE enrol_code SET used_at = ?2 WHERE hash = ?1 AND used_at IS NULL";
        Ok(self.run(sql, (hash, at.0))? == 1)
    }
}
