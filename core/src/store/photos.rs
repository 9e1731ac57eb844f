//! The bytes of photos on this phone. What a photo is says its record; this knows how much of it is here and how much is there.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::StoreError;
use super::outbox::signed;
use crate::model::{EntityId, StreamRef};

/// How much of a photo is in one row.
const ROW_BYTES: usize = 256 * 1024;

/// A photo taken here that the server does not have whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnsentPhoto {
    /// Its record.
    pub id: EntityId,
    /// How many bytes it has.
    pub bytes: u64,
    /// Whether the server has answered what this phone wrote on its record.
    pub told: bool,
}

/// Keeps a photo that was taken here, to be sent.
pub fn keep_own(
    transaction: &Transaction<'_>,
    id: EntityId,
    stream: StreamRef,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    begin(transaction, id, stream, (length, true))?;
    (0..)
        .step_by(ROW_BYTES)
        .zip(bytes.chunks(ROW_BYTES))
        .try_for_each(|(at, part)| add(transaction, id, at, part))
}

/// Begins to keep a photo that is fetched.
pub fn begin_fetched(
    transaction: &Transaction<'_>,
    id: EntityId,
    stream: StreamRef,
    bytes: u64,
) -> Result<(), StoreError> {
    begin(transaction, id, stream, (bytes, false))
}

fn begin(
    transaction: &Transaction<'_>,
    id: EntityId,
    stream: StreamRef,
    (bytes, mine): (u64, bool),
) -> Result<(), StoreError> {
    // The stream is there: its record is.
    let sql = "INSERT INTO photo (id, stream, bytes, mine)
               SELECT ?1, no, ?2, ?3 FROM stream WHERE audience = ?4 AND owner = ?5 ON CONFLICT DO NOTHING";
    let (audience, owner) = (stream.audience.name(), stream.owner.as_bytes());
    transaction.prepare_cached(sql)?.execute(params![
        id.0.as_bytes(),
        signed(bytes),
        mine,
        audience,
        owner
    ])?;
    Ok(())
}

/// Adds the part that begins at `at`.
pub fn add(transaction: &Transaction<'_>, id: EntityId, at: u64, part: &[u8]) -> Result<(), StoreError> {
    let sql = "INSERT INTO photo_part (photo, at, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    transaction.prepare_cached(sql)?.execute(params![id.0.as_bytes(), signed(at), part])?;
    Ok(())
}

/// How many bytes are here, from the beginning of the photo.
pub fn here(connection: &Connection, id: EntityId) -> Result<u64, StoreError> {
    let sql = "SELECT coalesce(max(at + length(bytes)), 0) FROM photo_part WHERE photo = ?1";
    let here: i64 = connection.prepare_cached(sql)?.query_row(params![id.0.as_bytes()], |row| row.get(0))?;
    Ok(here.unsigned_abs())
}

/// The whole photo, if all of it is here.
pub fn find(connection: &Connection, id: EntityId) -> Result<Option<Vec<u8>>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT bytes FROM photo WHERE id = ?1")?;
    let bytes: Option<i64> = statement.query_row(params![id.0.as_bytes()], |row| row.get(0)).optional()?;
    if bytes.map(i64::unsigned_abs) != Some(here(connection, id)?) {
        return Ok(None);
    }
    let sql = "SELECT bytes FROM photo_part WHERE photo = ?1 ORDER BY at";
    let mut statement = connection.prepare_cached(sql)?;
    let parts = statement.query_map(params![id.0.as_bytes()], |row| row.get::<_, Vec<u8>>(0))?;
    Ok(Some(parts.collect::<Result<Vec<_>, _>>()?.concat()))
}

