//! Carrying statements out on a connection to the file.

use std::sync::MutexGuard;
use std::sync::atomic::Ordering;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection as Sqlite, Row as SqliteRow, Statement, StatementStatus, ToSql, params_from_iter};

use super::counter::Counter;
use crate::store::StoreError;
use crate::store::sql::connection::Connection;
use crate::store::sql::param::Param;
use crate::store::sql::row::Row;

/// A connection in a transaction, which nobody else uses meanwhile.
pub(super) struct SqliteConnection<'a> {
    sqlite: MutexGuard<'a, Sqlite>,
    counter: &'a Counter,
}

impl<'a> SqliteConnection<'a> {
    /// Begins with `begin`, which says whether it will write.
    pub(super) fn begin(
        sqlite: MutexGuard<'a, Sqlite>,
        counter: &'a Counter,
        begin: &str,
    ) -> Result<Self, StoreError> {
        sqlite.execute_batch(begin)?;
        Ok(Self { sqlite, counter })
    }

    /// The connection itself, for what only SQLite can do.
    pub(super) fn sqlite(&self) -> &Sqlite {
        &self.sqlite
    }

    fn count(&self, statement: &Statement<'_>) {
        let steps = statement.reset_status(StatementStatus::FullscanStep);
        self.counter.scanned.fetch_add(u64::try_from(steps).unwrap_or(0), Ordering::Relaxed);
    }
}

impl Connection for SqliteConnection<'_> {
    fn each(
        &self,
        sql: &str,
        params: &[Param<'_>],
        take: &mut dyn FnMut(&dyn Row) -> Result<bool, StoreError>,
    ) -> Result<bool, StoreError> {
        let mut statement = self.sqlite.prepare_cached(sql)?;
        let mut stopped = false;
        let mut rows = statement.query(params_from_iter(params))?;
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

    fn run(&mut self, sql: &str, params: &[Param<'_>]) -> Result<usize, StoreError> {
        let mut statement = self.sqlite.prepare_cached(sql)?;
        let changed = statement.execute(params_from_iter(params))?;
        self.count(&statement);
        Ok(changed)
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        Ok(self.sqlite.execute_batch("COMMIT")?)
    }
}

impl Drop for SqliteConnection<'_> {
    fn drop(&mut self) {
        if !self.sqlite.is_autocommit() {
            // If even this fails, SQLite has rolled back by itself; the next transaction would say so.
            let _ = self.sqlite.execute_batch("ROLLBACK");
        }
    }
}

impl ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl Row for SqliteRow<'_> {
    fn int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        Ok(self.get(column)?)
    }

    fn text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        Ok(self.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?)
    }

    fn blob(&self, column: usize) -> Result<Option<&[u8]>, StoreError> {
        Ok(self.get_ref(column)?.as_blob_or_null().map_err(rusqlite::Error::from)?)
    }
}
