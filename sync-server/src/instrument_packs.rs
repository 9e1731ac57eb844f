//! The instruments this server knows: those shipped, and those an organisation is licensed for, which it puts as JSON files
//! into one folder. It must not know what an instrument asks.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use alongside_core::instrument::{InstrumentError, Registry};

/// Why the folder could not be loaded. Definitions hold no personal data, so names and reasons are shown.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// A file or the folder itself cannot be read.
    #[error("could not read {}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file is not a definition that can be used.
    #[error("{} is not a usable instrument", path.display())]
    Refused {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: Box<InstrumentError>,
    },
}

/// The shipped instruments, with every `*.json` of `folder` in order of name. Other files are passed over.
///
/// # Errors
/// When the folder or a file in it cannot be read or used: a server that silently lacked an instrument would show its
/// answers without their meaning.
pub fn load_instruments(folder: Option<&Path>) -> Result<Registry, PackError> {
    let mut registry = Registry::shipped();
    for path in folder.map(list_packs).transpose()?.unwrap_or_default() {
        let json = fs::read_to_string(&path).map_err(unreadable(&path))?;
        registry.load(&json).map_err(|reason| PackError::Refused { path, source: Box::new(reason) })?;
    }
    Ok(registry)
}

fn list_packs(folder: &Path) -> Result<Vec<PathBuf>, PackError> {
    let entries = fs::read_dir(folder).map_err(unreadable(folder))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()).map_err(unreadable(folder)));
    let mut paths = paths.collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path) -> impl Fn(io::Error) -> PackError + use<> {
    let path = path.to_owned();
    move |source| PackError::Unreadable { path: path.clone(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str = r#"{
        "id": "garden-mood", "version": 1, "title": "Garden mood", "owner": "An invented charity",
        "licence": {"id": "INV-1", "holder": "An invented charity", "text": "By leave of an invented charity."},
        "languages": ["en-GB"], "order": "free",
        "response_sets": [{"id": "s", "scale": {"min": 1, "max": 5, "min_label": "bare", "max_label": "in bloom"}}],
        "items": [{"id": "mood", "name": "mood", "prompt": "How is the garden?", "response_set": "s", "higher_is": "better", "required": true}]
    }"#;

    #[test]
    fn packs_are_added_to_what_is_shipped() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("garden-mood.json"), PACK).unwrap();
        fs::write(folder.path().join("README.txt"), "not a pack").unwrap();
        let registry = load_instruments(Some(folder.path())).unwrap();
        assert!(registry.find("garden-mood", 1).is_some() && registry.find("ons4", 1).is_some());
    }

    #[test]
    fn without_a_folder_the_shipped_ones_are_known() {
        assert_eq!(load_instruments(None).unwrap(), Registry::shipped());
    }

    #[test]
    fn a_pack_that_cannot_be_used_is_named_and_nothing_starts_without_it() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("broken.json"), PACK.replace("INV-1", "")).unwrap();
        let refused = load_instruments(Some(folder.path())).unwrap_err();
        assert!(matches!(&refused, PackError::Refused { path, .. } if path.ends_with("broken.json")));
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let missing = load_instruments(Some(&folder.path().join("missing")));
        assert!(matches!(missing, Err(PackError::Unreadable { .. })));
    }
}
