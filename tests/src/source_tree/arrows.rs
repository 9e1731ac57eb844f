//! Holds imports between top-level modules against a table of arrows.

use std::collections::BTreeSet;

use super::crate_tree::CrateTree;
use super::imports::{Import, list_imports};

/// What each top-level module may import directly. It may also import what those may.
pub type Arrows<'a> = &'a [(&'a str, &'a [&'a str])];

/// Every import that goes against `arrows`, and every top-level module that the table does not know.
pub fn wrong_arrows(tree: &CrateTree, arrows: Arrows<'_>) -> Vec<String> {
    let unknown = tree.top_level().filter(|name| !arrows.iter().any(|(from, _)| from == name));
    let unknown = unknown.map(|name| format!("`{name}` is not in the table of arrows"));
    let imports = list_imports(tree).into_iter().filter(|import| goes_against(import, arrows));
    unknown.chain(imports.map(|import| complaint(&import))).collect()
}

/// Every import between two top-level modules that `pairs` (from, to) forbid.
pub fn forbidden_imports(tree: &CrateTree, pairs: &[(&str, &str)]) -> Vec<String> {
    let imports = list_imports(tree).into_iter();
    let found = imports.filter(|import| pairs.contains(&(top(&import.from), top(&import.to))));
    found.map(|import| complaint(&import)).collect()
}

/// The crate's root hands on what it likes; nothing may be defined in it for others to use.
fn goes_against(import: &Import, arrows: Arrows<'_>) -> bool {
    let (from, to) = (top(&import.from), top(&import.to));
    !import.from.is_empty() && from != to && !reachable(from, arrows).contains(to)
}

fn reachable<'a>(from: &'a str, arrows: Arrows<'a>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        let allowed = arrows.iter().filter(|(name, _)| *name == next).flat_map(|(_, allowed)| *allowed);
        open.extend(allowed.filter(|name| found.insert(**name)));
    }
    found
}

fn top(module: &[String]) -> &str {
    module.first().map_or("the crate's root", String::as_str)
}

fn complaint(import: &Import) -> String {
    let (from, to) = (top(&import.from), top(&import.to));
    format!("{} imports {}: `{from}` may not import `{to}`", import.from_file, import.to_file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source_tree::Sources;

    const ARROWS: Arrows<'_> = &[("model", &[]), ("wire", &["model"]), ("sync", &["wire"])];

    fn wrong(model: &str, sync: &str) -> Vec<String> {
        let sources = Sources::planted(&[
            ("lib.rs", "mod model; mod wire; mod sync; pub struct Loose;"),
            ("model.rs", model),
            ("wire.rs", "use crate::model::A;"),
            ("sync.rs", sync),
        ]);
        wrong_arrows(&CrateTree::read(&sources, "lib.rs").unwrap(), ARROWS)
    }

    #[test]
    fn arrows_may_be_followed_all_the_way_down() {
        assert!(wrong("pub struct A;", "use crate::wire::W; use crate::model::A;").is_empty());
    }

    #[test]
    fn an_import_against_the_arrows_is_named_with_its_file() {
        let found = wrong("fn a() { crate::sync::run() }", "");
        assert_eq!(found, ["model.rs imports sync.rs: `model` may not import `sync`"]);
    }

    #[test]
    fn what_the_root_defines_is_nobodys_to_import() {
        assert_eq!(wrong("use crate::Loose;", "").len(), 1);
    }

    #[test]
    fn a_module_that_the_table_does_not_know_is_named() {
        let sources = Sources::planted(&[("lib.rs", "mod helpers;"), ("helpers.rs", "")]);
        let found = wrong_arrows(&CrateTree::read(&sources, "lib.rs").unwrap(), ARROWS);
        assert_eq!(found, ["`helpers` is not in the table of arrows"]);
    }

    #[test]
    fn a_forbidden_pair_is_found_in_its_direction_only() {
        let sources = Sources::planted(&[
            ("lib.rs", "mod api; mod web;"),
            ("api.rs", "use crate::web::P;"),
            ("web.rs", ""),
        ]);
        let tree = CrateTree::read(&sources, "lib.rs").unwrap();
        assert_eq!(forbidden_imports(&tree, &[("api", "web")]).len(), 1);
        assert!(forbidden_imports(&tree, &[("web", "api")]).is_empty());
    }
}
