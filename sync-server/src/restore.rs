//! Putting a backup in the place of the database. The server must not be running.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::admin::{Census, begin_epoch};
use crate::erasures::erase_again;
use crate::opening::{ServeError, open_store, open_store_at};
use crate::ports::Ports;
use crate::settings::Settings;
use crate::store::StoreError;
use crate::witness::Witness;

/// What belongs to a database beside its main file.
const PARTS: [&str; 3] = ["", "-wal", "-shm"];

/// Puts the backup `from` in the place of the database, which is kept beside it under another name; in PostgreSQL, into an
/// empty database. Without a backup, takes the database as it is. Then a new epoch begins. Answers where the old database is, if there was one.
///
/// # Errors
/// When the backup cannot be opened or read through, and then nothing has changed; when files cannot be moved.
pub fn restore(
    settings: &Settings,
    ports: &Ports,
    from: Option<&Path>,
) -> Result<Option<PathBuf>, ServeError> {
    let _alone = settings.store.lock()?;
    let witness = settings.store.witness();
    let before = match from {
        Some(from) if settings.store.url.is_some() => take_over(settings, from).map(|()| None)?,
        Some(from) => put_in_place(settings, ports, from)?,
        None => None,
    };
    let store = open_store(settings)?;
    let again = erase_again(settings, &*store, ports)?;
    if again > 0 {
        tracing::warn!(again, "what had been erased since the backup was made was erased again");
    }
    begin_epoch(&*store, ports, witness.as_ref().map_or(0, Witness::latest_epoch))?;
    store.checkpoint()?;
    // What it said was about the database that was there before.
    witness.map_or(Ok(()), |witness| witness.note(&*store))?;
    Ok(before)
}

/// Takes the backup into an empty database that several servers may share. What was taken is compared with the backup before
/// it is committed.
fn take_over(settings: &Settings, from: &Path) -> Result<(), ServeError> {
    let fresh = with(from, ".restoring");
    let census = read_copy(settings, from, &fresh)?;
    let taken = open_store(settings)?.take_from(&fresh, &mut |taken| {
        let same = Census::take(taken)? == census;
        if same { Ok(()) } else { Err(StoreError::Damaged { table: "the backup" }) }
    });
    PARTS.iter().try_for_each(|part| remove(&with(&fresh, part)))?;
    Ok(taken?)
}

/// Copies the backup to `fresh`, which may be changed, and reads all of it.
fn read_copy(settings: &Settings, from: &Path, fresh: &Path) -> Result<Census, ServeError> {
    PARTS.iter().try_for_each(|part| remove(&with(fresh, part)))?;
    fs::copy(from, fresh)?;
    let copy = open_store_at(settings, fresh)?;
    let census = copy.read(|txn| Census::take(txn))?;
    copy.checkpoint()?;
    Ok(census)
}

fn put_in_place(settings: &Settings, ports: &Ports, from: &Path) -> Result<Option<PathBuf>, ServeError> {
    let path = &settings.store.path;
    let fresh = with(path, ".restoring");
    // The whole copy is read before the database is touched.
    read_copy(settings, from, &fresh)?;
    let old = with(path, &format!(".before-{}", ports.clock.now().0));
    let there = path.exists();
    for part in PARTS {
        let part_of = with(path, part);
        if part_of.exists() {
            fs::rename(&part_of, with(&old, part))?;
        }
    }
    fs::rename(&fresh, path)?;
    Ok(there.then_some(old))
}

fn remove(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn with(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(end);
    PathBuf::from(name)
}
