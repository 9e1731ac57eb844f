//! One transaction, and the ways to use a statement in it.

use super::connection::{Connection, Hold};
use super::param::Params;
use super::row::Row;
use super::value::get;
use crate::store::{OrgNo, ReadTxn, StoreError, WriteTxn};

/// A transaction on a connection that nobody else uses meanwhile. Dropped without a commit, it leaves no trace.
pub(in crate::store) struct SqlTxn<C: Connection>(C);

impl<C: Connection> SqlTxn<C> {
    /// The transaction that was begun on `connection`.
    pub(in crate::store) fn new(connection: C) -> Self {
        Self(connection)
    }

    /// The connection it is on.
    pub(in crate::store) fn connection(&self) -> &C {
        &self.0
    }

    /// The first row, if there is one.
    pub(super) fn find<'a, T>(
        &self,
        sql: &str,
        params: impl Params<'a>,
        mut read: impl FnMut(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut found = None;
        self.each(sql, params, |row| {
            found = Some(read(row)?);
            Ok(false)
        })?;
        Ok(found)
    }

    /// Every row.
    pub(super) fn list<'a, T>(
        &self,
        sql: &str,
        params: impl Params<'a>,
        mut read: impl FnMut(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.each(sql, params, |row| {
            all.push(read(row)?);
            Ok(true)
        })?;
        Ok(all)
    }

    /// Row after row, until `take` answers false. Says whether it was stopped.
    pub(super) fn each<'a>(
        &self,
        sql: &str,
        params: impl Params<'a>,
        mut take: impl FnMut(&dyn Row) -> Result<bool, StoreError>,
    ) -> Result<bool, StoreError> {
        self.0.hold(Hold::Any)?;
        self.0.each(sql, &params.into_params(), &mut take)
    }

    /// Writes, and answers how many rows.
    pub(super) fn run<'a>(&mut self, sql: &str, params: impl Params<'a>) -> Result<usize, StoreError> {
        self.0.run(sql, &params.into_params())
    }

    /// Writes, and reads every row that was written, by the statement's `RETURNING`.
    pub(super) fn run_returning<'a, T>(
        &mut self,
        sql: &str,
        params: impl Params<'a>,
        mut read: impl FnMut(&dyn Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.0.each(sql, &params.into_params(), &mut |row| {
            all.push(read(row)?);
            Ok(true)
        })?;
        Ok(all)
    }

    /// Adds a row and answers its number.
    pub(super) fn insert<'a>(&mut self, sql: &str, params: impl Params<'a>) -> Result<i64, StoreError> {
        let numbers = self.run_returning(&format!("{sql} RETURNING no"), params, |row| get(row, 0))?;
        numbers.first().copied().ok_or(StoreError::Damaged { table: "the database" })
    }

    /// Holds an organisation before it is read; see [`Connection::hold`].
    pub(super) fn hold(&self, org: OrgNo) -> Result<(), StoreError> {
        self.0.hold(Hold::Organisation(org)).map(drop)
    }

    /// Holds the organisation that `sql` finds by `key`, and says whether there is one.
    pub(super) fn hold_found(&self, sql: &'static str, key: &[u8]) -> Result<bool, StoreError> {
        self.0.hold(Hold::Found(sql, key))
    }
}

impl<C: Connection> ReadTxn for SqlTxn<C> {}

impl<C: Connection> WriteTxn for SqlTxn<C> {
    fn commit(mut self: Box<Self>) -> Result<(), StoreError> {
        self.0.commit()
    }
}
