//! The full-text index. It lies inside the encrypted file and holds no text of its own.
//!
//! Records are indexed when a search or a quiet moment comes, not when they arrive: the first sync is for reading.

use rusqlite::{Transaction, params};

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

/// Indexes up to `rows` records that are not in the index as they are now; says whether more are left.
pub(super) fn catch_up(transaction: &Transaction<'_>, rows: usize) -> Result<bool, StoreError> {
    let limit = i64::try_from(rows).unwrap_or(i64::MAX);
    let sql = "SELECT r.no, k.name, r.fields, r.id FROM record r JOIN kind k ON k.no = r.kind
               WHERE r.no IN (SELECT no FROM search_stale) OR r.no > (SELECT indexed_to FROM device)
               ORDER BY r.no LIMIT ?1";
    let mut behind = transaction.prepare_cached(sql)?;
    let batch: Vec<(i64, String, String, [u8; 16])> = behind
        .query_map(params![limit], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    for (no, kind, fields, id) in &batch {
        let fields = serde_json::from_str(fields)?;
        index_one(transaction, *no, &words(kind, &fields))?;
        service_index::keep(transaction, *no, *id, kind, &fields)?;
    }
    Ok(batch.len() == rows && rows > 0)
}

fn index_one(transaction: &Transaction<'_>, no: i64, words: &str) -> Result<(), StoreError> {
    let insert = "INSERT OR REPLACE INTO search (rowid, words) VALUES (?1, ?2)";
    transaction.prepare_cached(insert)?.execute(params![no, words])?;
    transaction.prepare_cached("DELETE FROM search_stale WHERE no = ?1")?.execute(params![no])?;
    transaction.prepare_cached("UPDATE device SET indexed_to = max(indexed_to, ?1)")?.execute(params![no])?;
    Ok(())
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

/// Brings the index fully up to date.
pub fn index_all(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    while catch_up(transaction, 2_000)? {}
    Ok(())
}
