//! Opening the store: what is there decides what happens, and nothing that holds work is ever replaced.

use std::fs;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::canary::{Canary, Stage};
use super::files::{self, FILE};
use super::lock::{self, FileLock};
use super::shelf::KEPT_LOG_BYTES;
use super::{DatabaseKey, KeyStore, Store, StoreError, aside, erasing, identity, reserve, schema};
#[cfg(feature = "planted")]
use crate::ports::planted;
use crate::ports::{Entropy, Ids};

/// Held while a file is opened, or made, or made anew: an app and its background job can come at once, and one that finds the
/// other half way would take a file that somebody already saves in for the leftovers of a start that was cut off.
const OPENING: &str = "alongside.opening";

impl Store {
    /// Opens the store in `folder`, or makes one where there has never been one. Waits while another opens it.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`], [`StoreError::Damaged`], [`StoreError::Missing`], [`StoreError::Newer`]: told apart, and
    /// each leaves every file as it was. [`StoreError::Folder`] when the folder cannot be used.
    pub fn open(
        folder: &Path,
        keys: &dyn KeyStore,
        entropy: &dyn Entropy,
        ids: &dyn Ids,
    ) -> Result<Self, StoreError> {
        fs::create_dir_all(folder)?;
        let _turn = opening(folder)?;
        Self::open_in_turn(folder, keys, entropy, ids)
    }

    /// Opens the store while nobody else does.
    pub(super) fn open_in_turn(
        folder: &Path,
        keys: &dyn KeyStore,
        entropy: &dyn Entropy,
        ids: &dyn Ids,
    ) -> Result<Self, StoreError> {
        let there = fs::metadata(folder.join(FILE)).is_ok_and(|file| file.len() > 0);
        let connection = match (Canary::read(folder)?, there) {
            (None, false) => first(folder, keys, entropy)?,
            (None, true) => adopt(folder, keys)?,
            (Some(canary), _) if canary.stage == Stage::Making => restart(folder, keys, &canary)?,
            (Some(_), false) => return Err(StoreError::Missing),
            #[cfg(feature = "planted")]
            (Some(canary), true)
                if planted::is(planted::Bug::DeleteCorruptFile)
                    && existing(folder, &guarded(keys, &canary)?).is_err() =>
            {
                restart(folder, keys, &canary)?
            }
            (Some(canary), true) => existing(folder, &guarded(keys, &canary)?)?,
        };
        identity::prepare(&connection, ids)?;
        if !aside::list(folder)?.is_empty() {
            erasing::note_aside(&connection)?;
        }
        reserve::keep(folder);
        Ok(Self::holding(connection, folder))
    }
}

/// Waits until nobody else opens the store in `folder`.
pub(super) fn opening(folder: &Path) -> Result<FileLock, StoreError> {
    Ok(lock::take(folder, OPENING)?)
}

/// The very first start: a key, the small file that says so, the encrypted file, and the small file again.
fn first(folder: &Path, keys: &dyn KeyStore, entropy: &dyn Entropy) -> Result<Connection, StoreError> {
    let key = match keys.load()? {
        Some(key) => key,
        None => mint(keys, entropy)?,
    };
    make(folder, &key)
}

fn mint(keys: &dyn KeyStore, entropy: &dyn Entropy) -> Result<DatabaseKey, StoreError> {
    let mut bytes = [0; 32];
    entropy.fill(&mut bytes).map_err(|_| super::KeyStoreError)?;
    let key = DatabaseKey::new(bytes);
    keys.save(&key)?;
    Ok(key)
}

fn make(folder: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    let mut canary = Canary { stage: Stage::Making, key_check: key.check() };
    canary.write(folder)?;
    let mut connection = connect(folder, key, OpenFlags::SQLITE_OPEN_CREATE)?;
    schema::migrate(&mut connection)?;
    canary.stage = Stage::Ready;
    canary.write(folder)?;
    Ok(connection)
}

/// The first start was cut off before anybody could save: its leftovers hold nothing.
fn restart(folder: &Path, keys: &dyn KeyStore, canary: &Canary) -> Result<Connection, StoreError> {
    let key = guarded(keys, canary)?;
    for leftover in [FILE.to_owned(), format!("{FILE}-wal"), format!("{FILE}-shm")] {
        files::remove(&folder.join(leftover))?;
    }
    make(folder, &key)
}

/// The small file is gone and the encrypted one is there: whoever has its key may go on.
fn adopt(folder: &Path, keys: &dyn KeyStore) -> Result<Connection, StoreError> {
    let key = keys.load()?.ok_or(StoreError::WrongKey)?;
    let connection = existing(folder, &key).map_err(|error| match error {
        StoreError::Damaged => StoreError::WrongKey,
        other => other,
    })?;
    Canary { stage: Stage::Ready, key_check: key.check() }.write(folder)?;
    Ok(connection)
}

fn guarded(keys: &dyn KeyStore, canary: &Canary) -> Result<DatabaseKey, StoreError> {
    let key = keys.load()?.ok_or(StoreError::WrongKey)?;
    if key.check() == canary.key_check { Ok(key) } else { Err(StoreError::WrongKey) }
}

fn existing(folder: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    let mut connection = connect(folder, key, OpenFlags::empty())?;
    if schema::version(&connection)? > schema::LATEST {
        return Err(StoreError::Newer);
    }
    schema::migrate(&mut connection)?;
    Ok(connection)
}

fn connect(folder: &Path, key: &DatabaseKey, create: OpenFlags) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
    let connection = Connection::open_with_flags(folder.join(FILE), flags)?;
    // One bad page would print a hundred lines to the phone's log.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    key.apply(&connection)?;
    // A file refused as newer or damaged keeps every byte; and a WAL that is kept makes the next commits cheaper.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    configure(&connection)?;
    Ok(connection)
}

/// FULL, not NORMAL: with NORMAL a power cut loses acknowledged commits. Temporary tables in memory: on disk they would
/// be in plain text.
fn configure(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.execute_batch(
        "PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA cache_size = -4096;",
    )?;
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    let kept = format!("PRAGMA journal_size_limit = {KEPT_LOG_BYTES}");
    let _: i64 = connection.query_row(&kept, [], |row| row.get(0))?;
    connection.execute_batch("PRAGMA synchronous = FULL")?;
    connection.set_prepared_statement_cache_capacity(64);
    // A plan hangs on its statement alone. Otherwise SQLite plans anew whenever another value is bound to some of them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    confirm(connection)?;
    #[cfg(feature = "planted")]
    plant(connection)?;
    Ok(())
}

#[cfg(feature = "planted")]
fn plant(connection: &Connection) -> Result<(), StoreError> {
    if planted::is(planted::Bug::SynchronousNormal) {
        connection.execute_batch("PRAGMA synchronous = NORMAL")?;
    }
    if planted::is(planted::Bug::TempOnDisk) {
        connection.execute_batch("PRAGMA temp_store = FILE")?;
    }
    Ok(())
}

/// Reads the settings that promises rest on back from SQLite.
fn confirm(connection: &Connection) -> Result<(), StoreError> {
    let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i64>(0));
    let journal: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    let cipher: String = connection.query_row("PRAGMA cipher_version", [], |row| row.get(0))?;
    let held = number("PRAGMA temp_store")? == 2 && number("PRAGMA synchronous")? == 2 && journal == "wal";
    if held && !cipher.is_empty() { Ok(()) } else { Err(StoreError::Unreadable) }
}
