//! The folder of a demonstration. It touches nothing that was there before.

use std::fs::{self, DirBuilder};
use std::path::{Path, PathBuf};

use alongside_core::ports::{Ids, SystemIds};

use super::Arguments;
use crate::error::DemoError;

/// A folder, removed in the end unless it is to be kept.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    keep: bool,
}

impl Folder {
    /// The folder that was named, or a new one for temporary files. Only this user may look into it.
    pub(super) fn choose(arguments: &Arguments) -> Result<Self, DemoError> {
        let path = match &arguments.folder {
            Some(named) if fs::read_dir(named).is_ok_and(|mut held| held.next().is_some()) => {
                return Err(DemoError::FolderInUse);
            }
            Some(named) => named.clone(),
            None => std::env::temp_dir().join(format!("alongside-demo-{}", SystemIds.uuid())),
        };
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(&path)?;
        Ok(Self { path: path.canonicalize()?, keep: arguments.keep || arguments.folder.is_some() })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn is_kept(&self) -> bool {
        self.keep
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.keep {
            // What cannot be removed stays, as any temporary file does.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn arguments(words: &[&str]) -> Arguments {
        Arguments::parse_from([&["alongside-demo"], words].concat())
    }

    #[test]
    fn a_folder_with_something_in_it_is_refused_and_left_as_it_is() {
        let there = tempfile::tempdir().unwrap();
        fs::write(there.path().join("letter"), "dear").unwrap();
        let chosen = Folder::choose(&arguments(&["--folder", there.path().to_str().unwrap()]));
        assert!(matches!(chosen, Err(DemoError::FolderInUse)));
        assert_eq!(fs::read_to_string(there.path().join("letter")).unwrap(), "dear");
    }

    #[test]
    fn a_folder_nobody_named_is_removed_unless_it_is_to_be_kept() {
        for (words, stays) in [(vec![], false), (vec!["--keep"], true)] {
            let folder = Folder::choose(&arguments(&words)).unwrap();
            let path = folder.path().to_owned();
            fs::write(path.join("file"), "").unwrap();
            drop(folder);
            assert_eq!(path.exists(), stays);
            let _ = fs::remove_dir_all(path);
        }
    }

    #[test]
    fn a_folder_somebody_named_is_made_and_kept() {
        let there = tempfile::tempdir().unwrap();
        let named = there.path().join("new/demo");
        drop(Folder::choose(&arguments(&["--folder", named.to_str().unwrap()])).unwrap());
        assert!(named.is_dir());
    }
}
