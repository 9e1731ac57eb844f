//! A witness outside the database: a small file that says how far each organisation had come. A database that is behind it
//! was restored, or swapped for an older copy, and serving it as if nothing had happened would lose what phones hold.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use alongside_core::model::OrganisationId;
use serde::{Deserialize, Serialize};

use crate::store::{Store, StoreError};

/// Something was wrong with the witness, or it contradicts the database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WitnessError {
    /// The database is behind what was served from it.
    #[error(
        "the database is older than what phones have been told: it was restored or swapped for a copy. \
         Run `alongside-server restore` (see docs/running-a-server.md); phones then hand over what is missing"
    )]
    Behind,
    /// The witness says nothing that can be read.
    #[error(
        "the witness file cannot be read; run `alongside-server restore` if the database was restored, or remove it"
    )]
    Unreadable,
    /// The file could not be read or written.
    #[error("the witness file cannot be used")]
    File(#[from] std::io::Error),
    /// The database could not be read.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// How far an organisation had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Mark {
    epoch: u32,
    seq: i64,
}

type Marks = BTreeMap<OrganisationId, Mark>;

/// The witness.
#[derive(Clone, Debug)]
pub struct Witness(PathBuf);

impl Witness {
    /// The witness in the file at `path`.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Whether the database has come at least as far as was served from it.
    ///
    /// # Errors
    /// [`WitnessError::Behind`]; when either cannot be read.
    pub fn check(&self, store: &dyn Store) -> Result<(), WitnessError> {
        let (seen, now) = (self.read()?, marks(store)?);
        let behind = |(id, seen): (&OrganisationId, &Mark)| match now.get(id) {
            None => true,
            Some(now) => now.epoch < seen.epoch || now.epoch == seen.epoch && now.seq < seen.seq,
        };
        if seen.iter().any(behind) { Err(WitnessError::Behind) } else { Ok(()) }
    }

    /// Notes how far the database has come. It is never ahead of the database: what it says was committed.
    ///
    /// # Errors
    /// When the file cannot be written or the database cannot be read.
    pub fn note(&self, store: &dyn Store) -> Result<(), WitnessError> {
        let text = serde_json::to_vec(&marks(store)?).map_err(|_| WitnessError::Unreadable)?;
        if fs::read(&self.0).is_ok_and(|there| there == text) {
            return Ok(());
        }
        let fresh = self.0.with_extension("witness-new");
        let mut file = File::create(&fresh)?;
        file.write_all(&text)?;
        file.sync_all()?;
        Ok(fs::rename(fresh, &self.0)?)
    }

    /// The latest epoch it knows; 0 when it knows none.
    pub fn latest_epoch(&self) -> u32 {
        let seen = self.read().unwrap_or_default();
        seen.values().map(|mark| mark.epoch).max().unwrap_or(0)
    }

    fn read(&self) -> Result<Marks, WitnessError> {
        match fs::read(&self.0) {
            Ok(text) => serde_json::from_slice(&text).map_err(|_| WitnessError::Unreadable),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Marks::new()),
            Err(error) => Err(error.into()),
        }
    }
}

fn marks(store: &dyn Store) -> Result<Marks, StoreError> {
    store.read(|txn| {
        let mark = |organisation: crate::store::Organisation| {
            (organisation.id, Mark { epoch: organisation.epoch, seq: organisation.seq.0 })
        };
        Ok(txn.list_organisations()?.into_iter().map(mark).collect())
    })
}

/// Where the witness of a database is, unless the settings say otherwise: beside it.
pub(crate) fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".witness");
    PathBuf::from(name)
}
