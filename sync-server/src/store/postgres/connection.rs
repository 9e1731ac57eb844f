//! Carrying statements out in one transaction of one pooled connection.

use std::cell::Cell;
use std::sync::atomic::Ordering;

use deadpool_postgres::{Object, Pool};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Row as PostgresRow, Statement};

use super::bridge::Bridge;
use super::counter::Counter;
use super::dialect::translate;
use crate::store::StoreError;
use crate::store::sql::connection::{Connection, Hold};
use crate::store::sql::param::Param;
use crate::store::sql::row::Row;

/// One snapshot for the whole transaction.
pub(super) const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// Each statement sees what was committed before it, so that what is read after a lock was waited for is what the holder
/// before left behind. A snapshot from before the wait would show an old chain of operations, and take a push twice.
pub(super) const WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// A connection in a transaction. Dropped without a commit, also by a panic, it is rolled back before the pool gets it back;
/// if that does not work, the pool never gets it back.
pub(super) struct PostgresConnection<'a> {
    bridge: &'a Bridge,
    counter: &'a Counter,
    client: Option<Object>,
    holds: Cell<Holds>,
    failed: Cell<bool>,
}

/// What a transaction holds.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    /// It only reads, in a snapshot.
    NotNeeded,
    /// It will write, and has not said whose data.
    Nothing,
    /// It holds what it reads.
    Enough,
}

impl<'a> PostgresConnection<'a> {
    /// Begins on a free connection, with [`READ`] or [`WRITE`].
    pub(super) fn begin(
        bridge: &'a Bridge,
        counter: &'a Counter,
        pool: &Pool,
        begin: &str,
    ) -> Result<Self, StoreError> {
        let client = bridge.wait(open_transaction(pool, begin))?;
        let holds = Cell::new(if begin == WRITE { Holds::Nothing } else { Holds::NotNeeded });
        Ok(Self { bridge, counter, client: Some(client), holds, failed: Cell::new(false) })
    }

    fn client(&self) -> Result<&Object, StoreError> {
        // It is only taken away by a commit or at the end.
        self.client.as_ref().ok_or_else(|| StoreError::Engine("this transaction has ended".into()))
    }

    async fn prepared(&self, sql: &str) -> Result<(&Object, Statement), StoreError> {
        let client = self.client()?;
        Ok((client, client.prepare_cached(&translate(sql)).await?))
    }

    fn query(&self, sql: &str, params: &[Param<'_>]) -> Result<Vec<PostgresRow>, StoreError> {
        self.carry_out(async {
            let (client, statement) = self.prepared(sql).await?;
            Ok(client.query(&statement, &bound(params)).await?)
        })
    }

    /// Waits for `work`, and remembers when it could not be done: PostgreSQL then undoes the whole transaction, and a later
    /// COMMIT would say nothing of it.
    fn carry_out<T>(&self, work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
        self.bridge.wait(work).inspect_err(|_| self.failed.set(true))
    }

    /// Locks the organisation's row, or all of them: anybody else who is about to write waits here.
    fn lock(&self, hold: Hold<'_>) -> Result<bool, StoreError> {
        let locked = match hold {
            Hold::Organisation(org) => self.query(&one_organisation("?1"), &[Param::Int(org.0)])?,
            Hold::Found(sql, key) => self.query(&one_organisation(sql), &[key.into()])?,
            Hold::Any => {
                let client = self.client()?;
                let all = client.batch_execute("LOCK TABLE organisation IN EXCLUSIVE MODE");
                return self.carry_out(async { Ok(all.await.map(|()| true)?) });
            }
        };
        Ok(!locked.is_empty())
    }
}

/// Not `FOR UPDATE`, which would also stop rows from being added that only refer to the organisation.
fn one_organisation(number: &str) -> String {
    format!("SELECT no FROM organisation WHERE no = ({number}) FOR NO KEY UPDATE")
}

fn bound<'p>(params: &'p [Param<'_>]) -> Vec<&'p (dyn ToSql + Sync)> {
    params.iter().map(|param| param as &(dyn ToSql + Sync)).collect()
}

/// Connections that have died since they were last used, as all do when the database is started anew, are passed over.
async fn open_transaction(pool: &Pool, begin: &str) -> Result<Object, StoreError> {
    let mut spare = pool.status().max_size;
    loop {
        let client = pool.get().await?;
        match client.batch_execute(begin).await {
            Ok(()) => return Ok(client),
            Err(error) => {
                drop(Object::take(client));
                if spare == 0 || !error.is_closed() {
                    return Err(error.into());
                }
                spare -= 1;
            }
        }
    }
}

impl Connection for PostgresConnection<'_> {
    fn each(
        &self,
        sql: &str,
        params: &[Param<'_>],
        take: &mut dyn FnMut(&dyn Row) -> Result<bool, StoreError>,
    ) -> Result<bool, StoreError> {
        for row in self.query(sql, params)? {
            self.counter.rows.fetch_add(1, Ordering::Relaxed);
            if !take(&row)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn run(&mut self, sql: &str, params: &[Param<'_>]) -> Result<usize, StoreError> {
        let changed = self.carry_out(async {
            let (client, statement) = self.prepared(sql).await?;
            Ok(client.execute(&statement, &bound(params)).await?)
        })?;
        Ok(usize::try_from(changed).unwrap_or(usize::MAX))
    }

    fn hold(&self, hold: Hold<'_>) -> Result<bool, StoreError> {
        if self.holds.get() != Holds::Nothing {
            return Ok(true);
        }
        let held = self.lock(hold)?;
        if held {
            self.holds.set(Holds::Enough);
        }
        Ok(held)
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        if self.failed.get() {
            return Err(StoreError::Engine("a statement of this transaction did not go through".into()));
        }
        self.bridge.wait(self.client()?.batch_execute("COMMIT"))?;
        self.client = None;
        Ok(())
    }
}

impl Drop for PostgresConnection<'_> {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        if self.bridge.wait(client.batch_execute("ROLLBACK")).is_err() {
            // Nobody knows what state it is in. Closed, the database rolls it back.
            drop(Object::take(client));
        }
    }
}