/// Some bytes of a photo from `at` on: what is left of the part they are in.
pub fn part(connection: &Connection, id: EntityId, at: u64) -> Result<Vec<u8>, StoreError> {
    let sql = "SELECT at, bytes FROM photo_part WHERE photo = ?1 AND at <= ?2 ORDER BY at DESC LIMIT 1";
    let at = signed(at);
    let found: Option<(i64, Vec<u8>)> = connection
        .prepare_cached(sql)?
        .query_row(params![id.0.as_bytes(), at], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((begins, bytes)) = found else { return Ok(Vec::new()) };
    let skip = usize::try_from(at - begins).unwrap_or(usize::MAX);
    Ok(bytes.get(skip..).unwrap_or_default().to_vec())
}

/// Forgets the photos that were fetched longest ago, until those that are left have at most `most` bytes. They can be fetched
/// again; photos taken here stay.
pub fn trim_fetched(transaction: &Transaction<'_>, most: u64) -> Result<(), StoreError> {
    let sql = "DELETE FROM photo WHERE id IN
                 (SELECT id FROM (SELECT id, sum(bytes) OVER (ORDER BY rowid DESC) AS newer FROM photo WHERE mine = 0)
                  WHERE newer > ?1)";
    transaction.prepare_cached(sql)?.execute(params![signed(most)])?;
    Ok(())
}

/// Whether the bytes here have this SHA-256, in hexadecimal.
pub fn is_what_was_said(connection: &Connection, id: EntityId, sha256: &str) -> Result<bool, StoreError> {
    Ok(find(connection, id)?.is_some_and(|bytes| hash(&bytes) == sha256))
}

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Photos taken here that the server does not have whole.
pub fn list_unsent(connection: &Connection) -> Result<Vec<UnsentPhoto>, StoreError> {
    let sql =
        "SELECT id, bytes, NOT EXISTS (SELECT 1 FROM outbox o WHERE o.record = photo.id AND o.pending = 1)
               FROM photo WHERE mine = 1 AND there < bytes ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(UnsentPhoto {
            id: EntityId(uuid::Uuid::from_bytes(row.get(0)?)),
            bytes: row.get::<_, i64>(1)?.unsigned_abs(),
            told: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many photos taken here the server does not have whole.
pub fn count_unsent(connection: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT count(*) FROM photo WHERE mine = 1 AND there < bytes";
    let count: i64 = connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Notes how much the server has. A photo of a stream that is no longer this phone's goes once it is there whole.
pub fn note_there(transaction: &Transaction<'_>, id: EntityId, there: u64) -> Result<(), StoreError> {
    let sql = "UPDATE photo SET there = ?2 WHERE id = ?1";
    transaction.prepare_cached(sql)?.execute(params![id.0.as_bytes(), signed(there)])?;
    let sql = "DELETE FROM photo WHERE id = ?1 AND there >= bytes AND stream IN (SELECT no FROM stream WHERE dropped = 1)";
    transaction.prepare_cached(sql)?.execute(params![id.0.as_bytes()])?;
    Ok(())
}

/// The server may have been restored: it is asked again how much it has of each.
pub(super) fn doubt_all(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("UPDATE photo SET there = 0 WHERE mine = 1", [])?;
    Ok(())
}

/// Forgets a photo, and says whether there was one.
pub fn forget(transaction: &Transaction<'_>, id: EntityId) -> Result<bool, StoreError> {
    let sql = "DELETE FROM photo WHERE id = ?1";
    Ok(transaction.prepare_cached(sql)?.execute(params![id.0.as_bytes()])? > 0)
}

/// Forgets a stream's photos, those that were not sent included; says how many.
pub(super) fn forget_all(transaction: &Transaction<'_>, stream: i64) -> Result<usize, StoreError> {
    Ok(transaction.prepare_cached("DELETE FROM photo WHERE stream = ?1")?.execute(params![stream])?)
}

/// Forgets the photos of a stream that is no longer this phone's, but those the server does not have yet.
pub(super) fn forget_settled(transaction: &Transaction<'_>, stream: i64) -> Result<(), StoreError> {
    let sql = "DELETE FROM photo WHERE stream = ?1 AND (mine = 0 OR there >= bytes)";
    transaction.prepare_cached(sql)?.execute(params![stream])?;
    Ok(())
}
