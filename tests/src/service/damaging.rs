//! Damage to a phone's file, a page at a time, as worn-out memory does it.

use std::path::Path;

use super::phone::{copy_folder, unlock};

const PAGE: usize = 4096;

/// Folds the log into the file, so that damage to the file is damage to what it holds. `key` is the byte its key is made of.
pub fn fold(folder: &Path, key: u8) {
    let fold = "PRAGMA wal_checkpoint(TRUNCATE)";
    unlock(folder, &[key; 32]).query_row(fold, [], |_| Ok(())).expect("the log is folded");
}

/// How many pages the file has.
pub fn count_pages(folder: &Path) -> usize {
    std::fs::read(folder.join("alongside.db")).expect("the file can be read").len() / PAGE
}

/// Spoils a page.
pub fn damage(folder: &Path, page: usize) {
    let path = folder.join("alongside.db");
    let mut bytes = std::fs::read(&path).expect("the file can be read");
    bytes[page * PAGE + 100..page * PAGE + 900].fill(0xa5);
    std::fs::write(&path, bytes).expect("the file can be written");
}

/// A copy of the files, to be spoilt in their place.
pub fn copy(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().expect("a folder can be made");
    copy_folder(from, to.path());
    to
}
