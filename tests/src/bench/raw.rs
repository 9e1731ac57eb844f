//! The floor of every save and every first sync: one table on the same SQLCipher build with the same promise, and nothing
//! else.

use std::path::Path;

use rusqlite::{Connection, params};

use super::{BenchError, KEY};

const TABLE: &str =
    "CREATE TABLE rec (id BLOB PRIMARY KEY, kind TEXT NOT NULL, owner BLOB NOT NULL, parent BLOB,
    at INTEGER, doc TEXT NOT NULL, seq INTEGER) STRICT;
    CREATE INDEX rec_owner ON rec (owner, kind, at);
    CREATE INDEX rec_parent ON rec (parent, kind) WHERE parent IS NOT NULL;";
const PUT: &str = "INSERT INTO rec (id, kind, owner, parent, at, doc) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, at = excluded.at";

/// A row of it.
#[derive(Clone)]
pub struct RawRow {
    /// Its key.
    pub id: [u8; 16],
    /// Its kind.
    pub kind: String,
    /// The case.
    pub owner: [u8; 16],
    /// What it hangs under.
    pub parent: Option<[u8; 16]>,
    /// When.
    pub at: Option<i64>,
    /// Everything else.
    pub doc: String,
}

/// A table in an encrypted file, with three indexes: its key, by owner and by parent.
pub struct RawStore(Connection);

impl RawStore {
    /// Makes one at `path`.
    ///
    /// # Errors
    /// SQLite's.
    pub fn create(path: &Path) -> Result<Self, BenchError> {
        let connection = open(path)?;
        connection.execute_batch(TABLE)?;
        Ok(Self(connection))
    }

    /// One row, in a transaction of its own: on the disk when this returns.
    ///
    /// # Errors
    /// SQLite's.
    pub fn save(&self, row: &RawRow) -> Result<(), BenchError> {
        put(&self.0, row)
    }

    /// All rows in one transaction.
    ///
    /// # Errors
    /// SQLite's.
    pub fn insert_all(&mut self, rows: &[RawRow]) -> Result<(), BenchError> {
        let transaction = self.0.transaction()?;
        rows.iter().try_for_each(|row| put(&transaction, row))?;
        Ok(transaction.commit()?)
    }
}

/// Opens an encrypted file with the promise a phone gives: what was committed survives a power cut.
pub(super) fn open(path: &Path) -> Result<Connection, BenchError> {
    let connection = Connection::open(path)?;
    let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\"; PRAGMA temp_store = MEMORY"))?;
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.execute_batch("PRAGMA synchronous = FULL")?;
    Ok(connection)
}

fn put(connection: &Connection, row: &RawRow) -> Result<(), BenchError> {
    let mut statement = connection.prepare_cached(PUT)?;
    statement.execute(params![row.id, row.kind, row.owner, row.parent, row.at, row.doc])?;
    Ok(())
}
