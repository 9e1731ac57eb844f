//! A file as the portable form of another engine's database: filled from it, and read back into one.

use std::path::Path;
use std::sync::Mutex;

use rusqlite::Connection as Sqlite;

use super::connection::SqliteConnection;
use super::copy::{check, sync};
use super::counter::Counter;
use super::open::{SqliteOptions, open_reader, open_writer};
use crate::store::StoreError;
use crate::store::sql::connection::Connection;
use crate::store::sql::copying::{Column, Holds, Table, copy_tables};

/// Makes a new file with everything that `from` sees. It is durable when this returns.
///
/// # Errors
/// [`StoreError::Taken`] when there is such a file; what either engine says.
pub(in crate::store) fn fill(options: &SqliteOptions, from: &dyn Connection) -> Result<(), StoreError> {
    if options.path.exists() {
        return Err(StoreError::Taken);
    }
    let writer = open_writer(options)?;
    let tables = tables(&writer)?;
    let (writer, counter) = (Mutex::new(writer), Counter::default());
    {
        let guard = writer.lock().map_err(|_| StoreError::Damaged { table: "sqlite_schema" })?;
        let mut to = SqliteConnection::begin(guard, &counter, "BEGIN IMMEDIATE")?;
        copy_tables(from, &mut to, &tables, "")?;
        to.commit()?;
    }
    let writer = writer.into_inner().map_err(|_| StoreError::Damaged { table: "sqlite_schema" })?;
    writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    check(&writer)?;
    drop(writer);
    sync(&options.path)
}

/// Reads a file that [`fill`] or a backup made into `to`; `overriding` as for [`copy_tables`]. Answers the tables that were
/// copied.
///
/// # Errors
/// What either engine says.
pub(in crate::store) fn pour(
    options: &SqliteOptions,
    to: &mut dyn Connection,
    overriding: &str,
) -> Result<Vec<Table>, StoreError> {
    // The file's schema may be older than this server's.
    drop(open_writer(options)?);
    let reader = open_reader(options)?;
    let tables = tables(&reader)?;
    let (reader, counter) = (Mutex::new(reader), Counter::default());
    let guard = reader.lock().map_err(|_| StoreError::Damaged { table: "sqlite_schema" })?;
    let from = SqliteConnection::begin(guard, &counter, "BEGIN")?;
    copy_tables(&from, to, &tables, overriding)?;
    Ok(tables)
}

/// The tables in the order in which they were made, which is that in which they refer to each other.
fn tables(file: &Sqlite) -> Result<Vec<Table>, StoreError> {
    let sql =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid";
    let mut statement = file.prepare(sql)?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    names.into_iter().map(|name| Ok(Table { columns: columns(file, &name)?, name })).collect()
}

fn columns(file: &Sqlite, table: &str) -> Result<Vec<Column>, StoreError> {
    let sql = "SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid";
    let mut statement = file.prepare(sql)?;
    let columns = statement.query_map([table], |row| {
        let kind: String = row.get(1)?;
        let holds = match kind.as_str() {
            "INTEGER" => Holds::Int,
            "BLOB" => Holds::Blob,
            _ => Holds::Text,
        };
        Ok(Column { name: row.get(0)?, holds, key: row.get::<_, u32>(2)? as usize })
    })?;
    Ok(columns.collect::<Result<_, _>>()?)
}

/// Where the portable form of a database goes.
pub(in crate::store) fn file_at(path: &Path, key: Option<[u8; 32]>) -> SqliteOptions {
    SqliteOptions { path: path.to_owned(), key, readers: 1 }
}
