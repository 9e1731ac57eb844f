//! The streams this phone holds or held.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::{StoreError, index, photos};
use crate::model::{Audience, StreamRef};
#[cfg(feature = "planted")]
use crate::ports::planted;

/// A stream's row.
#[derive(Clone, Copy, Debug)]
pub(super) struct StreamRow {
    pub(super) no: i64,
    pub(super) ready: bool,
    pub(super) filling: bool,
    pub(super) listing: i64,
}

/// Finds the row of `stream`.
pub(super) fn find(connection: &Connection, stream: StreamRef) -> Result<Option<StreamRow>, StoreError> {
    let sql = "SELECT no, ready, filling, listing FROM stream WHERE audience = ?1 AND owner = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row(params![stream.audience.name(), stream.owner.as_bytes()], |row| {
        Ok(StreamRow { no: row.get(0)?, ready: row.get(1)?, filling: row.get(2)?, listing: row.get(3)? })
    });
    Ok(found.optional()?)
}

/// The row of `stream`, made when there is none; `ready` says whether a new one may be shown at once.
pub(super) fn ensure(
    transaction: &Transaction<'_>,
    stream: StreamRef,
    ready: bool,
) -> Result<StreamRow, StoreError> {
    if let Some(row) = find(transaction, stream)? {
        return Ok(row);
    }
    let sql = "INSERT INTO stream (audience, owner, ready) VALUES (?1, ?2, ?3) RETURNING no";
    let values = params![stream.audience.name(), stream.owner.as_bytes(), ready];
    let no = transaction.prepare_cached(sql)?.query_row(values, |row| row.get(0))?;
    Ok(StreamRow { no, ready, filling: false, listing: 0 })
}

/// Begins or goes on with a whole listing; gives the listing's number.
pub(super) fn begin_listing(transaction: &Transaction<'_>, row: StreamRow) -> Result<i64, StoreError> {
    if row.filling {
        return Ok(row.listing);
    }
    let sql =
        "UPDATE stream SET filling = 1, dropped = 0, listing = listing + 1 WHERE no = ?1 RETURNING listing";
    Ok(transaction.prepare_cached(sql)?.query_row(params![row.no], |row| row.get(0))?)
}

/// The records of a stream that were not in the whole listing it was given last, with the stream as the one parameter.
pub(super) const UNLISTED: &str =
    "stream = ?1 AND mirror IS NULL AND state <> 2 AND listing <> (SELECT listing FROM stream WHERE no = ?1)";

/// Drafts that were published, likewise.
const UNLISTED_PUBLISHED: &str =
    "stream = ?1 AND mirror IS NULL AND state = 2 AND listing <> (SELECT listing FROM stream WHERE no = ?1)";

/// Whether the whole listing that its stream was given last had no such record, and so, once nothing of this phone stands on
/// it, it goes as it would have gone then (see [`complete`]).
pub(super) fn is_unlisted(connection: &Connection, record: i64) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM record r JOIN stream s ON s.no = r.stream
                 WHERE r.no = ?1 AND r.listing <> s.listing AND s.ready = 1 AND s.filling = 0
                   AND (r.state <> 2 OR (SELECT relisting = 2 FROM device)))";
    Ok(connection.prepare_cached(sql)?.query_row(params![record], |row| row.get(0))?)
}

/// The number of the whole listing that a stream was given last.
pub(super) fn listing_of(connection: &Connection, stream: i64) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT listing FROM stream WHERE no = ?1")?;
    Ok(statement.query_row(params![stream], |row| row.get(0))?)
}

/// Ends a page that completes the stream. After a whole listing, rows that were not in it go, unless work of this phone is
/// pending on them, or they are drafts of this phone that were published: those are in no listing, and say so when somebody
/// signs them again. Of a server that was restored they go too: what they say was signed may never have been.
pub(super) fn complete(transaction: &Transaction<'_>, row: StreamRow) -> Result<(), StoreError> {
    let was_filling: bool = transaction
        .prepare_cached("SELECT filling FROM stream WHERE no = ?1")?
        .query_row(params![row.no], |row| row.get(0))?;
    transaction
        .prepare_cached("UPDATE stream SET ready = 1, filling = 0 WHERE no = ?1")?
        .execute(params![row.no])?;
    if was_filling {
        delete_records(transaction, UNLISTED, row.no)?;
        if relists_restored(transaction)? {
            delete_records(transaction, UNLISTED_PUBLISHED, row.no)?;
        }
    }
    Ok(())
}

/// From here on everything is read again: a stream that is not listed until the end is no longer this phone's.
pub(super) fn begin_relisting(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM staged", [])?;
    transaction.execute("UPDATE stream SET listed = 0, filling = 0, again = NULL", [])?;
    transaction.execute("UPDATE device SET cursor = NULL, reread = 0, relisting = max(relisting, 1)", [])?;
    Ok(())
}

