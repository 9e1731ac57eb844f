//! Import cycles: between the files and folders of each folder, at every depth.
//!
//! In one folder a sub-folder counts as one thing, so that two sub-folders that know each other are a cycle even when no
//! two of their files are. The file of the folder itself (`mod.rs`, `lib.rs`) is a thing beside its children.

use std::collections::{BTreeMap, BTreeSet};

use super::crate_tree::CrateTree;
use super::imports::{Import, list_imports};

type Path = Vec<String>;

/// One sentence for each cycle, naming the folder and the imports that close it.
pub fn list_cycles(tree: &CrateTree) -> Vec<String> {
    let mut folders: BTreeMap<Path, Vec<Import>> = BTreeMap::new();
    for import in list_imports(tree) {
        folders.entry(shared_folder(&import)).or_default().push(import);
    }
    folders.iter().flat_map(|(folder, imports)| cycles_in(folder, imports)).collect()
}

/// The deepest folder that holds both ends: the only one in which they are two different things.
fn shared_folder(import: &Import) -> Path {
    let pairs = import.from.iter().zip(&import.to);
    pairs.take_while(|(from, to)| from == to).map(|(part, _)| part.clone()).collect()
}

fn cycles_in(folder: &Path, imports: &[Import]) -> Vec<String> {
    let child = |module: &Path| module[..module.len().min(folder.len() + 1)].to_vec();
    let edges: BTreeSet<(Path, Path)> =
        imports.iter().map(|one| (child(&one.from), child(&one.to))).collect();
    let knots = knots(&edges);
    let closes = |knot: &BTreeSet<Path>, one: &Import| {
        knot.contains(&child(&one.from)) && knot.contains(&child(&one.to))
    };
    knots
        .iter()
        .map(|knot| {
            let closing = imports.iter().filter(|one| closes(knot, one));
            let lines: Vec<_> =
                closing.map(|one| format!("{} imports {}", one.from_file, one.to_file)).collect();
            format!(
                "cycle in `crate{}`: {}",
                folder.iter().map(|part| format!("::{part}")).collect::<String>(),
                lines.join(", ")
            )
        })
        .collect()
}

/// The sets of two or more things that all reach each other.
fn knots(edges: &BTreeSet<(Path, Path)>) -> BTreeSet<BTreeSet<Path>> {
    let reached: BTreeMap<_, _> = edges.iter().map(|(from, _)| (from, reachable(from, edges))).collect();
    let mutual = |one: &Path, other: &Path| reached.get(other).is_some_and(|found| found.contains(one));
    let groups = reached.iter().map(|(one, found)| {
        found.iter().filter(|other| mutual(one, other)).cloned().collect::<BTreeSet<Path>>()
    });
    groups.filter(|group| group.len() > 1).collect()
}

fn reachable(from: &Path, edges: &BTreeSet<(Path, Path)>) -> BTreeSet<Path> {
    let mut found = BTreeSet::new();
    let mut open = vec![from.clone()];
    while let Some(next) = open.pop() {
        let ahead = edges.iter().filter(|(start, _)| *start == next).map(|(_, end)| end.clone());
        open.extend(ahead.filter(|end| found.insert(end.clone())));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source_tree::Sources;

    fn cycles(files: &[(&str, &str)]) -> Vec<String> {
        list_cycles(&CrateTree::read(&Sources::planted(files), "lib.rs").unwrap())
    }

    #[test]
    fn a_chain_is_no_cycle() {
        let files = [
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "use crate::b::B;"),
            ("b.rs", "use crate::c::C;"),
            ("c.rs", ""),
        ];
        assert!(cycles(&files).is_empty());
    }

    #[test]
    fn three_files_in_a_ring_are_one_cycle_with_all_three_named() {
        let files = [
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "use crate::b::B;"),
            ("b.rs", "use crate::c::C;"),
            ("c.rs", "fn x() { crate::a::y() }"),
        ];
        let expected = "cycle in `crate`: a.rs imports b.rs, b.rs imports c.rs, c.rs imports a.rs";
        assert_eq!(cycles(&files), [expected]);
    }

    #[test]
    fn two_folders_that_know_each_other_are_a_cycle_though_no_two_files_are() {
        let files = [
            ("lib.rs", "mod a; mod b;"),
            ("a/mod.rs", "mod one; mod two;"),
            ("a/one.rs", "use crate::b::one::B;"),
            ("a/two.rs", ""),
            ("b/mod.rs", "mod one; mod two;"),
            ("b/one.rs", ""),
            ("b/two.rs", "use crate::a::two::A;"),
        ];
        assert_eq!(cycles(&files).len(), 1);
    }

    #[test]
    fn a_parent_and_a_child_that_use_each_other_are_a_cycle() {
        let files = [
            ("lib.rs", "mod store;"),
            ("store/mod.rs", "mod schema; pub struct Store; fn open() { schema::migrate() }"),
            ("store/schema.rs", "use super::Store; pub fn migrate() {}"),
        ];
        let found = cycles(&files);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("cycle in `crate::store`"), "{found:?}");
    }

    #[test]
    fn a_cycle_in_a_deep_folder_is_found() {
        let files = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod b;"),
            ("a/b/mod.rs", "mod one; mod two;"),
            ("a/b/one.rs", "use super::two::T;"),
            ("a/b/two.rs", "#[serde(with = \"super::one::stamp\")] struct T;"),
        ];
        assert_eq!(cycles(&files).len(), 1);
    }
}
