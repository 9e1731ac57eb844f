//! What a phone holds of its streams, to be compared with what the server holds; and which stream is read again.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::held::Mirrored;
use super::{Siblings, StoreError, streams};
use crate::model::{EntityId, Fields, State, StreamRef, Timestamp};

/// How long a comparison holds good.
const VERIFIED_FOR_MS: i64 = 24 * 3_600_000;
/// How long after one request with digests the next may go out by itself.
const BETWEEN_MS: i64 = 3_600_000;

/// A record of an audited stream, as the server last said it.
#[derive(Clone, Debug)]
pub struct AuditedRecord {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by name.
    pub kind: String,
    /// Where it stands.
    pub state: State,
    /// Its revision.
    pub rev: u32,
    /// Its fields.
    pub fields: Fields,
    /// Its other texts.
    pub siblings: Siblings,
    /// The hash of its seal.
    pub seal: Option<String>,
}

/// A stream with all its records, as the server last said them.
#[derive(Clone, Debug)]
pub struct AuditedStream {
    /// The stream.
    pub stream: StreamRef,
    /// Its records.
    pub records: Vec<AuditedRecord>,
}

/// How far what this phone holds was compared with the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// When the comparison that is longest ago was made, by the phone's wall clock; nothing while one is still due.
    pub at: Option<Timestamp>,
    /// How often a stream was read again since it differed.
    pub repairs: u64,
}

/// The streams to compare next, at most `most`: those longest not compared. Nothing while it is not time, while work waits
/// to be sent, or while anything is being read again. `by_hand` means that a person asked.
///
/// # Errors
/// The store's.
pub fn list_due(
    connection: &Connection,
    most: usize,
    now: Timestamp,
    by_hand: bool,
) -> Result<Vec<AuditedStream>, StoreError> {
    let quiet = "SELECT epoch IS NOT NULL AND cursor IS NOT NULL AND relisting = 0
                   AND (?2 OR next_audit IS NULL OR next_audit <= ?1 OR next_audit > ?1 + ?3)
                   AND NOT EXISTS (SELECT 1 FROM outbox WHERE n > tail_n)
                   AND NOT EXISTS (SELECT 1 FROM stream WHERE again IS NOT NULL) FROM device";
    if !connection.query_row(quiet, params![now.0, by_hand, 2 * BETWEEN_MS], |row| row.get::<_, bool>(0))? {
        return Ok(Vec::new());
    }
    let sql = "SELECT no, audience, owner FROM stream WHERE ready = 1 AND dropped = 0 AND filling = 0
               AND (verified IS NULL OR verified NOT BETWEEN ?1 - ?2 AND ?1) ORDER BY verified, no LIMIT ?3";
    let mut statement = connection.prepare_cached(sql)?;
    let due = statement
        .query_map(params![now.0, VERIFIED_FOR_MS, i64::try_from(most).unwrap_or(i64::MAX)], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, [u8; 16]>(2)?))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    due.into_iter()
        .map(|(no, audience, owner)| {
            Ok(AuditedStream { stream: streams::parse(&audience, owner)?, records: records(connection, no)? })
        })
        .collect()
}

fn records(connection: &Connection, stream: i64) -> Result<Vec<AuditedRecord>, StoreError> {
    let sql = "SELECT r.id, k.name, r.state, r.rev, r.fields, r.mirror, r.siblings, r.seal
               FROM record r JOIN kind k ON k.no = r.kind WHERE r.stream = ?1 AND r.rev > 0";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![stream], |row| {
        let texts: (String, Option<String>, Option<String>, Option<String>) =
            (row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?);
        Ok((
            row.get::<_, [u8; 16]>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, u8>(2)?,
            row.get::<_, u32>(3)?,
            texts,
        ))
    })?;
    rows.map(|row| {
        let (id, kind, state, rev, (fields, mirror, siblings, seal)) = row?;
        let mirror: Option<Mirrored> = mirror.as_deref().map(serde_json::from_str).transpose()?;
        let seal: Option<super::Seal> = seal.as_deref().map(serde_json::from_str).transpose()?;
        let shown = State::find(state).ok_or(StoreError::Unreadable)?;
        let state = mirror.as_ref().map_or(shown, |mirror| mirror.state);
        let fields = mirror.map_or_else(|| serde_json::from_str(&fields), |mirror| Ok(mirror.fields))?;
        let siblings = siblings.as_deref().map(serde_json::from_str).transpose()?;
        Ok(AuditedRecord {
            id: EntityId(Uuid::from_bytes(id)),
            kind,
            state,
            rev,
            fields,
            siblings: siblings.unwrap_or_else(BTreeMap::new),
            seal: seal.map(|seal| seal.hash),
        })
    })
    .collect()
}