/// The same, from a server that was restored: what it no longer has and this phone still shows is offered to it.
pub(super) fn begin_relisting_restored(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    begin_relisting(transaction)?;
    transaction.execute("UPDATE device SET relisting = 2", [])?;
    Ok(())
}

/// Whether everything is being read again from a server that was restored.
pub(super) fn relists_restored(transaction: &Transaction<'_>) -> Result<bool, StoreError> {
    let sql = "SELECT relisting = 2 FROM device";
    Ok(transaction.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Notes that a stream came.
pub(super) fn note_listed(transaction: &Transaction<'_>, no: i64) -> Result<(), StoreError> {
    transaction
        .prepare_cached("UPDATE stream SET listed = 1 WHERE no = ? AND listed = 0")?
        .execute(params![no])?;
    Ok(())
}

/// Whether everything is being read again.
pub(super) fn is_relisting(connection: &Connection) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT relisting > 0 FROM device")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Operations were acknowledged: while everything is being read again, what they made may come after the rest.
pub(super) fn note_acknowledged(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let sql = "UPDATE device SET reread = 1 WHERE relisting > 0 AND reread = 0";
    transaction.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Whether reading everything again is under way and can end, now that nothing is left of what was being read. A stream on
/// which unsent work stands waits for the server's answer to it, and what that made is asked for once more.
pub(super) fn may_end_relisting(transaction: &Transaction<'_>) -> Result<bool, StoreError> {
    let under_way = is_relisting(transaction)?;
    if under_way && transaction.execute("UPDATE device SET reread = 0 WHERE reread = 1", [])? > 0 {
        return Ok(false);
    }
    let unsent: bool = transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE n > (SELECT tail_n FROM device))",
        [],
        |row| row.get(0),
    )?;
    Ok(under_way && !unsent)
}

/// Everything was read again: what was not listed is no longer this phone's.
pub(super) fn end_relisting(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("UPDATE stream SET ready = 0, filling = 0, dropped = 1 WHERE listed = 0", [])?;
    transaction.execute("UPDATE device SET relisting = 0", [])?;
    sweep(transaction)
}

/// Hides a stream that is no longer this phone's.
pub(super) fn drop_stream(transaction: &Transaction<'_>, stream: StreamRef) -> Result<(), StoreError> {
    let sql = "UPDATE stream SET ready = 0, filling = 0, dropped = 1 WHERE audience = ?1 AND owner = ?2";
    transaction.execute(sql, params![stream.audience.name(), stream.owner.as_bytes()])?;
    Ok(())
}

/// Deletes what is left of dropped streams once nothing of them is pending.
pub(super) fn sweep(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let sql =
        "SELECT no FROM stream WHERE dropped = 1 AND no NOT IN (SELECT stream FROM outbox WHERE pending = 1)";
    #[cfg(feature = "planted")]
    let sql = if planted::is(planted::Bug::PurgeBeforePush) {
        transaction
            .execute_batch("DELETE FROM outbox WHERE stream IN (SELECT no FROM stream WHERE dropped = 1);")?;
        "SELECT no FROM stream WHERE dropped = 1"
    } else {
        sql
    };
    let idle: Vec<i64> =
        transaction.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for stream in idle {
        empty(transaction, stream)?;
        photos::forget_settled(transaction, stream)?;
        transaction.execute(
            "UPDATE stream SET verified = NULL, again = NULL, listing = 0 WHERE no = ?1",
            params![stream],
        )?;
    }
    Ok(())
}

/// Deletes the records of a stream, those that wait included; says how many.
pub(super) fn empty(transaction: &Transaction<'_>, stream: i64) -> Result<usize, StoreError> {
    let staged = transaction.execute("DELETE FROM staged WHERE stream = ?1", params![stream])?;
    Ok(staged + delete_records(transaction, "stream = ?1", stream)?)
}

/// `which` is a condition of this file with the stream as its one parameter, never a value from outside.
fn delete_records(transaction: &Transaction<'_>, which: &str, stream: i64) -> Result<usize, StoreError> {
    let doomed: Vec<i64> = transaction
        .prepare(&format!("SELECT no FROM record WHERE {which}"))?
        .query_map(params![stream], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for no in &doomed {
        index::forget(transaction, *no)?;
        transaction.prepare_cached("DELETE FROM record WHERE no = ?1")?.execute(params![no])?;
    }
    if !doomed.is_empty() {
        index::lower_mark(transaction)?;
    }
    Ok(doomed.len())
}

/// A stream from its columns.
pub(super) fn parse(audience: &str, owner: [u8; 16]) -> Result<StreamRef, StoreError> {
    let audience = Audience::find(audience).ok_or(StoreError::Unreadable)?;
    Ok(StreamRef { audience, owner: Uuid::from_bytes(owner) })
}
