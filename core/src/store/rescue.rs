//! A damaged file: what this phone alone has is read out of it row by row and kept in a file of its own, before anything is
//! rebuilt. The damaged file is set aside, and no recovery ever deletes it. What the server has comes again by itself.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::canary::Canary;
use super::files::{self, FILE};
use super::held::Held;
use super::open::opening;
use super::rescued_photos::FoundPhotos;
use super::settle::restand;
use super::{DatabaseKey, KeyStore, Store, StoreError, aside, local, numbers, salvage, streams};
use crate::model::{Act, Op, PersonId, ReplicaId, StreamRef, Timestamp};
use crate::ports::{Entropy, Ids};

/// A number that no phone's operations reach; where to stop looking when the file cannot say.
const MOST_OPS: i64 = 1 << 20;
/// So many numbers in a row without an operation are the end.
const GAP: i64 = 4_096;

/// What was saved from a damaged file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescued {
    /// Operations that go on as if nothing had happened.
    pub placed: usize,
    /// Operations whose place in the chain is lost: they are left with the server in quarantine.
    pub unplaced: usize,
    /// Open forms with what was typed in them.
    pub forms: usize,
    /// Whether the phone still knows whose it is; if not, it must be enrolled again.
    pub enrolled: bool,
    /// Where the damaged file is now.
    pub damaged: PathBuf,
    /// Where what was read out of it is kept as well, encrypted with the same key.
    pub salvage: PathBuf,
}

/// What can be read of the damaged file.
#[derive(Default)]
struct Found {
    device: Option<Device>,
    ops: Vec<FoundOp>,
    forms: Vec<FoundForm>,
    photos: FoundPhotos,
}

struct Device {
    replica: [u8; 16],
    identity: Option<String>,
    next_n: i64,
    tail: (i64, [u8; 8]),
    safe: (i64, [u8; 8]),
    epoch: Option<u32>,
}

struct FoundOp {
    n: i64,
    text: String,
    at: i64,
}

struct FoundForm {
    id: [u8; 16],
    kind: u16,
    owner: [u8; 16],
    started: i64,
    fields: Vec<(String, String, i64)>,
}

impl Store {
    /// Saves what can be saved of the damaged file in `folder`, sets the file aside, and makes a new one that goes on with
    /// it. To be called when [`Store::open`] answered [`StoreError::Damaged`] and a person agreed.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`]; [`StoreError::Full`] and the like: as long as what was found is not kept, nothing is moved.
    pub fn rescue(
        folder: &Path,
        (keys, entropy, ids): (&dyn KeyStore, &dyn Entropy, &dyn Ids),
        now: Timestamp,
    ) -> Result<(Self, Rescued), StoreError> {
        let _turn = opening(folder)?;
        let key = keys.load()?.ok_or(StoreError::WrongKey)?;
        let canary = Canary::read(folder)?;
        if canary.is_some_and(|canary| canary.key_check != key.check()) {
            return Err(StoreError::WrongKey);
        }
        let found = search(&folder.join(FILE), &key);
        let salvage = aside::salvage_path(folder, now);
        keep(&salvage, &key, &found)?;
        let damaged = set_aside(folder, now)?;
        let store = Self::open_in_turn(folder, keys, entropy, ids)?;
        let mut rescued = store.write(|transaction| rebuild(transaction, &found))?;
        (rescued.damaged, rescued.salvage) = (damaged, salvage);
        Ok((store, rescued))
    }
}

/// Whether every page of the phone's file is as it was written. Reads all of it.
///
/// # Errors
/// [`StoreError::WrongKey`]; [`StoreError::KeyStore`] when the key cannot be had.
pub fn is_whole(folder: &Path, keys: &dyn KeyStore) -> Result<bool, StoreError> {
    let key = keys.load()?.ok_or(StoreError::WrongKey)?;
    let there = fs::metadata(folder.join(FILE)).is_ok_and(|file| file.len() > 0);
    let Some(connection) = there.then(|| reach(&folder.join(FILE), &key)).flatten() else { return Ok(false) };
    Ok(finds_nothing(&connection, "PRAGMA cipher_integrity_check").unwrap_or(false)
        && finds_nothing(&connection, "PRAGMA quick_check(1)").unwrap_or(false))
}

/// Whether a check of SQLite's or SQLCipher's has nothing to say but that all is well.
fn finds_nothing(connection: &Connection, check: &str) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare(check)?;
    let said = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(said.iter().all(|line| line == "ok"))
}

