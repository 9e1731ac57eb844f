//! What a module defines itself, and which modules it declares.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, TokenTree};

use super::tokens::{group, is_punct, word};

/// Words after which an item's name stands.
const DEFINING: &[&str] = &["const", "enum", "fn", "mod", "static", "struct", "trait", "type", "union"];

/// A `mod` declaration.
#[derive(Debug)]
pub(super) struct Declared {
    /// The module's name.
    pub(super) name: String,
    /// Its contents when they are written in place; none when they have a file.
    pub(super) inline: Option<Group>,
}

/// The names of the items that `tokens` define at their own level.
pub(super) fn defined(tokens: &[TokenTree]) -> BTreeSet<String> {
    let plain = (0..tokens.len())
        .filter(|&at| word(tokens, at).is_some_and(|word| DEFINING.contains(&word.as_str())));
    let macros = (0..tokens.len()).filter(|&at| is_macro_definition(tokens, at)).map(|at| at + 1);
    plain.chain(macros).filter_map(|at| word(tokens, at + 1)).collect()
}

/// The modules that `tokens` declare at their own level, in order.
pub(super) fn declared(tokens: &[TokenTree]) -> Vec<Declared> {
    let mods = (0..tokens.len()).filter(|&at| word(tokens, at).is_some_and(|word| word == "mod"));
    mods.filter_map(|at| {
        let name = word(tokens, at + 1)?;
        let inline = group(tokens, at + 2, Delimiter::Brace).cloned();
        Some(Declared { name, inline })
    })
    .collect()
}

/// `tokens` without the contents of modules written in place: they are modules of their own.
pub(super) fn without_inline_modules(tokens: &[TokenTree]) -> Vec<TokenTree> {
    let is_contents = |at: usize| {
        at >= 2
            && word(tokens, at - 2).is_some_and(|word| word == "mod")
            && group(tokens, at, Delimiter::Brace).is_some()
    };
    tokens.iter().enumerate().filter(|(at, _)| !is_contents(*at)).map(|(_, token)| token.clone()).collect()
}

fn is_macro_definition(tokens: &[TokenTree], at: usize) -> bool {
    word(tokens, at).is_some_and(|word| word == "macro_rules")
        && tokens.get(at + 1).is_some_and(|next| is_punct(next, '!'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source_tree::tokens::read;

    #[test]
    fn items_are_known_by_name_and_what_is_inside_them_is_not() {
        let text = "pub struct Goal { step: Step } impl Goal { fn tick() {} } macro_rules! id { () => {} } const A: u8 = 1;";
        let names = defined(&read("sample.rs", text).unwrap());
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["A", "Goal", "id"]);
    }

    #[test]
    fn modules_with_a_file_are_told_from_modules_in_place() {
        let tokens = read("sample.rs", "pub mod a; mod b { fn hidden() {} } fn c() {}").unwrap();
        let found: Vec<_> =
            declared(&tokens).into_iter().map(|one| (one.name, one.inline.is_some())).collect();
        assert_eq!(found, [("a".to_owned(), false), ("b".to_owned(), true)]);
        assert!(defined(&without_inline_modules(&tokens)).contains("c"));
        assert_eq!(without_inline_modules(&tokens).len(), tokens.len() - 1);
    }
}
