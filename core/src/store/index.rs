//! The full-text index. It lies inside the encrypted file and holds no text of its own.
//!
//! Records are indexed in quiet moments and what is left of them by the next search, not when they arrive: the first sync is for
//! reading.

use rusqlite::{Connection, Transaction, params};

use super::{StoreError, service_index};
use crate::model::catalogue::find_kind;
use crate::model::{FieldType, Fields};

/// Notes that a record's words changed, if it is in the index.
pub(super) fn touch(transaction: &Transaction<'_>, no: i64) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO search_stale (no) SELECT ?1 WHERE ?1 <= (SELECT indexed_to FROM device)";
    transaction.prepare_cached(sql)?.execute(params![no])?;
    Ok(())
}

/// Takes a record out of the index.
pub(super) fn forget(transaction: &Transaction<'_>, no: i64) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM search_stale WHERE no = ?1")?.execute(params![no])?;
    let indexed = "DELETE FROM search WHERE rowid = ?1 AND ?1 <= (SELECT indexed_to FROM device)";
    transaction.prepare_cached(indexed)?.execute(params![no])?;
    service_index::forget(transaction, no)
}

/// After a deletion: numbers may be used again, so the mark never stands above the last one in use.
pub(super) fn lower_mark(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let sql = "UPDATE device SET indexed_to = min(indexed_to, (SELECT coalesce(max(no), 0) FROM record))";
    transaction.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Whether any record is not in the index as it is now. Reads a page or two, whatever there is.
pub fn is_behind(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM search_stale)
               OR EXISTS (SELECT 1 FROM record WHERE no > (SELECT indexed_to FROM device))";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// The records that changed since they were indexed, and those that were not yet, each in the order of their numbers.
const STALE: &str =
    "SELECT r.no, k.name, r.fields, r.id FROM search_stale x CROSS JOIN record r ON r.no = x.no
    JOIN kind k ON k.no = r.kind ORDER BY x.no LIMIT ?1";
const FRESH: &str = "SELECT r.no, k.name, r.fields, r.id FROM record r JOIN kind k ON k.no = r.kind
    WHERE r.no > (SELECT indexed_to FROM device) ORDER BY r.no LIMIT ?1";

/// Indexes up to `rows` records that are not in the index as they are now; says whether more are left.
pub fn catch_up(transaction: &Transaction<'_>, rows: usize) -> Result<bool, StoreError> {
    let stale = index_batch(transaction, STALE, rows)?;
    let fresh = index_batch(transaction, FRESH, rows.saturating_sub(stale))?;
    Ok(rows > 0 && stale + fresh == rows)
}

/// `which` is one of the two above. Says how many there were.
fn index_batch(transaction: &Transaction<'_>, which: &str, rows: usize) -> Result<usize, StoreError> {
    let limit = i64::try_from(rows).unwrap_or(i64::MAX);
    let mut behind = transaction.prepare_cached(which)?;
    let batch: Vec<(i64, String, String, [u8; 16])> = behind
        .query_map(params![limit], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    let Some(last) = batch.last().map(|(no, ..)| *no) else { return Ok(0) };
    for (no, kind, fields, id) in &batch {
        let fields = serde_json::from_str(fields)?;
        let insert = "INSERT OR REPLACE INTO search (rowid, words) VALUES (?1, ?2)";
        transaction.prepare_cached(insert)?.execute(params![no, words(kind, &fields)])?;
        service_index::keep(transaction, *no, *id, kind, &fields)?;
    }
    transaction.prepare_cached("DELETE FROM search_stale WHERE no <= ?1")?.execute(params![last])?;
    transaction
        .prepare_cached("UPDATE device SET indexed_to = max(indexed_to, ?1)")?
        .execute(params![last])?;
    Ok(batch.len())
}

/// All text of a record that a person wrote or reads.
fn words(kind: &str, fields: &Fields) -> String {
    let Some(kind) = find_kind(kind) else { return String::new() };
    let texts = fields.iter().filter_map(|(name, value)| {
        let is_text = kind.find_field(name).is_some_and(|field| field.holds == FieldType::Text);
        is_text.then_some(value.as_str()?)
    });
    texts.collect::<Vec<_>>().join("\n")
}
