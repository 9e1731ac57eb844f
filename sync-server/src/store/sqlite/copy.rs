//! Copying the database into a new file while others write: SQLite's online backup, from one snapshot.

use std::fs::File;
use std::path::Path;
use std::sync::Mutex;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::connection::SqliteConnection;
use super::counter::Counter;
use super::open::{SqliteOptions, apply_key, make_private, open_reader};
use crate::store::sql::txn::SqlTxn;
use crate::store::{ReadTxn, StoreError};

/// Copies what one snapshot of the database in `options` sees to `to`, after `look` has read that snapshot.
pub(super) fn copy_to(
    options: &SqliteOptions,
    counter: &Counter,
    to: &Path,
    look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if to.exists() {
        return Err(StoreError::Taken);
    }
    let source = Mutex::new(open_reader(options)?);
    let guard = source.lock().map_err(|_| StoreError::Damaged { table: "sqlite_schema" })?;
    let snapshot = SqlTxn::new(SqliteConnection::begin(guard, counter, "BEGIN")?);
    look(&snapshot)?;
    let mut target = fresh(to, options)?;
    // All pages at once: they come from the snapshot that was read, and writers go on beside it.
    if Backup::new(snapshot.connection().sqlite(), &mut target)?.step(-1)? != StepResult::Done {
        return Err(StoreError::Damaged { table: "sqlite_schema" });
    }
    check(&target)?;
    drop(target);
    sync(to)
}

fn fresh(to: &Path, options: &SqliteOptions) -> Result<Connection, StoreError> {
    make_private(to)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let target = Connection::open_with_flags(to, flags)?;
    apply_key(&target, options)?;
    Ok(target)
}

/// SQLite reads every page and index of the copy.
pub(super) fn check(copy: &Connection) -> Result<(), StoreError> {
    let verdict: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged { table: "sqlite_schema" }) }
}

/// The copy is on the disk, and its name in the folder too.
pub(super) fn sync(path: &Path) -> Result<(), StoreError> {
    let engine = |error: std::io::Error| StoreError::Engine(Box::new(error));
    File::open(path).and_then(|file| file.sync_all()).map_err(engine)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(engine)
}
