//! The names of the encrypted file and of its write-ahead log, and removing what lies beside them.

use std::fs;
use std::io;
use std::path::Path;

/// The encrypted file.
pub(super) const FILE: &str = "alongside.db";
/// Its write-ahead log.
pub(super) const LOG: &str = "alongside.db-wal";

/// Removes a file; one that is not there is none to remove.
pub(super) fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
