//! The list of what was erased, outside the database: ids and nothing else. A database restored from a backup that is older
//! than an erasure is told by it what to erase again, before it is served.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;

use alongside_core::model::{EntityId, OrganisationId};

use crate::admin::{self, Erased};
use crate::opening::ServeError;
use crate::ports::Ports;
use crate::settings::Settings;
use crate::store::{Store, StoreError};

/// The name of the copy in the folder of the backups.
const NAME: &str = "alongside.erased";

type Ids = BTreeMap<OrganisationId, BTreeSet<EntityId>>;

/// Erases for good, and notes it outside the database too.
///
/// # Errors
/// When an id is not known, the storage fails, or the list cannot be written.
pub fn erase(
    settings: &Settings,
    store: &dyn Store,
    ports: &Ports,
    organisation: OrganisationId,
    ids: &[EntityId],
) -> Result<Erased, ServeError> {
    let erased = admin::erase(store, ports, organisation, ids)?;
    note(settings, store)?;
    Ok(erased)
}

/// Erases again what the lists outside the database know of and the database does not, and brings the lists up to date.
/// Answers how much that was. To be called before a database is served.
///
/// # Errors
/// When a list cannot be read or written, or the storage fails.
pub fn erase_again(settings: &Settings, store: &dyn Store, ports: &Ports) -> Result<usize, ServeError> {
    let mut again = 0;
    for (organisation, ids) in read_all(settings)? {
        let ids: Vec<EntityId> = ids.into_iter().collect();
        if store.read(|txn| txn.find_organisation(organisation))?.is_some() {
            again += admin::erase_again(store, ports, organisation, &ids)?;
        }
    }
    note(settings, store)?;
    Ok(again)
}

/// Writes every list anew where the database or another list knows more.
fn note(settings: &Settings, store: &dyn Store) -> Result<(), ServeError> {
    let mut all = read_all(settings)?;
    for (organisation, ids) in in_database(store)? {
        all.entry(organisation).or_default().extend(ids);
    }
    if all.is_empty() {
        return Ok(());
    }
    for path in paths(settings) {
        write(&path, &all)?;
    }
    Ok(())
}

/// Beside the witness, and beside the backups: whichever of the two disks is lost, the other one has it.
fn paths(settings: &Settings) -> Vec<PathBuf> {
    let folder = settings.backup.folder.as_ref().map(|folder| folder.join(NAME));
    settings.store.erased().into_iter().chain(folder).collect()
}

fn in_database(store: &dyn Store) -> Result<Ids, StoreError> {
    store.read(|txn| {
        let mut all = Ids::new();
        for organisation in txn.list_organisations()? {
            let ids: BTreeSet<_> = txn.list_erased(organisation.no)?.into_iter().map(|(id, _)| id).collect();
            if !ids.is_empty() {
                all.insert(organisation.id, ids);
            }
        }
        Ok(all)
    })
}

fn read_all(settings: &Settings) -> Result<Ids, ServeError> {
    let mut all = Ids::new();
    for path in paths(settings) {
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error.into()),
        };
        let list: Ids = serde_json::from_slice(&text).map_err(std::io::Error::other)?;
        for (organisation, ids) in list {
            all.entry(organisation).or_default().extend(ids);
        }
    }
    Ok(all)
}

fn write(path: &PathBuf, all: &Ids) -> Result<(), ServeError> {
    let text = serde_json::to_vec(all).map_err(std::io::Error::other)?;
    if fs::read(path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut fresh = path.clone().into_os_string();
    fresh.push("-new");
    let mut file = File::create(&fresh)?;
    file.write_all(&text)?;
    file.sync_all()?;
    Ok(fs::rename(fresh, path)?)
}
