//! The files that a rescue sets aside: the damaged one, and what was read out of it. They stay for whoever may still find
//! something in them, until what they hold may not be there any more: an erasure cannot take one record out of a file that cannot
//! be read, so it takes all of them; and so do a wipe and another person's enrolment.

use std::fs;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::files::{self, FILE};
use crate::model::Timestamp;

const SALVAGE: &str = "alongside-salvage-";

/// What a damaged file is called once it is out of the way, without what its parts add to it.
pub(super) fn damaged_name(now: Timestamp) -> String {
    format!("{}{}", damaged(), now.0)
}

/// Where what was read out of it is kept.
pub(super) fn salvage_path(folder: &Path, now: Timestamp) -> PathBuf {
    folder.join(format!("{SALVAGE}{}.db", now.0))
}

fn damaged() -> String {
    format!("{FILE}.damaged-")
}

/// The files that were set aside in `folder`.
pub(super) fn list(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let (damaged, mut found) = (damaged(), Vec::new());
    for file in fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name();
        if name.to_str().is_some_and(|name| name.starts_with(&damaged) || name.starts_with(SALVAGE)) {
            found.push(file.path());
        }
    }
    Ok(found)
}

/// Removes them.
pub(super) fn remove_all(folder: &Path) -> Result<(), StoreError> {
    list(folder)?.iter().try_for_each(|file| Ok(files::remove(file)?))
}
