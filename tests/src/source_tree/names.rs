//! What the tokens of one module name: `use` statements, paths in code, and single names.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Literal, TokenTree};

use super::tokens::{attribute, group, is_path_separator, is_punct, live, word};
use super::use_tree::{self, UseLeaf};

/// Everything one module names.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The names its `use` statements bring.
    pub(super) uses: Vec<UseLeaf>,
    /// Paths of two or more parts in code and attributes.
    pub(super) paths: BTreeSet<Vec<String>>,
    /// Single names that code uses: types, and functions and macros where they are called.
    pub(super) words: BTreeSet<String>,
}

/// Reads what `tokens` name, groups included.
pub(super) fn read(tokens: &[TokenTree]) -> Names {
    let mut names = Names::default();
    names.scan(tokens);
    names
}

impl Names {
    fn scan(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while at < tokens.len() {
            at = self.take(tokens, at);
        }
    }

    /// Takes what starts at `at` and returns where the next thing starts.
    fn take(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        if let Some((brackets, inner)) = attribute(tokens, at) {
            self.scan_attribute(&live(brackets.stream()));
            return at + 2 + usize::from(inner);
        }
        match &tokens[at] {
            TokenTree::Group(group) => self.scan(&live(group.stream())),
            TokenTree::Ident(_) => return self.take_words(tokens, at),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        at + 1
    }

    fn take_words(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        match word(tokens, at).as_deref() {
            // `impl Trait + use<'a>` is no import.
            Some("use") if !tokens.get(at + 1).is_some_and(|next| is_punct(next, '<')) => {
                self.take_use(tokens, at)
            }
            // `pub(in crate::store)` says who may look in, not what is looked at.
            Some("pub") if group(tokens, at + 1, Delimiter::Parenthesis).is_some() => at + 2,
            Some("fn" | "mod" | "struct" | "enum" | "trait" | "union") if word(tokens, at + 1).is_some() => {
                at + 2
            }
            _ => self.take_path(tokens, at),
        }
    }

    fn take_use(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let rest = &tokens[at + 1..];
        let length = rest.iter().position(|token| is_punct(token, ';')).unwrap_or(rest.len());
        self.uses.extend(use_tree::leaves(&rest[..length], follows_pub(tokens, at)));
        at + 1 + length
    }

    fn take_path(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let mut path: Vec<String> = word(tokens, at).into_iter().collect();
        let mut end = at + 1;
        while is_path_separator(tokens, end) {
            let Some(part) = word(tokens, end + 2) else { break };
            path.push(part);
            end += 3;
        }
        let is_member = at > 0 && is_punct(&tokens[at - 1], '.');
        if !is_member && (path.len() > 1 || is_type(&path[0]) || is_called(tokens, end)) {
            self.words.insert(path[0].clone());
        }
        if path.len() > 1 {
            self.paths.insert(path);
        }
        end
    }

    /// Documentation links to whatever it likes; any other string that is a path names what it says.
    fn scan_attribute(&mut self, tokens: &[TokenTree]) {
        if word(tokens, 0).is_some_and(|name| name == "doc") {
            return;
        }
        self.scan(tokens);
        self.scan_strings(tokens);
    }

    fn scan_strings(&mut self, tokens: &[TokenTree]) {
        for token in tokens {
            match token {
                TokenTree::Literal(literal) => self.paths.extend(path_in(literal)),
                TokenTree::Group(group) => self.scan_strings(&live(group.stream())),
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

fn follows_pub(tokens: &[TokenTree], at: usize) -> bool {
    let is_pub =
        |index: Option<usize>| index.and_then(|index| word(tokens, index)).is_some_and(|word| word == "pub");
    let with_scope = at > 0 && group(tokens, at - 1, Delimiter::Parenthesis).is_some();
    if with_scope { is_pub(at.checked_sub(2)) } else { is_pub(at.checked_sub(1)) }
}

fn is_type(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

fn is_called(tokens: &[TokenTree], end: usize) -> bool {
    group(tokens, end, Delimiter::Parenthesis).is_some()
        || tokens.get(end).is_some_and(|next| is_punct(next, '!'))
}

fn path_in(literal: &Literal) -> Option<Vec<String>> {
    let text = literal.to_string();
    let path: Vec<_> = text.strip_prefix('"')?.strip_suffix('"')?.split("::").map(str::to_owned).collect();
    let is_name = |part: &String| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
    };
    (path.len() > 1 && path.iter().all(is_name)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source_tree::tokens;

    fn named(text: &str) -> Names {
        read(&live(tokens::read("sample.rs", text).unwrap()))
    }

    fn paths(text: &str) -> Vec<String> {
        named(text).paths.iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn paths_are_found_in_code_macros_and_attributes() {
        assert_eq!(paths("fn a() { crate::store::open(); }"), ["crate::store::open"]);
        assert_eq!(paths("fn a() { vec![super::b::C] }"), ["super::b::C"]);
        assert_eq!(paths("#[derive(serde::Serialize)] struct A;"), ["serde::Serialize"]);
        assert_eq!(paths("fn a() { Vec::<crate::model::Goal>::new() }"), ["crate::model::Goal"]);
    }

    #[test]
    fn strings_and_comments_are_no_paths_but_attribute_strings_are() {
        assert!(paths("/// [`crate::sync`]\nfn a() { \"crate::sync::run\"; /* crate::sync */ }").is_empty());
        assert_eq!(paths("struct A { #[serde(with = \"crate::time::ms\")] at: T }"), ["crate::time::ms"]);
    }

    #[test]
    fn test_code_inside_an_item_names_nothing() {
        assert!(paths("impl A { #[cfg(test)] fn b() { crate::sync::run() } }").is_empty());
    }

    #[test]
    fn visibility_is_no_path_and_captures_are_no_use() {
        assert!(paths("pub(in crate::store) fn a() {}").is_empty());
        assert!(named("fn a<'a>() -> impl Sized + use<'a> {}").uses.is_empty());
    }

    #[test]
    fn a_use_knows_whether_it_is_handed_on() {
        let public = |text: &str| named(text).uses[0].is_public;
        assert!(public("pub use a::B;") && public("fn x() {} pub(crate) use a::B;"));
        assert!(!public("use a::B;") && !public("pub struct A; use a::B;"));
    }

    #[test]
    fn members_and_definitions_are_not_uses_of_a_name() {
        let words = named("fn merge(self) { self.check(); plan(); Goal }").words;
        assert_eq!(words.into_iter().collect::<Vec<_>>(), ["Goal", "plan"]);
    }
}
