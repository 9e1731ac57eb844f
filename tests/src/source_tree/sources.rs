//! Source files by path: the ones on disk, or ones planted by a test.

use std::collections::BTreeMap;
use std::path::Path;

use super::error::SourceError;
use super::repository;

/// Rust files by their path relative to the root of the repository.
#[derive(Debug, Default)]
pub struct Sources {
    files: BTreeMap<String, String>,
}

impl Sources {
    /// Reads every Rust file below `root`.
    pub fn read(root: &Path) -> Result<Self, SourceError> {
        let paths = repository::list_files(root)?.into_iter().filter(|path| path.ends_with(".rs"));
        let files = paths.map(|path| {
            let text = std::fs::read_to_string(root.join(&path));
            let text = text.map_err(|source| SourceError::Unreadable { path: path.clone(), source })?;
            Ok((path, text))
        });
        Ok(Self { files: files.collect::<Result<_, _>>()? })
    }

    /// Files that exist only here: (path, text).
    pub fn planted(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect() }
    }

    /// The text of `file`.
    pub fn find_text(&self, file: &str) -> Option<&str> {
        self.files.get(file).map(String::as_str)
    }

    /// All paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}
