//! From a path as written in a module to the module that defines what it names.

use super::crate_tree::{CrateTree, Module};
use super::use_tree::UseLeaf;

/// Renamings and re-exports followed before giving up: more than any honest chain, and an end to circular ones.
const MOST_HOPS: usize = 16;

/// Where a path leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To something in this crate: the path from the crate's root.
    Here(Vec<String>),
    /// Out of this crate, or to something local; renamed crates have their own name again.
    Elsewhere(Vec<String>),
}

impl CrateTree {
    /// Where `path`, written in `module`, leads.
    pub(super) fn locate(&self, module: &Module, path: &[String]) -> Target {
        self.locate_within(module, path, None, MOST_HOPS)
    }

    /// Where the path of `leaf`, a `use` of `module`, leads. A `use` cannot begin with the name it brings itself.
    pub(super) fn locate_use(&self, module: &Module, leaf: &UseLeaf) -> Target {
        self.locate_within(module, &leaf.path, Some(leaf), MOST_HOPS)
    }

    fn locate_within(&self, module: &Module, path: &[String], own: Option<&UseLeaf>, hops: usize) -> Target {
        let Some((first, rest)) = path.split_first() else { return Target::Here(module.path.clone()) };
        match first.as_str() {
            "crate" => return Target::Here(rest.to_vec()),
            "self" => return Target::Here(joined(&module.path, rest)),
            "super" => return Target::Here(climbed(&module.path, path)),
            _ => {}
        }
        if self.modules.contains_key(&joined(&module.path, std::slice::from_ref(first))) {
            return Target::Here(joined(&module.path, path));
        }
        let brought =
            module.names.uses.iter().find(|leaf| leaf.name.as_ref() == Some(first) && Some(*leaf) != own);
        match brought {
            Some(leaf) if hops > 0 => match self.locate_within(module, &leaf.path, Some(leaf), hops - 1) {
                Target::Here(start) => Target::Here(joined(&start, rest)),
                Target::Elsewhere(start) => Target::Elsewhere(joined(&start, rest)),
            },
            _ => Target::Elsewhere(path.to_vec()),
        }
    }

    /// The module that defines what `path`, from the crate's root, names; re-exports are followed.
    pub(super) fn home(&self, path: &[String]) -> &Module {
        self.home_within(path, MOST_HOPS)
    }

    fn home_within(&self, path: &[String], hops: usize) -> &Module {
        let depth =
            (0..=path.len()).rev().find(|&depth| self.modules.contains_key(&path[..depth])).unwrap_or(0);
        let module = &self.modules[&path[..depth]];
        let Some((name, rest)) = path[depth..].split_first() else { return module };
        if hops == 0 || module.defined.contains(name) {
            return module;
        }
        match self.handed_on(module, name) {
            Some(mut start) => {
                start.extend_from_slice(rest);
                self.home_within(&start, hops - 1)
            }
            // An exported macro is called by the root's name wherever it is written.
            None if module.path.is_empty() => {
                self.modules.values().find(|other| other.defined.contains(name)).unwrap_or(module)
            }
            None => module,
        }
    }

    /// The path, from the root, of something that `module` has by a `use` and calls `name`.
    fn handed_on(&self, module: &Module, name: &String) -> Option<Vec<String>> {
        let uses = &module.names.uses;
        let here = |leaf| match self.locate_use(module, leaf) {
            Target::Here(path) => Some(path),
            Target::Elsewhere(_) => None,
        };
        if let Some(leaf) = uses.iter().find(|leaf| leaf.name.as_ref() == Some(name)) {
            return here(leaf);
        }
        let globs = uses.iter().filter(|leaf| leaf.is_glob).filter_map(here);
        globs.map(|path| (self.modules.get(&path), joined(&path, std::slice::from_ref(name)))).find_map(
            |(source, path)| {
                source
                    .is_some_and(|source| source.provides(name) && source.path != module.path)
                    .then_some(path)
            },
        )
    }
}

impl Module {
    /// True when `name` is defined here or brought here by name.
    fn provides(&self, name: &String) -> bool {
        self.defined.contains(name) || self.names.uses.iter().any(|leaf| leaf.name.as_ref() == Some(name))
    }
}

/// `path` begins with one `super` or more.
fn climbed(from: &[String], path: &[String]) -> Vec<String> {
    let up = path.iter().take_while(|part| *part == "super").count();
    joined(&from[..from.len().saturating_sub(up)], &path[up..])
}

fn joined(start: &[String], rest: &[String]) -> Vec<String> {
    [start, rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source_tree::Sources;

    fn tree() -> CrateTree {
        let sources = Sources::planted(&[
            ("src/lib.rs", "mod model; mod store; pub use model::Goal; use other_crate as other;"),
            (
                "src/model/mod.rs",
                "mod goal; mod words; pub use goal::Goal; pub use words::*; pub struct Own;",
            ),
            ("src/model/goal.rs", "pub struct Goal;"),
            ("src/model/words.rs", "pub struct Words;"),
            ("src/store.rs", "use crate::model as records; use rusqlite as sql; mod inner { }"),
        ]);
        CrateTree::read(&sources, "src/lib.rs").unwrap()
    }

    fn split(path: &str) -> Vec<String> {
        path.split("::").map(str::to_owned).collect()
    }

    fn located(module: &str, path: &str) -> String {
        let tree = tree();
        match tree.locate(&tree.modules[&split(module)], &split(path)) {
            Target::Here(path) => format!("here {}", path.join("::")),
            Target::Elsewhere(path) => format!("elsewhere {}", path.join("::")),
        }
    }

    #[test]
    fn the_three_ways_to_start_a_path_lead_from_the_root() {
        assert_eq!(located("model", "crate::store::X"), "here store::X");
        assert_eq!(located("model::goal", "super::words::Words"), "here model::words::Words");
        assert_eq!(located("store::inner", "super::super::model"), "here model");
        assert_eq!(located("model", "self::goal::Goal"), "here model::goal::Goal");
    }

    #[test]
    fn children_and_renamed_imports_are_followed() {
        assert_eq!(located("model", "goal::Goal"), "here model::goal::Goal");
        assert_eq!(located("store", "records::Own"), "here model::Own");
        assert_eq!(located("store", "sql::Connection"), "elsewhere rusqlite::Connection");
        assert_eq!(located("store", "serde::Serialize"), "elsewhere serde::Serialize");
    }

    #[test]
    fn a_re_export_leads_to_where_the_thing_is_defined() {
        let tree = tree();
        let home = |path: &str| tree.home(&split(path)).path.join("::");
        assert_eq!(home("Goal"), "model::goal");
        assert_eq!(home("model::Goal::new"), "model::goal");
        assert_eq!(home("model::Words"), "model::words");
        assert_eq!(home("model::Own"), "model");
        assert_eq!(home("model::Unknown"), "model");
    }

    #[test]
    fn re_exports_in_a_circle_come_to_an_end() {
        let sources = Sources::planted(&[
            ("src/lib.rs", "mod a; mod b;"),
            ("src/a.rs", "pub use crate::b::X; pub use Y as Z; pub use Z as Y;"),
            ("src/b.rs", "pub use crate::a::X;"),
        ]);
        let tree = CrateTree::read(&sources, "src/lib.rs").unwrap();
        assert!(["a", "b"].contains(&tree.home(&split("a::X")).path[0].as_str()));
        assert_eq!(tree.home(&split("a::Y")).path, ["a"]);
    }
}