/// Notes that digests went out and what came of them: a stream that is the same is verified, one that differs is read again.
///
/// # Errors
/// The store's.
pub fn keep_verdicts(
    transaction: &Transaction<'_>,
    verdicts: &[(StreamRef, bool)],
    now: Timestamp,
) -> Result<(), StoreError> {
    for (stream, same) in verdicts {
        let sql = "UPDATE stream SET verified = CASE WHEN ?3 THEN ?4 END, again = CASE WHEN ?3 THEN NULL ELSE '' END
                   WHERE audience = ?1 AND owner = ?2 AND ready = 1";
        transaction.prepare_cached(sql)?.execute(params![
            stream.audience.name(),
            stream.owner.as_bytes(),
            same,
            now.0
        ])?;
    }
    let differ = verdicts.iter().filter(|(_, same)| !same).count();
    let sql = "UPDATE device SET next_audit = ?1, repairs = repairs + ?2";
    transaction.execute(sql, params![now.plus_ms(BETWEEN_MS).0, i64::try_from(differ).unwrap_or(0)])?;
    Ok(())
}

/// Puts the next comparison off, when it is not known yet when it is due.
///
/// # Errors
/// The store's.
pub fn begin_waiting(transaction: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE device SET next_audit = ?1 WHERE next_audit IS NULL";
    transaction.prepare_cached(sql)?.execute(params![now.plus_ms(BETWEEN_MS).0])?;
    Ok(())
}

/// The stream that is read again and where it goes on, if one is.
///
/// # Errors
/// The store's.
pub fn find_again(connection: &Connection) -> Result<Option<(StreamRef, Option<String>)>, StoreError> {
    let sql = "SELECT audience, owner, again FROM stream WHERE again IS NOT NULL AND dropped = 0 ORDER BY no LIMIT 1";
    let found = connection.prepare_cached(sql)?.query_row([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, [u8; 16]>(1)?, row.get::<_, String>(2)?))
    });
    let Some((audience, owner, at)) = found.optional()? else { return Ok(None) };
    Ok(Some((streams::parse(&audience, owner)?, Some(at).filter(|at| !at.is_empty()))))
}

/// Notes where reading `stream` again goes on; nothing when it is complete.
///
/// # Errors
/// The store's.
pub fn keep_again(
    transaction: &Transaction<'_>,
    stream: StreamRef,
    at: Option<&str>,
) -> Result<(), StoreError> {
    let sql = "UPDATE stream SET again = ?3 WHERE audience = ?1 AND owner = ?2";
    transaction.execute(sql, params![stream.audience.name(), stream.owner.as_bytes(), at])?;
    Ok(())
}

/// Nothing counts as compared any more.
///
/// # Errors
/// The store's.
pub fn forget_verified(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("UPDATE stream SET verified = NULL", [])?;
    Ok(())
}

/// How many streams are shown.
///
/// # Errors
/// The store's.
pub fn count_streams(connection: &Connection) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM stream WHERE ready = 1 AND dropped = 0";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// How far what this phone holds was compared with the server.
///
/// # Errors
/// The store's.
pub fn verified(connection: &Connection) -> Result<Verified, StoreError> {
    let sql = "SELECT CASE WHEN count(*) = count(verified) THEN min(verified) END,
                 (SELECT repairs FROM device) FROM stream WHERE ready = 1 AND dropped = 0";
    Ok(connection.query_row(sql, [], |row| {
        let at: Option<i64> = row.get(0)?;
        Ok(Verified { at: at.map(Timestamp), repairs: row.get::<_, i64>(1)?.unsigned_abs() })
    })?)
}