fn search(file: &Path, key: &DatabaseKey) -> Found {
    let device = reach(file, key).and_then(|connection| device(&connection).ok().flatten());
    let ops = ops(file, key, device.as_ref().map(|device| device.next_n));
    let forms = reach(file, key).and_then(|connection| forms(&connection).ok()).unwrap_or_default();
    let photos = FoundPhotos::search(|| reach(file, key));
    Found { device, ops, forms, photos }
}

/// A connection to the damaged file. One that has met a damaged page reads nothing any more, so each part gets its own.
fn reach(file: &Path, key: &DatabaseKey) -> Option<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).ok()?;
    connection.execute_batch("PRAGMA cipher_log_level = NONE").ok()?;
    key.apply(&connection).ok()?;
    // Reading leaves every byte where it is, the log beside the file included.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).ok()?;
    Some(connection)
}

fn device(connection: &Connection) -> rusqlite::Result<Option<Device>> {
    let sql = "SELECT replica_id, identity, next_n, tail_n, tail_hash, safe_n, safe_hash, epoch FROM device";
    connection
        .query_row(sql, [], |row| {
            Ok(Device {
                replica: row.get(0)?,
                identity: row.get(1)?,
                next_n: row.get(2)?,
                tail: (row.get(3)?, row.get(4)?),
                safe: (row.get(5)?, row.get(6)?),
                epoch: row.get(7)?,
            })
        })
        .optional()
}

/// Operation by operation, so that a page that cannot be read costs what is on it and nothing else.
fn ops(file: &Path, key: &DatabaseKey, next_n: Option<i64>) -> Vec<FoundOp> {
    let (mut found, mut missing) = (Vec::new(), 0);
    let mut connection = reach(file, key);
    for n in 1..next_n.unwrap_or(MOST_OPS) {
        let Some(open) = &connection else { break };
        match op(open, n) {
            Ok(Some(op)) => {
                found.push(op);
                missing = 0;
                continue;
            }
            Ok(None) => {}
            Err(_) => connection = reach(file, key),
        }
        missing += 1;
        if next_n.is_none() && missing > GAP {
            break;
        }
    }
    found
}

fn op(connection: &Connection, n: i64) -> rusqlite::Result<Option<FoundOp>> {
    let sql = "SELECT op, at FROM outbox WHERE n = ?1";
    let read = |row: &rusqlite::Row<'_>| Ok(FoundOp { n, text: row.get(0)?, at: row.get(1)? });
    connection.prepare_cached(sql)?.query_row(params![n], read).optional()
}

