//! The store: a pool of connections, and transactions on them.

use std::path::Path;
use std::sync::atomic::Ordering;

use deadpool_postgres::{Object, Pool};

use super::bridge::Bridge;
use super::connection::{PostgresConnection, READ, WRITE};
use super::copy::{copy_to, take_from};
use super::counter::Counter;
use super::open::open;
use super::options::PostgresOptions;
use crate::store::sql::txn::SqlTxn;
use crate::store::sqlite::file_at;
use crate::store::{ReadTxn, Reads, Store, StoreError, WriteTxn};

/// The store in a PostgreSQL database, which other processes may use at the same time.
#[derive(Debug)]
pub struct PostgresStore {
    // Before the runtime its connections live on.
    pool: Pool,
    bridge: Bridge,
    counter: Counter,
    key: Option<[u8; 32]>,
}

impl PostgresStore {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// When it cannot be reached, is another program's, was written by a newer server, or is set up so that it could lose
    /// what was acknowledged.
    pub fn open(options: &PostgresOptions) -> Result<Self, StoreError> {
        let bridge = Bridge::new().map_err(|error| StoreError::Engine(Box::new(error)))?;
        let pool = bridge.wait(open(options))?;
        Ok(Self { pool, bridge, counter: Counter::default(), key: options.key })
    }

    fn begin(&self, begin: &str) -> Result<SqlTxn<PostgresConnection<'_>>, StoreError> {
        self.connect(begin).map(SqlTxn::new)
    }

    fn connect(&self, begin: &str) -> Result<PostgresConnection<'_>, StoreError> {
        PostgresConnection::begin(&self.bridge, &self.counter, &self.pool, begin)
    }
}

impl Store for PostgresStore {
    fn begin_read(&self) -> Result<Box<dyn ReadTxn + '_>, StoreError> {
        Ok(Box::new(self.begin(READ)?))
    }

    fn begin_write(&self) -> Result<Box<dyn WriteTxn + '_>, StoreError> {
        Ok(Box::new(self.begin(WRITE)?))
    }

    fn load_secret(&self, fresh: [u8; 32]) -> Result<[u8; 32], StoreError> {
        let add = "INSERT INTO server (one, secret) VALUES (1, $1) ON CONFLICT DO NOTHING";
        self.bridge.wait(async {
            let client = self.pool.get().await?;
            client.execute(add, &[&fresh.as_slice()]).await?;
            let row = client.query_one("SELECT secret FROM server", &[]).await?;
            let secret: &[u8] = row.try_get(0)?;
            secret.try_into().map_err(|_| StoreError::Damaged { table: "server" })
        })
    }

    /// PostgreSQL looks after its log by itself.
    fn checkpoint(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// The tables that hold what people wrote are written anew, and their old files removed.
    fn purge(&self) -> Result<(), StoreError> {
        self.bridge.wait(async {
            let client = self.pool.get().await?;
            client.batch_execute("SET statement_timeout = 0").await?;
            let purged = purge(&client).await;
            client.batch_execute("RESET statement_timeout").await?;
            purged
        })
    }

    fn copy_to(
        &self,
        to: &Path,
        look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        copy_to(self.connect(READ)?, &file_at(to, self.key), look)
    }

    fn take_from(
        &self,
        from: &Path,
        look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        take_from(self.connect(WRITE)?, &file_at(from, self.key), look)
    }

    /// Rows handed to the rules; PostgreSQL does not say how much it scanned for one statement.
    fn reads(&self) -> Reads {
        Reads { rows: self.counter.rows.load(Ordering::Relaxed), scanned: 0 }
    }
}

/// One statement each: a table cannot be written anew inside a transaction.
async fn purge(client: &Object) -> Result<(), StoreError> {
    for table in ["entity", "history", "set_aside", "salvage", "person", "assignment"] {
        client.batch_execute(&format!("VACUUM (FULL) {table}")).await?;
    }
    Ok(())
}
