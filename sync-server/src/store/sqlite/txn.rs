//! One transaction, which rolls back when it is dropped without a commit, and the four ways to use a statement in it.

use std::sync::MutexGuard;
use std::sync::atomic::Ordering;

use rusqlite::{Connection, Params, Row, Statement, StatementStatus};

use super::counter::Counter;
use crate::store::{ReadTxn, StoreError, WriteTxn};

/// A transaction on a connection that nobody else uses meanwhile.
pub(super) struct SqliteTxn<'a> {
    connection: MutexGuard<'a, Connection>,
    counter: &'a Counter,
}

impl<'a> SqliteTxn<'a> {
    /// Begins with `begin`, which says whether it will write.
    pub(super) fn begin(
        connection: MutexGuard<'a, Connection>,
        counter: &'a Counter,
        begin: &str,
    ) -> Result<Self, StoreError> {
        connection.execute_batch(begin)?;
        Ok(Self { connection, counter })
    }

    /// The first row, if there is one.
    pub(super) fn find<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut found = None;
        self.each(sql, params, |row| {
            found = Some(read(row)?);
            Ok(false)
        })?;
        Ok(found)
    }

    /// Every row.
    pub(super) fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.each(sql, params, |row| {
            all.push(read(row)?);
            Ok(true)
        })?;
        Ok(all)
    }

    /// Row after row, until `take` answers false. Says whether it was stopped.
    pub(super) fn each(
        &self,
        sql: &str,
        params: impl Params,
        mut take: impl FnMut(&Row<'_>) -> Result<bool, StoreError>,
    ) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut stopped = false;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            self.counter.rows.fetch_add(1, Ordering::Relaxed);
            if !take(row)? {
                stopped = true;
                break;
            }
        }
        drop(rows);
        self.count(&statement);
        Ok(stopped)
    }

    /// Writes, and answers how many rows.
    pub(super) fn run(&mut self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let changed = statement.execute(params)?;
        self.count(&statement);
        Ok(changed)
    }

    /// Adds a row and answers its number.
    pub(super) fn insert(&mut self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        self.run(sql, params)?;
        Ok(self.connection.last_insert_rowid())
    }

    fn count(&self, statement: &Statement<'_>) {
        let steps = statement.reset_status(StatementStatus::FullscanStep);
        self.counter.scanned.fetch_add(u64::try_from(steps).unwrap_or(0), Ordering::Relaxed);
    }
}

impl Drop for SqliteTxn<'_> {
    fn drop(&mut self) {
        if !self.connection.is_autocommit() {
            // If even this fails, SQLite has rolled back by itself; the next transaction would say so.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }
}

impl ReadTxn for SqliteTxn<'_> {}

impl WriteTxn for SqliteTxn<'_> {
    fn commit(self: Box<Self>) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }
}
