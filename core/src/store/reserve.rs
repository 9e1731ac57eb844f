//! A file that takes up room until the disk is full and a note must still be saved.
//!
//! Deleting rows cannot free room then, since deleting writes too.

use std::fs;
use std::path::Path;

/// Its name.
pub(super) const NAME: &str = "alongside.reserve";
/// Room for dozens of notes.
const BYTES: usize = 512 * 1024;

/// Keeps the reserve if there is room for it. Its absence is no error.
pub(super) fn keep(folder: &Path) {
    let path = folder.join(NAME);
    if !path.exists() && fs::write(&path, vec![0_u8; BYTES]).is_err() {
        let _ = fs::remove_file(&path);
    }
}

/// Gives the reserve up; says whether there was one.
pub(super) fn release(folder: &Path) -> bool {
    fs::remove_file(folder.join(NAME)).is_ok()
}
