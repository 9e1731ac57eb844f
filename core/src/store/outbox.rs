//! Operations of this phone: pending until the server has answered, kept until it has them safe.

use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::{Answer, StoreError};
use crate::model::{EntityId, Op, Outcome, Timestamp, Why};

/// An operation the server has not answered, exactly as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Its number.
    pub n: u64,
    /// Its text.
    pub op: String,
}

/// How much work is on this phone alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsent {
    /// Operations the server has not answered.
    pub count: u64,
    /// When the oldest of them was written, by the phone's wall clock.
    pub oldest: Option<Timestamp>,
}

/// An operation that did not simply apply and that a person should hear of.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Its number.
    pub n: u64,
    /// The record it was about.
    pub record: EntityId,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub why: Option<Why>,
    /// When it was written.
    pub at: Timestamp,
    /// The operation, so that nothing written in it is out of reach.
    pub op: Op,
}

/// Appends an operation; gives its number.
pub(super) fn append(
    transaction: &Transaction<'_>,
    op: &Op,
    stream: i64,
    at: Timestamp,
) -> Result<u64, StoreError> {
    let n: i64 = transaction
        .prepare_cached("UPDATE device SET next_n = next_n + 1 RETURNING next_n - 1")?
        .query_row([], |row| row.get(0))?;
    let text = serde_json::to_string(op)?;
    transaction
        .prepare_cached("INSERT INTO outbox (n, record, stream, op, at) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![n, op.entity.0.as_bytes(), stream, text, at.0])?;
    Ok(n.unsigned_abs())
}

/// The next operations to send, in order: at most `count`, and at most `bytes` of text but at least one.
pub fn list_pending(connection: &Connection, count: usize, bytes: usize) -> Result<Vec<Pending>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT n, op FROM outbox WHERE n > (SELECT tail_n FROM device) ORDER BY n LIMIT ?1",
    )?;
    let mut rows = statement.query(params![i64::try_from(count).unwrap_or(i64::MAX)])?;
    let (mut pending, mut size) = (Vec::new(), 0_usize);
    while let Some(row) = rows.next()? {
        let op: String = row.get(1)?;
        size = size.saturating_add(op.len());
        if size > bytes && !pending.is_empty() {
            break;
        }
        pending.push(Pending { n: row.get::<_, i64>(0)?.unsigned_abs(), op });
    }
    Ok(pending)
}

/// The number the next operation will have, and how many earlier ones there are.
pub fn last_n(connection: &Connection) -> Result<u64, StoreError> {
    Ok(connection.query_row("SELECT next_n - 1 FROM device", [], |row| row.get::<_, i64>(0))?.unsigned_abs())
}

/// How much is on this phone alone.
pub fn unsent(connection: &Connection) -> Result<Unsent, StoreError> {
    let sql = "SELECT count(*), min(at) FROM outbox WHERE n > (SELECT tail_n FROM device)";
    Ok(connection.query_row(sql, [], |row| {
        let count: i64 = row.get(0)?;
        Ok(Unsent { count: count.unsigned_abs(), oldest: row.get::<_, Option<i64>>(1)?.map(Timestamp) })
    })?)
}

/// What makes an operation one to hear of, in the words of the index that finds them.
pub(super) const IS_REMARK: &str = "outcome IS NOT NULL AND outcome NOT IN ('merged', 'duplicate')";

/// How many operations a person should hear of.
pub fn count_remarks(connection: &Connection) -> Result<usize, StoreError> {
    let sql = format!("SELECT count(*) FROM outbox WHERE {IS_REMARK}");
    let count: i64 = connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// What makes an operation one over which an edit won, in the words of the index that finds them (rule 10).
pub(super) const EDIT_WON: &str = "why = 'edit_wins'";

/// Operations a person should hear of, newest first.
pub fn list_remarks(connection: &Connection) -> Result<Vec<Remark>, StoreError> {
    list_where(connection, IS_REMARK)
}

/// Operations of this phone in which putting a record away met an edit, and the edit won; newest first.
pub(super) fn list_edit_won(connection: &Connection) -> Result<Vec<Remark>, StoreError> {
    list_where(connection, EDIT_WON)
}

/// An edit won over this phone's putting `record` away, after the server had taken that as it was: its person hears of it.
pub(super) fn note_edit_won(transaction: &Transaction<'_>, record: EntityId) -> Result<(), StoreError> {
    let sql = format!(
        "UPDATE outbox SET outcome = 'merged', why = 'edit_wins', heard = 0 WHERE n =
           (SELECT max(n) FROM outbox WHERE record = ?1 AND pending = 0 AND outcome IS NULL AND {PUTS_AWAY})"
    );
    transaction.prepare_cached(&sql)?.execute(params![record.0.as_bytes()])?;
    Ok(())
}

/// An operation that puts a record away, by how its text begins.
const PUTS_AWAY: &str = "op LIKE '{\"k\":\"archive\"%'";

fn list_where(connection: &Connection, which: &str) -> Result<Vec<Remark>, StoreError> {
    let sql = format!("SELECT n, record, outcome, why, at, op FROM outbox WHERE {which} ORDER BY n DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        let texts: (String, Option<String>, String) = (row.get(2)?, row.get(3)?, row.get(5)?);
        Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 16]>(1)?, row.get::<_, i64>(4)?, texts))
    })?;
    rows.map(|row| {
        let (n, record, at, (outcome, why, op)) = row?;
        Ok(Remark {
            n: n.unsigned_abs(),
            record: EntityId(Uuid::from_bytes(record)),
            outcome: parse(&outcome)?,
            why: why.as_deref().map(parse).transpose()?,
            at: Timestamp(at),
            op: serde_json::from_str(&op)?,
        })
    })
    .collect()
}

