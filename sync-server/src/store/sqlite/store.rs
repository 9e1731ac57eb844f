//! The connections: one that writes, a few that read.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use super::connection::SqliteConnection;
use super::copy::copy_to;
use super::counter::Counter;
use super::open::{SqliteOptions, open_reader, open_writer};

use crate::store::sql::txn::SqlTxn;
use crate::store::{ReadTxn, Reads, Store, StoreError, WriteTxn};

/// The store in one SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    writer: Mutex<Connection>,
    readers: Vec<Mutex<Connection>>,
    turn: AtomicUsize,
    counter: Counter,
    options: SqliteOptions,
}

impl SqliteStore {
    /// Opens the file, makes it if it is not there, and brings its schema up to date.
    ///
    /// # Errors
    /// When the key is not the file's, a newer server has written it, or it cannot be opened; the file is left as it is.
    pub fn open(options: &SqliteOptions) -> Result<Self, StoreError> {
        let writer = Mutex::new(open_writer(options)?);
        let readers = (0..options.readers.max(1)).map(|_| open_reader(options).map(Mutex::new));
        let readers = readers.collect::<Result<_, _>>()?;
        Ok(Self {
            writer,
            readers,
            turn: AtomicUsize::new(0),
            counter: Counter::default(),
            options: options.clone(),
        })
    }

    /// A reader that is free, or the next in turn.
    fn reader(&self) -> MutexGuard<'_, Connection> {
        let free = self.readers.iter().find_map(|reader| reader.try_lock().ok());
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) % self.readers.len();
        free.unwrap_or_else(|| lock(&self.readers[turn]))
    }
}

/// A panic inside a transaction rolls it back, so the connection it leaves behind is sound.
fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store for SqliteStore {
    fn begin_read(&self) -> Result<Box<dyn ReadTxn + '_>, StoreError> {
        Ok(Box::new(SqlTxn::new(SqliteConnection::begin(self.reader(), &self.counter, "BEGIN")?)))
    }

    fn begin_write(&self) -> Result<Box<dyn WriteTxn + '_>, StoreError> {
        Ok(Box::new(SqlTxn::new(SqliteConnection::begin(
            lock(&self.writer),
            &self.counter,
            "BEGIN IMMEDIATE",
        )?)))
    }

    fn load_secret(&self, fresh: [u8; 32]) -> Result<[u8; 32], StoreError> {
        let writer = lock(&self.writer);
        writer.execute("INSERT INTO server (one, secret) VALUES (1, ?1) ON CONFLICT DO NOTHING", [fresh])?;
        Ok(writer.query_row("SELECT secret FROM server", [], |row| row.get(0))?)
    }

    fn checkpoint(&self) -> Result<(), StoreError> {
        Ok(lock(&self.writer).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Rewritten page by page without what was deleted, and the log that held it is emptied.
    fn purge(&self) -> Result<(), StoreError> {
        let writer = lock(&self.writer);
        writer.execute_batch("VACUUM")?;
        let busy: i64 = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(StoreError::Busy("others read the log of the database".into())) }
    }

    fn copy_to(
        &self,
        to: &Path,
        look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        copy_to(&self.options, &self.counter, to, look)
    }

    fn reads(&self) -> Reads {
        Reads {
            rows: self.counter.rows.load(Ordering::Relaxed),
            scanned: self.counter.scanned.load(Ordering::Relaxed),
        }
    }
}
