//! The database that the settings name: opened, and backed up.

use std::path::Path;
use std::sync::Arc;

use crate::admin::{self, AdminError, Census};
use crate::ports::Ports;
use crate::settings::{DatabaseUrl, Settings, SettingsError};
use crate::store::postgres::{PostgresOptions, PostgresStore};
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{Store, StoreError};
use crate::witness::WitnessError;

/// The server could not be run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The settings name something that is not there.
    #[error("could not use the settings")]
    Settings(#[from] SettingsError),
    /// The database cannot be opened.
    #[error("could not open the database")]
    Store(#[from] StoreError),
    /// The database is not the one that was served before.
    #[error("will not serve this database")]
    Witness(#[from] WitnessError),
    /// A file could not be used; or the server runs already on this database.
    #[error("a file beside the database could not be used; does a server run on it?")]
    File(#[from] std::io::Error),
    /// It cannot listen where it is told to.
    #[error("could not listen at the address")]
    Listen(#[source] std::io::Error),
    /// A backup or an epoch could not be made.
    #[error("administration")]
    Admin(#[from] AdminError),
}

/// Backs the database up into the new file `to`, checks the copy, and lets phones know that what is in it is safe.
///
/// # Errors
/// When the copy could not be made or is not the same.
pub fn backup(
    settings: &Settings,
    store: &dyn Store,
    ports: &Ports,
    to: &Path,
) -> Result<Census, ServeError> {
    let open = |path: &Path| Ok(open_at(settings, path).map(Box::new)? as Box<dyn Store>);
    let open = |path: &Path| {
        open(path).map_err(|error: ServeError| match error {
            ServeError::Store(error) => error,
            other => StoreError::Engine(Box::new(other)),
        })
    };
    Ok(admin::backup(store, ports, to, &open)?)
}

/// The database that the settings name.
///
/// # Errors
/// When it cannot be opened.
pub fn open_store(settings: &Settings) -> Result<Arc<dyn Store>, ServeError> {
    if let Some(DatabaseUrl(url)) = &settings.store.url {
        let (url, connections) = (url.clone(), settings.store.connections);
        let options = PostgresOptions { url, connections, key: settings.store.load_key()? };
        return Ok(Arc::new(PostgresStore::open(&options)?));
    }
    open_store_at(settings, &settings.store.path)
}

/// A database elsewhere, opened with the same settings.
pub(crate) fn open_store_at(settings: &Settings, path: &Path) -> Result<Arc<dyn Store>, ServeError> {
    Ok(Arc::new(open_at(settings, path)?))
}

fn open_at(settings: &Settings, path: &Path) -> Result<SqliteStore, ServeError> {
    let (key, readers) = (settings.store.load_key()?, settings.store.readers);
    Ok(SqliteStore::open(&SqliteOptions { path: path.to_owned(), key, readers })?)
}