/// The operation with this number, if it is still kept and was not erased.
pub(super) fn find(connection: &Connection, n: u64) -> Result<Option<Op>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT op FROM outbox WHERE n = ?1 AND op <> ''")?;
    let text: Option<String> = statement.query_row(params![signed(n)], |row| row.get(0)).optional()?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// The operations that still stand on top of the mirror of `record`, in order, with their numbers.
pub(super) fn list_on(connection: &Connection, record: EntityId) -> Result<Vec<(u64, Op)>, StoreError> {
    let sql = "SELECT n, op FROM outbox WHERE record = ?1 AND pending = 1 ORDER BY n";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![record.0.as_bytes()], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
    })?;
    rows.map(|row| {
        let (n, op) = row?;
        Ok((n.unsigned_abs(), serde_json::from_str(&op)?))
    })
    .collect()
}

/// Whether any operation still stands on top of a mirror.
pub(super) fn has_pending(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM outbox WHERE pending = 1)";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Notes what became of an operation. A parked one stays on top of the mirror: the server will apply it once it can.
pub(super) fn answer(
    transaction: &Transaction<'_>,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Answer { n, outcome, why, rev, point } = answer;
    let still = *outcome == Outcome::Parked;
    let name = (*outcome != Outcome::Applied).then(|| name(outcome)).transpose()?;
    let why = why.as_ref().map(name_of).transpose()?;
    let sql = "UPDATE outbox SET pending = ?2, outcome = ?3, why = ?4, rev = ?5, point = ?6, answered = ?7 WHERE n = ?1";
    transaction.prepare_cached(sql)?.execute(params![signed(*n), still, name, why, rev, point, now.0])?;
    Ok(())
}

/// Notes what became, after all, of an operation that had been set aside or had to wait; a person hears of it anew.
pub(super) fn settle(
    transaction: &Transaction<'_>,
    n: u64,
    outcome: Outcome,
    why: Option<Why>,
) -> Result<(), StoreError> {
    let name = (outcome != Outcome::Applied).then(|| name(&outcome)).transpose()?;
    let why = why.as_ref().map(name_of).transpose()?;
    let sql = "UPDATE outbox SET pending = ?2, outcome = ?3, why = ?4, heard = 0 WHERE n = ?1";
    let still = outcome == Outcome::Parked;
    transaction.prepare_cached(sql)?.execute(params![signed(n), still, name, why])?;
    Ok(())
}

/// Moves the point up to which the server has everything in a backup to `durable`, or as far as answers are older than
/// `before`; forgets what lies up to there, but nothing a person should still hear of or that unsent work stands on. What put
/// a record away is kept until `before`: an edit may still win over it.
pub(super) fn forget(
    transaction: &Transaction<'_>,
    durable: u64,
    before: Timestamp,
) -> Result<(), StoreError> {
    let safe = "SELECT n, point FROM outbox WHERE n > (SELECT safe_n FROM device) AND n <= (SELECT tail_n FROM device)
                AND (n <= ?1 OR answered < ?2) AND point IS NOT NULL ORDER BY n DESC LIMIT 1";
    let found = transaction
        .prepare_cached(safe)?
        .query_row(params![signed(durable), before.0], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 8]>(1)?))
        })
        .optional()?;
    let Some((n, point)) = found else { return Ok(()) };
    transaction.execute("UPDATE device SET safe_n = ?1, safe_hash = ?2", params![n, point])?;
    let sql = format!(
        "DELETE FROM outbox WHERE n <= ?1 AND pending = 0 AND (outcome IS NULL OR outcome IN ('merged', 'duplicate'))
         AND record NOT IN (SELECT record FROM outbox WHERE n > (SELECT tail_n FROM device))
         AND NOT (why IS NOT NULL AND {EDIT_WON} AND heard = 0) AND NOT ({PUTS_AWAY} AND coalesce(answered, 0) >= ?2)"
    );
    transaction.prepare_cached(&sql)?.execute(params![n, before.0])?;
    Ok(())
}

/// An operation's number as SQLite keeps it.
pub(super) fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn name(outcome: &Outcome) -> Result<String, StoreError> {
    name_of(outcome)
}

fn name_of<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(name) => Ok(name),
        _ => Err(StoreError::Unreadable),
    }
}

fn parse<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, StoreError> {
    let value = serde_json::Value::from_str(&format!("\"{name}\""))?;
    Ok(serde_json::from_value(value)?)
}
