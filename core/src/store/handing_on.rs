//! A phone that goes from one person to another: nothing of the first stays.

use rusqlite::{Transaction, params};

use super::StoreError;
use crate::model::ReplicaId;

/// Everything in the file that a person wrote or was sent, in an order in which nothing points at what is gone.
const TABLES: [&str; 12] = [
    "draft_save",
    "form",
    "search_stale",
    "search",
    "service_index",
    "staged",
    "salvaged",
    "record",
    "outbox",
    "photo",
    "stream",
    "person",
];

/// Empties the phone, which goes on as a new replica.
///
/// # Errors
/// The store's; then nothing is gone.
pub fn empty(
    transaction: &Transaction<'_>,
    replica: ReplicaId,
    epoch: Option<u32>,
) -> Result<(), StoreError> {
    for table in TABLES {
        transaction.execute(&format!("DELETE FROM {table}"), [])?;
    }
    let sql = "UPDATE device SET replica_id = ?1, new_replica = NULL, epoch = ?2, identity = NULL, next_n = 1, tail_n = 0,
                 tail_hash = x'0000000000000000', safe_n = 0, safe_hash = x'0000000000000000', cursor = NULL,
                 indexed_to = 0, relisting = 0, reread = 0, aside = 0, last_sync = NULL, last_attempt = NULL, last_problem = NULL,
                 attempts = 0, next_attempt = NULL, next_audit = NULL, repairs = 0";
    transaction.execute(sql, params![replica.0.as_bytes(), epoch])?;
    Ok(())
}
