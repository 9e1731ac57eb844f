//! The files of the repository, as a person sees it: without build folders and without what tools leave behind.

use std::path::{Path, PathBuf};

use super::error::SourceError;

/// Folders that are made by a build or a tool, at any depth.
const MADE: &[&str] = &["target", "build", "node_modules", "__pycache__"];

/// Hidden folders that are part of the project; all others belong to tools.
const HIDDEN_BUT_OURS: &[&str] = &[".cargo", ".ci", ".github"];

/// Folders of a package whose every file is the root of a crate.
const ROOT_FOLDERS: &[&str] = &["src/bin/", "tests/", "benches/", "examples/"];

/// The root of this repository.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}

/// All files below `root`, as sorted paths relative to it with `/` between folders.
pub fn list_files(root: &Path) -> Result<Vec<String>, SourceError> {
    let mut found = Vec::new();
    collect(root, "", &mut found)?;
    found.sort();
    Ok(found)
}

/// The files of `package` (a folder) that are the root of a crate: its library, programs, tests, benchmarks and examples.
pub fn list_crate_roots<'a>(files: impl Iterator<Item = &'a str>, package: &str) -> Vec<String> {
    let inside = files.filter_map(|file| Some((file, file.strip_prefix(package)?.strip_prefix('/')?)));
    inside.filter(|(_, inner)| is_crate_root(inner)).map(|(file, _)| file.to_owned()).collect()
}

fn is_crate_root(inner: &str) -> bool {
    let alone = |rest: &str| rest.ends_with(".rs") && (!rest.contains('/') || rest.ends_with("/main.rs"));
    matches!(inner, "src/lib.rs" | "src/main.rs")
        || ROOT_FOLDERS.iter().any(|folder| inner.strip_prefix(folder).is_some_and(alone))
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), SourceError> {
    let unreadable = |source| SourceError::Unreadable { path: prefix.to_owned(), source };
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if !entry.file_type().map_err(unreadable)?.is_dir() {
            found.push(path);
        } else if is_ours(&name) {
            collect(&entry.path(), &format!("{path}/"), found)?;
        }
    }
    Ok(())
}

/// True for the name of a folder that a build or a tool makes.
pub fn is_made(folder: &str) -> bool {
    MADE.contains(&folder)
}

fn is_ours(folder: &str) -> bool {
    !is_made(folder) && (!folder.starts_with('.') || HIDDEN_BUT_OURS.contains(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crate_roots_are_told_from_their_modules() {
        let files = ["app/src/lib.rs", "app/src/model.rs", "app/tests/story.rs", "app/tests/common/mod.rs"];
        let more = [
            "app/src/bin/tool.rs",
            "app/src/bin/big/main.rs",
            "app/src/bin/big/part.rs",
            "application/src/lib.rs",
        ];
        let roots = list_crate_roots(files.into_iter().chain(more), "app");
        assert_eq!(
            roots,
            ["app/src/lib.rs", "app/tests/story.rs", "app/src/bin/tool.rs", "app/src/bin/big/main.rs"]
        );
    }

    #[test]
    fn build_folders_and_tools_leftovers_are_not_part_of_the_repository() {
        let files = list_files(&root()).unwrap();
        assert!(files.contains(&"Cargo.toml".to_owned()) && files.contains(&".cargo/config.toml".to_owned()));
        assert!(!files.iter().any(|file| file.starts_with("target/") || file.starts_with(".git/")));
    }
}
