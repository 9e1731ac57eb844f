//! What goes with a database beside it: the witness, and a lock so that it is not restored under a running server.

use std::fs::{File, TryLockError};
use std::path::PathBuf;

use super::StoreSettings;
use crate::witness::{Witness, beside};

/// Held while a server runs on a database, or while it is being restored.
#[derive(Debug)]
pub(crate) struct StoreLock(#[expect(dead_code, reason = "the lock lives as long as the file is open")] File);

impl StoreSettings {
    /// The witness of this database: beside it, unless the settings say otherwise. A database elsewhere has one only where
    /// the settings name a file for it.
    pub(crate) fn witness(&self) -> Option<Witness> {
        let beside = self.url.is_none().then(|| beside(&self.path));
        self.witness.clone().or(beside).map(Witness::at)
    }

    /// The list of what was erased: beside the witness.
    pub(crate) fn erased(&self) -> Option<PathBuf> {
        let beside = self.url.is_none().then(|| beside(&self.path));
        let mut name = self.witness.clone().or(beside)?.into_os_string();
        name.push(".erased");
        Some(PathBuf::from(name))
    }

    /// Takes the lock of this database. A database that several servers share has none.
    ///
    /// # Errors
    /// [`std::io::ErrorKind::ResourceBusy`] while a server runs on it.
    #[expect(
        clippy::disallowed_methods,
        reason = "no server runs on Android, where the standard library refuses locks"
    )]
    pub(crate) fn lock(&self) -> std::io::Result<Option<StoreLock>> {
        if self.url.is_some() {
            return Ok(None);
        }
        let mut name = self.path.as_os_str().to_owned();
        name.push(".lock");
        let file = File::options().create(true).write(true).truncate(false).open(name)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(StoreLock(file))),
            Err(TryLockError::WouldBlock) => Err(std::io::ErrorKind::ResourceBusy.into()),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}
