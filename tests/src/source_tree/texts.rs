//! Texts that a program can show: string literals outside test code and attributes.

use proc_macro2::TokenTree;

use super::error::SourceError;
use super::tokens::{self, attribute, live};

/// A string literal.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// The line it begins on, counted from 1.
    pub line: usize,
    /// It as it is written, without its quotes; escapes are left as they are.
    pub text: String,
}

/// Every string literal of `text`, the contents of `file`, outside test code. What stands in attributes is for programs and
/// documentation, and is left out.
pub fn list_texts(file: &str, text: &str) -> Result<Vec<Text>, SourceError> {
    let mut found = Vec::new();
    collect(&live(tokens::read(file, text)?), &mut found);
    Ok(found)
}

fn collect(tokens: &[TokenTree], found: &mut Vec<Text>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((_, inner)) = attribute(tokens, at) {
            at += 2 + usize::from(inner);
            continue;
        }
        match token {
            TokenTree::Group(group) => collect(&live(group.stream()), found),
            TokenTree::Literal(literal) => found.extend(read(literal)),
            _ => {}
        }
        at += 1;
    }
}

fn read(literal: &proc_macro2::Literal) -> Option<Text> {
    let written = literal.to_string();
    let (_, rest) = written.split_once('"')?;
    let (text, _) = rest.rsplit_once('"')?;
    Some(Text { line: literal.span().start().line, text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_where_a_person_could_read_them() {
        let text = "/// \"not this\"\n#[serde(rename = \"nor this\")]\nfn a() { b(\"one\", r#\"two\"#); }\n\
                    #[cfg(test)] mod tests { fn c() { d(\"three\"); } }";
        let found = list_texts("sample.rs", text).unwrap();
        assert_eq!(found.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(found[0].line, 3);
    }
}
