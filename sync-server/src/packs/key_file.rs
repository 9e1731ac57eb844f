//! The file of a signer's secret key: 64 hexadecimal digits, for its owner's eyes alone.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Write};
use std::path::Path;

use alongside_core::instrument::SigningKey;
use alongside_core::ports::Entropy;

/// Makes a key and keeps it in a new file.
///
/// # Errors
/// When the file is there already (a key is never overwritten), cannot be written, or there is no randomness.
pub(super) fn make(path: &Path, entropy: &dyn Entropy) -> Result<SigningKey, Error> {
    let mut seed = [0; 32];
    entropy.fill(&mut seed).map_err(Error::other)?;
    let key = SigningKey::from_seed(&seed).map_err(Error::other)?;
    let digits: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut file = new_file(path)?;
    writeln!(file, "{digits}")?;
    file.sync_all()?;
    Ok(key)
}

/// The key in a file.
///
/// # Errors
/// When it cannot be read or holds something else.
pub(super) fn read(path: &Path) -> Result<SigningKey, Error> {
    let text = std::fs::read_to_string(path)?;
    SigningKey::parse(&text)
        .map_err(|_| Error::new(ErrorKind::InvalidData, "a signing key is 64 hexadecimal digits"))
}

fn new_file(path: &Path) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