fn forms(connection: &Connection) -> rusqlite::Result<Vec<FoundForm>> {
    let mut statement = connection.prepare("SELECT id, kind, owner, started FROM form")?;
    let rows = statement.query_map([], |row| {
        let (id, kind, owner, started) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(FoundForm { id, kind, owner, started, fields: Vec::new() })
    })?;
    let mut forms: Vec<FoundForm> = rows.flatten().collect();
    for form in &mut forms {
        let mut statement = connection.prepare("SELECT field, value, at FROM draft_save WHERE form = ?1")?;
        let fields =
            statement.query_map(params![form.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        form.fields = fields.flatten().collect();
    }
    Ok(forms)
}

/// Keeps what was found, durably, before anything is moved.
fn keep(path: &Path, key: &DatabaseKey, found: &Found) -> Result<(), StoreError> {
    let mut file = Connection::open(path)?;
    key.apply(&file)?;
    file.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;
         CREATE TABLE IF NOT EXISTS op (n INTEGER, text TEXT, at INTEGER) STRICT;
         CREATE TABLE IF NOT EXISTS typed (form BLOB, field TEXT, value TEXT, at INTEGER) STRICT;",
    )?;
    let transaction = file.transaction()?;
    for op in &found.ops {
        transaction.execute("INSERT INTO op VALUES (?1, ?2, ?3)", params![op.n, op.text, op.at])?;
    }
    for (form, (field, value, at)) in
        found.forms.iter().flat_map(|f| f.fields.iter().map(move |field| (f, field)))
    {
        transaction
            .execute("INSERT INTO typed VALUES (?1, ?2, ?3, ?4)", params![form.id, field, value, at])?;
    }
    found.photos.keep(&transaction)?;
    Ok(transaction.commit()?)
}

/// Moves the damaged file out of the way; its small file goes last, so that a cut in between is a damaged phone still.
fn set_aside(folder: &Path, now: Timestamp) -> Result<PathBuf, StoreError> {
    let aside = aside::damaged_name(now);
    for part in ["-wal", "-shm", ""] {
        let from = folder.join(format!("{FILE}{part}"));
        if from.exists() {
            fs::rename(from, folder.join(format!("{aside}{part}")))?;
        }
    }
    files::remove(&folder.join(super::canary::NAME))?;
    Ok(folder.join(aside))
}

fn rebuild(transaction: &Transaction<'_>, found: &Found) -> Result<Rescued, StoreError> {
    let mut rescued = Rescued { enrolled: false, ..Rescued::default() };
    let replica =
        found.device.as_ref().map_or(ReplicaId(Uuid::nil()), |d| ReplicaId(Uuid::from_bytes(d.replica)));
    let mut next = i64::MAX;
    if let Some(device) = &found.device {
        let sql = "UPDATE device SET replica_id = ?1, identity = ?2, next_n = ?3, tail_n = ?4, tail_hash = ?5, safe_n = ?6,
                     safe_hash = ?7, epoch = ?8";
        let (tail, safe) = (device.tail, device.safe);
        let chain = params![
            device.replica,
            device.identity,
            tail.0 + 1,
            tail.0,
            tail.1,
            safe.0,
            safe.1,
            device.epoch
        ];
        transaction.execute(sql, chain)?;
        rescued.enrolled = device.identity.is_some();
        next = tail.0 + 1;
    }
    for op in &found.ops {
        if op.n == next && place(transaction, op)? {
            next += 1;
            rescued.placed += 1;
        } else if op.n >= found.device.as_ref().map_or(0, |device| device.tail.0 + 1) {
            salvage::keep_unplaced(transaction, replica, op.n.unsigned_abs(), &op.text)?;
            rescued.unplaced += 1;
        }
    }
    if found.device.is_some() {
        transaction.execute("UPDATE device SET next_n = ?1", params![next])?;
    }
    rescued.forms = found.forms.len();
    found.forms.iter().try_for_each(|form| keep_form(transaction, form))?;
    found.photos.place(transaction)?;
    streams::begin_relisting(transaction)?;
    Ok(rescued)
}

/// Puts an operation back where it was, and what it made on the screen.
fn place(transaction: &Transaction<'_>, found: &FoundOp) -> Result<bool, StoreError> {
    let Ok(op) = serde_json::from_str::<Op>(&found.text) else { return Ok(false) };
    let who = super::identity::find_identity(transaction)?;
    let home = who.as_ref().map_or(PersonId(Uuid::nil()), |who| who.person);
    let stream = streams::ensure(transaction, op.stream.unwrap_or(StreamRef::private(home)), true)?;
    let sql = "INSERT INTO outbox (n, record, stream, op, at) VALUES (?1, ?2, ?3, ?4, ?5)";
    transaction.execute(sql, params![found.n, op.entity.0.as_bytes(), stream.no, found.text, found.at])?;
    if let (Act::Create, Some(kind), Some(who), None) =
        (op.act, &op.kind, &who, Held::find(transaction, op.entity)?)
    {
        let author = numbers::person_no(transaction, who.person, &who.name)?;
        let mut held = Held { listing: stream.listing, ..Held::new(op.entity, stream.no, kind, author) };
        held.show(found.n.unsigned_abs(), &op);
        held.keep(transaction)?;
    }
    restand(transaction, op.entity)?;
    if let (Act::Publish, Some(who)) = (op.act, &who) {
        seal_again(transaction, &op, who.person, Timestamp(found.at))?;
    }
    Ok(true)
}

/// Shows what was signed on this phone, as it did before. A draft that comes from the server again brings its copy with it.
fn seal_again(transaction: &Transaction<'_>, op: &Op, by: PersonId, at: Timestamp) -> Result<(), StoreError> {
    let (Some(draft), Some(stream), Some(said)) =
        (Held::find(transaction, op.entity)?, op.stream, &op.publication)
    else {
        return Ok(());
    };
    local::seal(transaction, &draft, stream, said, (by, at))
}

fn keep_form(transaction: &Transaction<'_>, form: &FoundForm) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO form (id, kind, owner, started) VALUES (?1, ?2, ?3, ?4)";
    transaction.execute(sql, params![form.id, form.kind, form.owner, form.started])?;
    for (field, value, at) in &form.fields {
        let sql = "INSERT OR IGNORE INTO draft_save (form, field, value, at) VALUES (?1, ?2, ?3, ?4)";
        transaction.execute(sql, params![form.id, field, value, at])?;
    }
    Ok(())
}
