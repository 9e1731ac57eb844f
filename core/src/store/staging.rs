//! Rows that wait until a whole listing is complete, so that what is shown changes from old to new at once.

use rusqlite::{Transaction, params};

use super::StoreError;
use super::incoming::Incoming;

/// A row that has waited.
pub(super) struct Staged {
    pub(super) incoming: Incoming,
    pub(super) author: i64,
    /// The revision the phone had when it came; -1 when it had no such record.
    pub(super) rev: i64,
}

/// Lets a row wait.
pub(super) fn stage(
    transaction: &Transaction<'_>,
    stream: i64,
    incoming: &Incoming,
    author: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT OR REPLACE INTO staged (stream, id, author, rev, row)
               VALUES (?1, ?2, ?3, coalesce((SELECT rev FROM record WHERE id = ?2), -1), ?4)";
    let row = serde_json::to_string(incoming)?;
    transaction.prepare_cached(sql)?.execute(params![stream, incoming.id.0.as_bytes(), author, row])?;
    Ok(())
}

/// The rows that have waited for a stream; they wait no longer.
pub(super) fn take_staged(transaction: &Transaction<'_>, stream: i64) -> Result<Vec<Staged>, StoreError> {
    let mut statement =
        transaction.prepare_cached("SELECT author, rev, row FROM staged WHERE stream = ?1 ORDER BY id")?;
    let rows = statement.query_map(params![stream], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
    })?;
    let staged = rows.map(|row| {
        let (author, rev, text) = row?;
        Ok(Staged { incoming: serde_json::from_str(&text)?, author, rev })
    });
    let staged = staged.collect::<Result<Vec<_>, StoreError>>()?;
    if !staged.is_empty() {
        transaction.prepare_cached("DELETE FROM staged WHERE stream = ?1")?.execute(params![stream])?;
    }
    Ok(staged)
}
