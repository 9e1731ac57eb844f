//! A small file beside the encrypted one. It says that the store was set up and with which key, so that a wrong key, a
//! damaged file and a missing file can be told apart: to SQLCipher alone they look the same. It holds nothing secret.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

/// Its name.
pub(super) const NAME: &str = "alongside.device";

/// How far the store was set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stage {
    /// A file is being made; nobody has saved anything in it.
    Making,
    /// The file is in use.
    Ready,
}

/// What the small file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Canary {
    pub(super) stage: Stage,
    pub(super) key_check: String,
}

impl Canary {
    /// Reads it; absent when the store was never set up. One that cannot be read counts as absent: the encrypted file then
    /// decides by itself.
    pub(super) fn read(folder: &Path) -> io::Result<Option<Self>> {
        match fs::read(folder.join(NAME)) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes it so that after a power cut either the old or the new one is there.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let fresh = folder.join(format!("{NAME}.new"));
        let mut file = File::create(&fresh)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.sync_all()?;
        fs::rename(&fresh, folder.join(NAME))?;
        sync_folder(folder)
    }
}

/// Makes a rename in `folder` durable. Systems on which a folder cannot be opened do this by themselves.
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder).map_or(Ok(()), |folder| folder.sync_all())
}
