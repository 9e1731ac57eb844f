//! Who imports whom, file by file, and what is named outside the crate.

use std::collections::BTreeSet;

use super::crate_tree::{CrateTree, Module};
use super::resolve::Target;
use super::use_tree::UseLeaf;

/// One file of a crate importing another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The module that the importing file is, from the crate's root.
    pub from: Vec<String>,
    /// The module that the imported file is.
    pub to: Vec<String>,
    /// The importing file.
    pub from_file: String,
    /// The imported file.
    pub to_file: String,
}

/// All imports between files of the crate, each once.
pub fn list_imports(tree: &CrateTree) -> BTreeSet<Import> {
    tree.modules.values().flat_map(|module| imports_of(tree, module)).collect()
}

/// All paths that lead out of the crate, with the file that names them: `("…/http.rs", ["reqwest", "Client"])`.
pub fn list_outside_paths(tree: &CrateTree) -> BTreeSet<(String, Vec<String>)> {
    let mut found = BTreeSet::new();
    for module in tree.modules.values() {
        let used = module.names.uses.iter().map(|leaf| tree.locate_use(module, leaf));
        let named = module.names.paths.iter().map(|path| tree.locate(module, path));
        found.extend(used.chain(named).filter_map(|target| match target {
            Target::Here(_) => None,
            Target::Elsewhere(path) => Some((module.file.clone(), path)),
        }));
    }
    found
}

fn imports_of(tree: &CrateTree, module: &Module) -> Vec<Import> {
    let used = module.names.uses.iter().flat_map(|leaf| imported_by_use(tree, module, leaf));
    let named = module.names.paths.iter().filter_map(|path| match tree.locate(module, path) {
        Target::Here(path) => Some(path),
        Target::Elsewhere(_) => None,
    });
    let homes = used.chain(named).map(|path| tree.home(&path)).filter(|home| home.file != module.file);
    homes.map(|home| import(module, home)).collect()
}

/// The paths from the root that a `use` really imports.
fn imported_by_use(tree: &CrateTree, module: &Module, leaf: &UseLeaf) -> Vec<Vec<String>> {
    let Target::Here(path) = tree.locate_use(module, leaf) else { return Vec::new() };
    let words = &module.names.words;
    let is_own_child = path.len() > module.path.len() && path.starts_with(&module.path);
    let is_contents_line = leaf.is_public && is_own_child;
    match tree.modules.get(&path).filter(|_| leaf.is_glob) {
        Some(source) => {
            let whole = (!is_contents_line).then(|| path.clone());
            let single =
                brought_by_glob(source, words, is_contents_line).map(|word| [&path[..], &[word]].concat());
            whole.into_iter().chain(single).collect()
        }
        None if is_contents_line && !leaf.name.as_ref().is_some_and(|name| words.contains(name)) => {
            Vec::new()
        }
        None => vec![path],
    }
}

/// The words that a glob of `source` explains: names handed on by it, and its own items where the whole is no import.
fn brought_by_glob<'a>(
    source: &'a Module,
    words: &'a BTreeSet<String>,
    own_items: bool,
) -> impl Iterator<Item = String> + 'a {
    let handed_on = source.names.uses.iter().filter_map(|leaf| leaf.name.as_ref());
    let defined = source.defined.iter().filter(move |_| own_items);
    handed_on.chain(defined).filter(|name| words.contains(*name)).cloned()
}

fn import(from: &Module, to: &Module) -> Import {
    Import {
        from: from.file_module.clone(),
        to: to.file_module.clone(),
        from_file: from.file.clone(),
        to_file: to.file.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source_tree::Sources;

    fn tree(files: &[(&str, &str)]) -> CrateTree {
        CrateTree::read(&Sources::planted(files), "lib.rs").unwrap()
    }

    fn imports(files: &[(&str, &str)]) -> Vec<String> {
        list_imports(&tree(files))
            .iter()
            .map(|import| format!("{} > {}", import.from_file, import.to_file))
            .collect()
    }

    #[test]
    fn an_import_is_seen_through_a_re_export() {
        let found = imports(&[
            ("lib.rs", "mod model; mod store;"),
            ("model/mod.rs", "mod goal; pub use goal::Goal;"),
            ("model/goal.rs", "pub struct Goal;"),
            ("store.rs", "use crate::model::Goal;"),
        ]);
        assert_eq!(found, ["store.rs > model/goal.rs"]);
    }

    #[test]
    fn a_table_of_contents_becomes_an_import_when_its_own_file_uses_the_name() {
        let goal = ("goal.rs", "pub struct Goal;");
        assert!(imports(&[("lib.rs", "mod goal; pub use goal::Goal;"), goal]).is_empty());
        assert!(imports(&[("lib.rs", "mod goal; pub use goal::*;"), goal]).is_empty());
        let used = [("lib.rs", "mod goal; pub use goal::Goal; fn a() -> Goal { Goal }"), goal];
        assert_eq!(imports(&used), ["lib.rs > goal.rs"]);
        let used = [("lib.rs", "mod goal; pub use goal::*; fn a() -> Goal { Goal }"), goal];
        assert_eq!(imports(&used), ["lib.rs > goal.rs"]);
    }

    #[test]
    fn a_glob_of_the_parent_imports_it_and_what_it_hands_on_if_used() {
        let found = imports(&[
            ("lib.rs", "mod a; mod b; mod c; use b::B; use c::C; fn x(_: B, _: C) {}"),
            ("a.rs", "use super::*; fn y(_: B) {}"),
            ("b.rs", "pub struct B;"),
            ("c.rs", "pub struct C;"),
        ]);
        assert_eq!(found, ["lib.rs > b.rs", "lib.rs > c.rs", "a.rs > lib.rs", "a.rs > b.rs"]);
    }

    #[test]
    fn comments_strings_and_test_code_import_nothing() {
        let found = imports(&[
            ("lib.rs", "mod a; mod b;"),
            (
                "a.rs",
                "// use crate::b::B;\nconst S: &str = \"crate::b\"; #[cfg(test)] mod tests { use crate::b::B; }",
            ),
            ("b.rs", "pub struct B;"),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn what_is_outside_the_crate_is_named_by_its_own_name() {
        let tree = tree(&[(
            "lib.rs",
            "use alongside_core as core; fn a() { core::store::open(); std::fs::read(x); }",
        )]);
        let paths: Vec<_> = list_outside_paths(&tree).into_iter().map(|(_, path)| path.join("::")).collect();
        assert_eq!(paths, ["alongside_core", "alongside_core::store::open", "std::fs::read"]);
    }
}
