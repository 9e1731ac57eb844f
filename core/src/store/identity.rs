//! Whose phone this is, and how far it has synced.

use rusqlite::{Connection, Transaction, params};
use serde::{Deserialize, Serialize};

use super::StoreError;
use crate::model::catalogue::KINDS;
use crate::model::{CaseId, DeviceId, OrganisationId, PersonId, ReplicaId, Role, StreamRef, Timestamp};
use crate::ports::Ids;

/// Who an enrolled phone belongs to, and how it speaks to its server.
#[derive(Clone, Serialize, Deserialize)]
pub struct Identity {
    /// The server's address, without a path.
    pub server: String,
    /// The bearer token.
    pub token: String,
    /// The device, as administrators see it.
    pub device: DeviceId,
    /// The number of this phone's replica.
    pub replica: u32,
    /// Whose phone it is.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// Their organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// A client's own case.
    pub own_case: Option<CaseId>,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity")
            .field("device", &self.device)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

/// How far a phone has synced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncMark {
    /// The last operation the server acknowledged.
    pub tail: u64,
    /// The chain there.
    pub tail_hash: [u8; 8],
    /// How far the phone has read.
    pub cursor: Option<String>,
    /// When the last sync succeeded, by the phone's wall clock.
    pub last_sync: Option<Timestamp>,
    /// When the last attempt was made.
    pub last_attempt: Option<Timestamp>,
    /// The code of what went wrong then.
    pub last_problem: Option<String>,
    /// Attempts that did not succeed since the last that did.
    pub attempts: u32,
    /// When a timer should try again.
    pub next_attempt: Option<Timestamp>,
    /// The server's epoch, as it last named it.
    pub epoch: Option<u32>,
    /// The last operation that is in a backup of the server; those after it are kept.
    pub safe: u64,
    /// How many operations, and how many bytes of them, the server takes in one request, when it said so.
    pub most: Option<(usize, usize)>,
}

/// Gives a fresh file its replica id and its list of kinds.
pub(super) fn prepare(connection: &Connection, ids: &dyn Ids) -> Result<(), StoreError> {
    let named: i64 = connection.query_row("SELECT count(*) FROM device", [], |row| row.get(0))?;
    if named == 0 {
        connection
            .execute("INSERT INTO device (one, replica_id) VALUES (1, ?1)", params![ids.uuid().as_bytes()])?;
    }
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO kind (no, name) VALUES (?1, ?2)")?;
    for kind in KINDS {
        insert.execute(params![kind.number, kind.name])?;
    }
    Ok(())
}

/// The id of this incarnation of the file.
pub fn replica_id(connection: &Connection) -> Result<ReplicaId, StoreError> {
    let bytes: [u8; 16] = connection.query_row("SELECT replica_id FROM device", [], |row| row.get(0))?;
    Ok(ReplicaId(uuid::Uuid::from_bytes(bytes)))
}

/// Whose phone this is, if it was enrolled.
pub fn find_identity(connection: &Connection) -> Result<Option<Identity>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT identity FROM device")?;
    let text: Option<String> = statement.query_row([], |row| row.get(0))?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// Whose phone this is.
///
/// # Errors
/// [`StoreError::NotEnrolled`].
pub fn load_identity(connection: &Connection) -> Result<Identity, StoreError> {
    find_identity(connection)?.ok_or(StoreError::NotEnrolled)
}

/// Keeps who this phone belongs to.
pub fn keep_identity(transaction: &Transaction<'_>, identity: &Identity) -> Result<(), StoreError> {
    let text = serde_json::to_string(identity)?;
    // What the service answered to the phone as it was says nothing about it as it is now.
    let sql = "UPDATE device SET identity = ?1, last_problem = NULL, attempts = 0, next_attempt = NULL";
    transaction.execute(sql, params![text])?;
    super::numbers::person_no(transaction, identity.person, &identity.name)?;
    Ok(())
}

/// How far this phone has synced.
pub fn load_mark(connection: &Connection) -> Result<SyncMark, StoreError> {
    let sql = "SELECT tail_n, tail_hash, cursor, last_sync, last_attempt, last_problem, attempts, next_attempt, epoch,
               safe_n, most_ops, most_bytes FROM device";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| {
        Ok(SyncMark {
            tail: row.get::<_, i64>(0)?.unsigned_abs(),
            tail_hash: row.get(1)?,
            cursor: row.get(2)?,
            last_sync: row.get::<_, Option<i64>>(3)?.map(Timestamp),
            last_attempt: row.get::<_, Option<i64>>(4)?.map(Timestamp),
            last_problem: row.get(5)?,
            attempts: row.get(6)?,
            next_attempt: row.get::<_, Option<i64>>(7)?.map(Timestamp),
            epoch: row.get(8)?,
            safe: row.get::<_, i64>(9)?.unsigned_abs(),
            most: row
                .get::<_, Option<u32>>(10)?
                .map(|ops| ops as usize)
                .zip(row.get::<_, Option<u32>>(11)?.map(|bytes| bytes as usize)),
        })
    })?)
}

/// Keeps how an attempt to sync ended.
pub fn keep_attempt(
    transaction: &Transaction<'_>,
    at: Timestamp,
    problem: Option<&str>,
    next: Option<Timestamp>,
) -> Result<(), StoreError> {
    let sql = "UPDATE device SET last_attempt = ?1, last_problem = ?2, next_attempt = ?3,
               attempts = CASE WHEN ?2 IS NULL THEN 0 ELSE attempts + 1 END,
               last_sync = CASE WHEN ?2 IS NULL THEN ?1 ELSE last_sync END";
    transaction.prepare_cached(sql)?.execute(params![at.0, problem, next.map(|next| next.0)])?;
    Ok(())
}

/// Keeps the epoch the server named.
pub fn keep_epoch(transaction: &Transaction<'_>, epoch: u32) -> Result<(), StoreError> {
    transaction.execute("UPDATE device SET epoch = ?1", params![epoch])?;
    Ok(())
}

/// Keeps how much the server takes in one request.
pub fn keep_limits(transaction: &Transaction<'_>, ops: usize, bytes: usize) -> Result<(), StoreError> {
    let sql = "UPDATE device SET most_ops = ?1, most_bytes = ?2";
    let signed = |number: usize| u32::try_from(number.max(1)).unwrap_or(u32::MAX);
    transaction.execute(sql, params![signed(ops), signed(bytes)])?;
    Ok(())
}

/// Keeps from which build on the server would like to see the app.
pub fn keep_wanted_build(transaction: &Transaction<'_>, build: &str) -> Result<(), StoreError> {
    transaction.execute("UPDATE device SET wanted_build = ?1", params![build])?;
    Ok(())
}

/// From which build on the server would like to see the app, if it said so.
pub fn find_wanted_build(connection: &Connection) -> Result<Option<String>, StoreError> {
    Ok(connection.query_row("SELECT wanted_build FROM device", [], |row| row.get(0))?)
}

/// Makes a stream that this phone has from the start, such as its person's private one.
pub fn own_stream(transaction: &Transaction<'_>, stream: StreamRef) -> Result<(), StoreError> {
    super::streams::ensure(transaction, stream, true)?;
    Ok(())
}
