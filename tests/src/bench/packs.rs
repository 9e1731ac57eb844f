//! The instrument of the measurements as a server takes it: a pack, signed by a key that only they trust.

use std::path::{Path, PathBuf};

use alongside_core::instrument::SigningKey;

use super::BenchError;

const DEFINITION: &str = include_str!("../../fixtures/instruments/whole-life-8-2.json");

/// Writes the pack and who signed it into `folder`; gives the folder and the file of signers.
///
/// # Errors
/// When the folder cannot be written.
pub(super) fn write(folder: &Path) -> Result<(PathBuf, PathBuf), BenchError> {
    let key = SigningKey::from_seed(&[1; 32]).map_err(std::io::Error::other)?;
    let pack = key.sign_definition(DEFINITION).map_err(std::io::Error::other)?;
    let signers = folder.join("signers.txt");
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("whole-life-8-2.pack"), pack)?;
    std::fs::write(&signers, key.public().to_string())?;
    Ok((folder.to_owned(), signers))
}
