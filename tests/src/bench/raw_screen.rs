//! The floor of opening a phone at its first screen: the same file, opened bare, and the same rows read through its indexes.

use std::path::Path;

use alongside_core::model::Record;
use alongside_core::model::kinds::{Client, Contact};
use rusqlite::params;

use super::raw::open;
use super::{BenchError, DATABASE};

/// Opens the phone's file in `folder` and reads each client and their last contact. Answers how many bytes that were.
///
/// # Errors
/// SQLite's.
pub fn read_first_screen(folder: &Path) -> Result<usize, BenchError> {
    let connection = open(&folder.join(DATABASE))?;
    let mut clients = connection.prepare(
        "SELECT r.fields, w.no FROM stream s JOIN record r ON r.stream = s.no AND r.kind = ?1
         JOIN stream w ON w.audience = 'work' AND w.owner = s.owner WHERE s.audience = 'core'",
    )?;
    let mut last = connection
        .prepare("SELECT fields FROM record WHERE stream = ?1 AND kind = ?2 ORDER BY at DESC LIMIT 1")?;
    let mut rows = clients.query(params![Client::ENTRY.number])?;
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        let (client, work): (String, i64) = (row.get(0)?, row.get(1)?);
        let contact: String = last.query_row(params![work, Contact::ENTRY.number], |row| row.get(0))?;
        bytes += client.len() + contact.len();
    }
    Ok(bytes)
}
