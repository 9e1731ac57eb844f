//! One `use` statement, taken apart into the single names it brings.

use proc_macro2::{Delimiter, TokenTree};

use super::tokens::{group, is_path_separator, is_punct, word};

/// One name that a `use` brings into a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UseLeaf {
    /// The path as written, prefixes included: `["crate", "model", "Goal"]`. For a glob, the path before the `*`.
    pub(super) path: Vec<String>,
    /// What it is called here; none for a glob and for `as _`.
    pub(super) name: Option<String>,
    /// True for `path::*`.
    pub(super) is_glob: bool,
    /// True when it is handed on (`pub use`, `pub(crate) use`).
    pub(super) is_public: bool,
}

/// Takes the tokens between `use` and `;` apart.
pub(super) fn leaves(tokens: &[TokenTree], is_public: bool) -> Vec<UseLeaf> {
    let mut found = Vec::new();
    collect(tokens, &[], &mut found);
    for leaf in &mut found {
        leaf.is_public = is_public;
    }
    found
}

fn collect(tokens: &[TokenTree], prefix: &[String], found: &mut Vec<UseLeaf>) {
    let mut path = prefix.to_vec();
    let mut at = 0;
    while at < tokens.len() {
        if is_path_separator(tokens, at) {
            at += 2;
        } else if let Some(part) = word(tokens, at).filter(|part| part != "as") {
            path.push(part);
            at += 1;
        } else {
            break;
        }
    }
    if let Some(branches) = group(tokens, at, Delimiter::Brace) {
        let inner: Vec<_> = branches.stream().into_iter().collect();
        inner.split(|token| is_punct(token, ',')).for_each(|branch| collect(branch, &path, found));
    } else if tokens.get(at).is_some_and(|token| is_punct(token, '*')) {
        found.push(UseLeaf { path, name: None, is_glob: true, is_public: false });
    } else if path.len() > prefix.len() {
        found.push(named(path, word(tokens, at + 1)));
    }
}

/// `use a::{self}` names `a`; `use a as b` is called `b`, and `as _` nothing.
fn named(mut path: Vec<String>, renamed: Option<String>) -> UseLeaf {
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let name = renamed.or_else(|| path.last().cloned()).filter(|name| name != "_");
    UseLeaf { path, name, is_glob: false, is_public: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source_tree::tokens::read;

    fn brought(text: &str) -> Vec<String> {
        let found = leaves(&read("sample.rs", text).unwrap(), false);
        let shown =
            |leaf: &UseLeaf| format!("{} as {}", leaf.path.join("::"), leaf.name.as_deref().unwrap_or("*"));
        found.iter().map(shown).collect()
    }

    #[test]
    fn nested_braces_are_taken_apart() {
        let text = "crate::model::{self, goal::{Goal, Step as GoalStep}, visit_note}";
        let expected = [
            "crate::model as model",
            "crate::model::goal::Goal as Goal",
            "crate::model::goal::Step as GoalStep",
            "crate::model::visit_note as visit_note",
        ];
        assert_eq!(brought(text), expected);
    }

    #[test]
    fn a_glob_has_the_path_before_it() {
        assert_eq!(brought("super::*"), ["super as *"]);
        assert_eq!(brought("super::{a::*, b}"), ["super::a as *", "super::b as b"]);
    }

    #[test]
    fn a_plain_crate_and_an_unnamed_trait_are_seen() {
        assert_eq!(brought("rusqlite"), ["rusqlite as rusqlite"]);
        assert_eq!(brought("::std::fmt::Write as _"), ["std::fmt::Write as *"]);
    }
}
