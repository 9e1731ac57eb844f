//! One folder for each language, made afresh.

use std::path::{Path, PathBuf};

use uniffi::{GenerateOptions, TargetLanguage};

use crate::error::BindgenError;
use crate::header;

/// Writes all languages below `build` and says which files there are now.
pub(crate) fn all(library: &Path, build: &Path) -> Result<Vec<PathBuf>, BindgenError> {
    let languages = [
        ("kotlin", TargetLanguage::Kotlin),
        ("swift", TargetLanguage::Swift),
        ("python", TargetLanguage::Python),
    ];
    let mut made = Vec::new();
    for (name, language) in languages {
        let folder = build.join(name);
        empty(&folder)?;
        generate(library, &folder, language)?;
        header::mend(&folder)?;
        made.extend(list_files(&folder)?);
    }
    made.push(place_beside(library, &build.join("python"))?);
    made.sort();
    Ok(made)
}

/// What an older library had must not stay behind.
fn empty(folder: &Path) -> Result<(), BindgenError> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(std::fs::create_dir_all(folder)?)
}

fn generate(library: &Path, folder: &Path, language: TargetLanguage) -> Result<(), BindgenError> {
    let options = GenerateOptions {
        languages: vec![language],
        source: text(library)?.into(),
        out_dir: text(folder)?.into(),
        config_override: None,
        // A formatter that happens to be installed would give each machine files of its own.
        format: false,
        crate_filter: None,
        metadata_no_deps: false,
    };
    uniffi::generate(options).map_err(|error| BindgenError::Generator(format!("{error:#}")))
}

/// Python loads the library from the folder of the module.
fn place_beside(library: &Path, folder: &Path) -> Result<PathBuf, BindgenError> {
    let placed = folder.join(library.file_name().ok_or(BindgenError::Path)?);
    std::fs::copy(library, &placed)?;
    Ok(placed)
}

fn list_files(folder: &Path) -> Result<Vec<PathBuf>, BindgenError> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(list_files(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

fn text(path: &Path) -> Result<&str, BindgenError> {
    path.to_str().ok_or(BindgenError::Path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_library_is_refused_by_the_generator() {
        let folder = std::env::temp_dir().join(format!("alongside-bindgen-{}", std::process::id()));
        let refused = all(Path::new(file!()), &folder);
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(matches!(refused, Err(BindgenError::Generator(_))), "{refused:?}");
    }
}
