//! Opening the file, with every setting the promises rest on read back.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::migrations::migrate;
use crate::store::StoreError;

/// How long a connection waits for another process (an administrator's command) before it gives up.
const BUSY: Duration = Duration::from_secs(10);
/// How often it asks for the log beside the file, each time after whoever else was making it has finished.
const TURNS: usize = 10;
/// Statements kept ready on a connection.
const STATEMENTS: usize = 128;

/// Where the file is and how it is opened. `Debug` leaves out the key.
#[derive(Clone)]
pub struct SqliteOptions {
    /// The file; made if it is not there.
    pub path: PathBuf,
    /// SQLCipher's raw key; without one the file is plain.
    pub key: Option<[u8; 32]>,
    /// Connections for reading, at least one.
    pub readers: usize,
}

impl SqliteOptions {
    /// A plain file at `path` with a few readers.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), key: None, readers: 4 }
    }
}

impl std::fmt::Debug for SqliteOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteOptions").field("encrypted", &self.key.is_some()).finish_non_exhaustive()
    }
}

/// The connection that writes; it brings the schema up to date.
pub(super) fn open_writer(options: &SqliteOptions) -> Result<Connection, StoreError> {
    make_private(&options.path)?;
    let mut connection = connect(options)?;
    log_beside(&connection)?;
    set(&connection, "journal_mode", "wal")?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// Gives the file its log. Where two make one file, SQLite refuses one of them at once, however long it would wait: then a
/// transaction waits for the other's end.
fn log_beside(connection: &Connection) -> Result<(), StoreError> {
    let ask = || connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()));
    for _ in 1..TURNS {
        match ask().map_err(StoreError::from) {
            Err(StoreError::Busy(_)) => connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK")?,
            asked => return asked,
        }
    }
    Ok(ask()?)
}

/// A connection that reads, of a file that is up to date.
pub(super) fn open_reader(options: &SqliteOptions) -> Result<Connection, StoreError> {
    let connection = connect(options)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn connect(options: &SqliteOptions) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&options.path, flags)?;
    apply_key(&connection, options)?;
    connection.busy_timeout(BUSY)?;
    // The first read of a page shows whether the key fits.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    for (setting, value) in [("synchronous", "full"), ("foreign_keys", "on"), ("temp_store", "memory")] {
        connection.pragma_update(None, setting, value)?;
    }
    set(&connection, "synchronous", "2")?;
    set(&connection, "foreign_keys", "1")?;
    set(&connection, "temp_store", "2")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A plan hangs on its statement alone. Otherwise SQLite plans anew whenever another value is bound to some of them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// Hands SQLCipher the file's key, if it has one.
pub(super) fn apply_key(connection: &Connection, options: &SqliteOptions) -> Result<(), StoreError> {
    if let Some(key) = &options.key {
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        connection.pragma_update(None, "key", format!("x'{hex}'"))?;
    }
    Ok(())
}

/// Reads a setting back: a build or a file system that ignores one must not pass unnoticed.
fn set(connection: &Connection, setting: &'static str, expected: &str) -> Result<(), StoreError> {
    let found =
        connection.pragma_query_value(None, setting, |row| row.get::<_, rusqlite::types::Value>(0))?;
    let found = match found {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(word) => word,
        _ => String::new(),
    };
    if found == expected { Ok(()) } else { Err(StoreError::Setting { setting }) }
}

/// Makes the file, readable by its owner alone, if it is not there.
pub(super) fn make_private(path: &Path) -> Result<(), StoreError> {
    let mut file = std::fs::OpenOptions::new();
    file.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file.open(path).map(drop).map_err(|error| StoreError::Engine(Box::new(error)))
}
