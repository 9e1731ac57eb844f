//! How far an import came, in a file of its own: the next page, and what the pages before it held.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::pages::Reading;
use super::report::DirectoryError;

/// How far an import came.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Progress {
    /// The feed, so that the file of one is not taken for that of another.
    pub(super) source: String,
    /// The page to read next.
    pub(super) next: u32,
    /// What was seen so far.
    #[serde(with = "Stored")]
    pub(super) reading: Reading,
    /// Every id so far with the hash of what it said; without one, the entry was refused.
    pub(super) seen: BTreeMap<Uuid, Option<String>>,
}

/// [`Reading`] as it is written down.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Reading")]
struct Stored {
    pages: u32,
    said: Option<u32>,
    claimed_end: bool,
}

impl Progress {
    /// The beginning of a feed.
    pub(super) fn start(source: &str) -> Self {
        Self { source: source.to_owned(), next: 1, ..Self::default() }
    }

    /// What `file` remembers of this feed, or the beginning when there is no such file.
    pub(super) fn load(source: &str, file: Option<&Path>) -> Result<Self, DirectoryError> {
        let Some(file) = file else { return Ok(Self::start(source)) };
        let text = match std::fs::read(file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::start(source)),
            Err(error) => return Err(error.into()),
        };
        let progress: Self = serde_json::from_slice(&text).map_err(|_| DirectoryError::Progress)?;
        if progress.source == source { Ok(progress) } else { Err(DirectoryError::Progress) }
    }

    /// Writes it down whole or not at all.
    pub(super) fn keep(&self, file: Option<&Path>) -> Result<(), DirectoryError> {
        let Some(file) = file else { return Ok(()) };
        let text = serde_json::to_vec(self).map_err(|_| DirectoryError::Progress)?;
        let beside = file.with_extension("new");
        std::fs::write(&beside, text)?;
        Ok(std::fs::rename(&beside, file)?)
    }

    /// Forgets: the feed was read whole.
    pub(super) fn forget(file: Option<&Path>) -> Result<(), DirectoryError> {
        match file.map(std::fs::remove_file) {
            Some(Err(error)) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}
