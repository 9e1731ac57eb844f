//! Counts of failed attempts in SQL.

use alongside_core::model::Timestamp;

use super::connection::Connection;
use super::txn::SqlTxn;
use super::value::{get, time};
use crate::store::{FailureReads, FailureWrites, Failures, StoreError};

impl<C: Connection> FailureReads for SqlTxn<C> {
    fn find_failures(&self, sort: &str, subject: &[u8]) -> Result<Option<Failures>, StoreError> {
        let sql = "SELECT since, count FROM failure WHERE sort = ?1 AND subject = ?2";
        self.find(sql, (sort, subject), |row| Ok(Failures { since: time(row, 0)?, count: get(row, 1)? }))
    }
}

impl<C: Connection> FailureWrites for SqlTxn<C> {
    fn save_failures(&mut self, sort: &str, subject: &[u8], failures: Failures) -> Result<(), StoreError> {
        let sql = "INSERT INTO failure (sort, subject, since, count) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (sort, subject) DO UPDATE SET since = ?3, count = ?4";
        self.run(sql, (sort, subject, failures.since.0, failures.count)).map(drop)
    }

    fn forget_failures(&mut self, before: Timestamp) -> Result<(), StoreError> {
        self.run("DELETE FROM failure WHERE since < ?1", [before.0]).map(drop)
    }
}
