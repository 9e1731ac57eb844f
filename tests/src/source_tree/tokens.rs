//! Rust text as tokens, without the parts that exist only for tests.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

use super::error::SourceError;

/// Words that begin an item; anything else after an attribute is a field, an arm or a statement.
const ITEM_WORDS: &[&str] = &[
    "async",
    "const",
    "enum",
    "extern",
    "fn",
    "impl",
    "let",
    "macro_rules",
    "mod",
    "pub",
    "static",
    "struct",
    "trait",
    "type",
    "union",
    "unsafe",
    "use",
];

/// The tokens of `text`; `file` is named when it is not Rust.
pub(super) fn read(file: &str, text: &str) -> Result<Vec<TokenTree>, SourceError> {
    let stream = TokenStream::from_str(text).map_err(|_| SourceError::NotRust { file: file.to_owned() })?;
    Ok(stream.into_iter().collect())
}

/// `tokens` of one level without what `#[cfg(test)]` marks.
pub(super) fn live(tokens: impl IntoIterator<Item = TokenTree>) -> Vec<TokenTree> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match attribute(&tokens, at) {
            Some((group, inner)) if is_cfg_test(group) => {
                if inner {
                    return Vec::new();
                }
                at = end_of_marked(&tokens, at + 2);
            }
            _ => {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    kept
}

/// The brackets of the attribute that starts at `at`, and whether it is an inner one (`#![…]`).
pub(super) fn attribute(tokens: &[TokenTree], at: usize) -> Option<(&Group, bool)> {
    if !is_punct(tokens.get(at)?, '#') {
        return None;
    }
    let inner = is_punct(tokens.get(at + 1)?, '!');
    match tokens.get(at + 1 + usize::from(inner))? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => Some((group, inner)),
        _ => None,
    }
}

/// The word at `at`.
pub(super) fn word(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at)? {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}

/// True when `::` stands at `at`.
pub(super) fn is_path_separator(tokens: &[TokenTree], at: usize) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(first)) if first.as_char() == ':' && first.spacing() == Spacing::Joint)
        && tokens.get(at + 1).is_some_and(|second| is_punct(second, ':'))
}

/// True for the single character `mark`.
pub(super) fn is_punct(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// The group at `at`, when it is in `delimiter`.
pub(super) fn group(tokens: &[TokenTree], at: usize, delimiter: Delimiter) -> Option<&Group> {
    match tokens.get(at)? {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group),
        _ => None,
    }
}

fn is_cfg_test(attribute: &Group) -> bool {
    let text = attribute.stream().to_string().replace(' ', "");
    text == "cfg(test)" || text.starts_with("cfg(all(test,")
}

/// The index after what an attribute marks; `at` is the first token after the attribute.
fn end_of_marked(tokens: &[TokenTree], mut at: usize) -> usize {
    while attribute(tokens, at).is_some() {
        at += 2;
    }
    let is_item = word(tokens, at).is_some_and(|first| ITEM_WORDS.contains(&first.as_str()));
    while let Some(token) = tokens.get(at) {
        at += 1;
        let ends = match token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';' || (punct.as_char() == ',' && !is_item),
            _ => false,
        };
        if ends {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        let stream: TokenStream = live(read("sample.rs", text).unwrap()).into_iter().collect();
        stream.to_string().replace([' ', '\n'], "")
    }

    #[test]
    fn test_modules_and_items_are_left_out() {
        assert_eq!(left("fn a() {} #[cfg(test)] mod tests { fn b() {} } fn c() {}"), "fna(){}fnc(){}");
        assert_eq!(left("#[cfg(test)] mod tests; fn c() {}"), "fnc(){}");
        assert_eq!(left("#[cfg(test)] #[allow(x)] pub(crate) fn f<A, B>() -> A { } fn c() {}"), "fnc(){}");
    }

    #[test]
    fn test_fields_end_at_their_comma() {
        assert_eq!(left("#[cfg(test)] seed: u64, name: String"), "name:String");
    }

    #[test]
    fn other_conditions_stay() {
        assert_eq!(left("#[cfg(feature = \"device\")] mod store;"), "#[cfg(feature=\"device\")]modstore;");
        assert_eq!(left("#[cfg(not(test))] mod store;"), "#[cfg(not(test))]modstore;");
    }

    #[test]
    fn a_file_that_is_for_tests_as_a_whole_has_nothing_left() {
        assert_eq!(left("#![cfg(test)] fn a() {}"), "");
    }

    #[test]
    fn comments_are_no_tokens_and_broken_text_is_refused() {
        assert_eq!(left("// crate::store\n/* crate::sync */ fn a() {}"), "fna(){}");
        assert!(read("broken.rs", "fn a( {").is_err());
    }
}
