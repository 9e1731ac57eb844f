//! The modules of one crate, found by following its `mod` lines from the root file.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenTree;

use super::error::SourceError;
use super::items::{self, Declared};
use super::names::{self, Names};
use super::sources::Sources;
use super::tokens;

/// One module and what it names.
#[derive(Debug)]
pub struct Module {
    pub(super) path: Vec<String>,
    pub(super) file: String,
    /// The module that the file belongs to: another than this one for a module written in place.
    pub(super) file_module: Vec<String>,
    pub(super) names: Names,
    pub(super) defined: BTreeSet<String>,
}

/// All modules of a crate by path; the root's path is empty.
#[derive(Debug)]
pub struct CrateTree {
    pub(super) modules: BTreeMap<Vec<String>, Module>,
}

/// Where a module's text stands, while the tree is read.
struct Place {
    path: Vec<String>,
    file: String,
    file_module: Vec<String>,
    /// The folder in which files of child modules are looked for, with a `/` at its end.
    folder: String,
}

impl CrateTree {
    /// Reads the crate whose root file is `root`, without its test code.
    ///
    /// Fails when a file is missing or is not Rust.
    pub fn read(sources: &Sources, root: &str) -> Result<Self, SourceError> {
        Self::read_with(sources, root, &|tokens| tokens::live(tokens))
    }

    /// As [`CrateTree::read`], with the test code: for finding files that nothing declares.
    pub fn read_with_tests(sources: &Sources, root: &str) -> Result<Self, SourceError> {
        Self::read_with(sources, root, &|tokens| tokens)
    }

    /// The names of the modules directly below the root, sorted.
    pub fn top_level(&self) -> impl Iterator<Item = &str> {
        self.modules.keys().filter(|path| path.len() == 1).map(|path| path[0].as_str())
    }

    /// The files the crate is made of.
    pub fn files(&self) -> BTreeSet<&str> {
        self.modules.values().map(|module| module.file.as_str()).collect()
    }

    fn read_with(
        sources: &Sources,
        root: &str,
        chosen: &dyn Fn(Vec<TokenTree>) -> Vec<TokenTree>,
    ) -> Result<Self, SourceError> {
        let folder = root.rfind('/').map_or(String::new(), |end| root[..=end].to_owned());
        let place = Place { path: Vec::new(), file: root.to_owned(), file_module: Vec::new(), folder };
        let text = sources.find_text(root).ok_or_else(|| missing(root, "the crate itself"))?;
        let mut tree = Self { modules: BTreeMap::new() };
        tree.add(sources, place, tokens::read(root, text)?, chosen)?;
        Ok(tree)
    }

    fn add(
        &mut self,
        sources: &Sources,
        place: Place,
        tokens: Vec<TokenTree>,
        chosen: &dyn Fn(Vec<TokenTree>) -> Vec<TokenTree>,
    ) -> Result<(), SourceError> {
        let tokens = chosen(tokens);
        for declared in items::declared(&tokens) {
            let (child, tokens) = child_of(&place, declared, sources)?;
            self.add(sources, child, tokens, chosen)?;
        }
        let defined = items::defined(&tokens);
        let names = names::read(&items::without_inline_modules(&tokens));
        let Place { path, file, file_module, .. } = place;
        self.modules.insert(path.clone(), Module { path, file, file_module, names, defined });
        Ok(())
    }
}

fn child_of(
    parent: &Place,
    declared: Declared,
    sources: &Sources,
) -> Result<(Place, Vec<TokenTree>), SourceError> {
    let mut path = parent.path.clone();
    path.push(declared.name.clone());
    let folder = format!("{}{}/", parent.folder, declared.name);
    if let Some(contents) = declared.inline {
        let (file, file_module) = (parent.file.clone(), parent.file_module.clone());
        return Ok((Place { path, file, file_module, folder }, contents.stream().into_iter().collect()));
    }
    let candidates = [format!("{}{}.rs", parent.folder, declared.name), format!("{folder}mod.rs")];
    let found =
        candidates.into_iter().find_map(|file| sources.find_text(&file).map(|text| (file.clone(), text)));
    let (file, text) = found.ok_or_else(|| missing(&parent.file, &declared.name))?;
    let tokens = tokens::read(&file, text)?;
    Ok((Place { file_module: path.clone(), path, file, folder }, tokens))
}

fn missing(file: &str, module: &str) -> SourceError {
    SourceError::NoSuchModule { file: file.to_owned(), module: module.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_in_files_folders_and_in_place() {
        let sources = Sources::planted(&[
            ("core/src/lib.rs", "pub mod model; mod ports { mod clock; } #[cfg(test)] mod tests;"),
            ("core/src/model/mod.rs", "pub mod goal;"),
            ("core/src/model/goal.rs", "pub struct Goal;"),
            ("core/src/ports/clock.rs", ""),
            ("core/src/tests.rs", ""),
        ]);
        let tree = CrateTree::read(&sources, "core/src/lib.rs").unwrap();
        let paths: Vec<_> = tree.modules.keys().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["", "model", "model::goal", "ports", "ports::clock"]);
        assert_eq!(tree.top_level().collect::<Vec<_>>(), ["model", "ports"]);
        assert_eq!(tree.modules[&vec!["ports".to_owned()]].file, "core/src/lib.rs");
        assert!(
            CrateTree::read_with_tests(&sources, "core/src/lib.rs")
                .unwrap()
                .files()
                .contains("core/src/tests.rs")
        );
    }

    #[test]
    fn a_declared_module_without_a_file_is_an_error_that_names_it() {
        let sources = Sources::planted(&[("src/lib.rs", "mod gone;")]);
        let error = CrateTree::read(&sources, "src/lib.rs").unwrap_err();
        assert_eq!(error.to_string(), "src/lib.rs has no file for its module `gone`");
    }
}
