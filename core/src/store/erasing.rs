//! What was erased at somebody's request (rule 24) goes from this phone: records, answered operations, open forms, and what
//! of them is left in the file or in one that was set aside.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::held::Held;
use super::outbox::signed;
use super::{StoreError, photos, streams};
use crate::model::{EntityId, Op};

/// Forgets records, or whole cases (by the id that is also that of the client's record). An operation that is not answered
/// yet is still sent, since the chain of operations has no gaps, and goes with its answer.
pub fn forget_all(transaction: &Transaction<'_>, ids: &[EntityId]) -> Result<(), StoreError> {
    ids.iter().try_for_each(|id| forget(transaction, *id))
}

/// Forgets one record or case.
pub(super) fn forget(transaction: &Transaction<'_>, id: EntityId) -> Result<(), StoreError> {
    let bytes = id.0.as_bytes();
    let mut gone = scrub_answered(transaction, "record = ?1", bytes)?;
    if let Some(held) = Held::find(transaction, id)? {
        held.delete(transaction)?;
        gone += 1;
    }
    gone += transaction.execute("DELETE FROM staged WHERE id = ?1", params![bytes])?;
    gone += transaction.execute("DELETE FROM form WHERE id = ?1 OR owner = ?1", params![bytes])?;
    gone += usize::from(photos::forget(transaction, id)?);
    gone += forget_case(transaction, bytes)?;
    gone += forget_unplaced(transaction, id)?;
    // What this file does not hold may be in one that was set aside.
    let sql = "UPDATE device SET scrub = 1 WHERE scrub = 0 AND (?1 OR aside = 1)";
    transaction.prepare_cached(sql)?.execute(params![gone > 0])?;
    Ok(())
}

/// Notes that files which were set aside lie beside this one.
pub(super) fn note_aside(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("UPDATE device SET aside = 1 WHERE aside = 0", [])?;
    Ok(())
}

/// Forgets an operation that the server answered so, and whatever this phone shows of what it was about.
pub(super) fn forget_op(transaction: &Transaction<'_>, n: u64, op: &Op) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET op = '', pending = 0, outcome = NULL, why = NULL WHERE n = ?1";
    transaction.prepare_cached(sql)?.execute(params![signed(n)])?;
    transaction.execute("UPDATE device SET scrub = 1", [])?;
    let copy = op.publication.as_ref().map(|said| said.id);
    [Some(op.entity), copy].into_iter().flatten().try_for_each(|id| forget(transaction, id))
}

/// Answered operations lose their text. Those that a backup of the server holds go; of the others the chain stays.
/// `which` is a condition of this file with one parameter, never a value from outside.
fn scrub_answered(transaction: &Transaction<'_>, which: &str, id: &[u8; 16]) -> Result<usize, StoreError> {
    let safe = format!("DELETE FROM outbox WHERE {which} AND n <= (SELECT safe_n FROM device)");
    let kept = format!(
        "UPDATE outbox SET op = '', pending = 0, outcome = NULL, why = NULL
         WHERE {which} AND n <= (SELECT tail_n FROM device) AND op <> ''"
    );
    let safe = transaction.prepare_cached(&safe)?.execute(params![id])?;
    Ok(safe + transaction.prepare_cached(&kept)?.execute(params![id])?)
}

/// When `owner` is a case: everything in its streams.
fn forget_case(transaction: &Transaction<'_>, owner: &[u8; 16]) -> Result<usize, StoreError> {
    let sql = "SELECT no FROM stream WHERE owner = ?1";
    let mut statement = transaction.prepare_cached(sql)?;
    let found: Vec<i64> = statement.query_map(params![owner], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut gone = 0;
    for stream in found {
        gone += streams::empty(transaction, stream)? + photos::forget_all(transaction, stream)?;
    }
    let theirs = "stream IN (SELECT no FROM stream WHERE owner = ?1)";
    Ok(gone + scrub_answered(transaction, theirs, owner)?)
}

/// Operations from a damaged file whose place in the chain is lost.
fn forget_unplaced(transaction: &Transaction<'_>, id: EntityId) -> Result<usize, StoreError> {
    let sql = "DELETE FROM salvaged WHERE instr(op, ?1) > 0";
    Ok(transaction.prepare_cached(sql)?.execute(params![id.to_string()])?)
}

/// Whether the file is still to be written anew.
pub(super) fn is_due(connection: &Connection) -> Result<bool, StoreError> {
    let due = connection.query_row("SELECT scrub FROM device", [], |row| row.get(0)).optional()?;
    Ok(due.unwrap_or(false))
}

/// Writes the file anew without what was forgotten, and empties the log that held it. Search is indexed again when somebody
/// searches; people whom no record names any more go, too.
pub(super) fn purge(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(
        "INSERT INTO search (search) VALUES ('delete-all');
         DELETE FROM search_stale;
         UPDATE device SET indexed_to = 0;
         DELETE FROM person WHERE no NOT IN (SELECT author FROM record) AND no NOT IN (SELECT author FROM staged);",
    )?;
    transaction.commit()?;
    connection.execute_batch("VACUUM")?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.execute("UPDATE device SET scrub = 0, aside = 0", [])?;
    Ok(())
}
