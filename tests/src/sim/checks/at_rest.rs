//! No word lies in plain text in a file of a phone (P-21): its database, the log beside it, what was salvaged or set aside,
//! and its backups. Words are looked for as UTF-8 and as UTF-16.

use std::path::{Path, PathBuf};

use crate::sim::ledger::{Mark, marks};
use crate::sim::promise::Promise;
use crate::sim::world::World;

/// Reads every file of every phone.
pub(super) fn check(world: &mut World) {
    let mut found = Vec::new();
    for file in files(world.folder.path()) {
        let bytes = std::fs::read(&file).unwrap_or_default();
        let word = words(&bytes).into_iter().find(|mark| world.ledger.find(*mark).is_some());
        found.extend(word.map(|mark| (mark, file)));
    }
    for (mark, file) in found {
        let file = file.strip_prefix(world.folder.path()).unwrap_or(&file).display().to_string();
        world.violated(Promise::AtRest, format!("word {mark} stands in {file}"));
    }
}

/// The marks in some bytes, however they are written.
fn words(bytes: &[u8]) -> Vec<Mark> {
    let narrow: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let mut found = marks(bytes);
    found.extend(marks(&narrow));
    found
}

/// Every file in the folders of phones, which are named after them.
fn files(folder: &Path) -> Vec<PathBuf> {
    let named = |path: &PathBuf| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("phone-"))
    };
    list(folder).into_iter().filter(named).flat_map(|phone| under(&phone)).collect()
}

fn under(folder: &Path) -> Vec<PathBuf> {
    let (folders, mut files): (Vec<_>, Vec<_>) = list(folder).into_iter().partition(|path| path.is_dir());
    files.extend(folders.iter().flat_map(|folder| under(folder)));
    files
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_plain_text_is_seen_in_whatever_folder_of_a_phone_it_lies() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("phone-3.1/attachments");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::create_dir_all(folder.path().join("server.0")).unwrap();
        let wide: Vec<u8> = "w000042q".encode_utf16().flat_map(u16::to_le_bytes).collect();
        std::fs::write(deep.join("one"), &wide).unwrap();
        std::fs::write(folder.path().join("server.0/server.db"), "w000007q").unwrap();
        let found: Vec<Mark> =
            files(folder.path()).iter().flat_map(|file| words(&std::fs::read(file).unwrap())).collect();
        assert_eq!(found, [42], "the server's file is another matter: it is on an encrypted disk");
    }
}
