//! How long functions are.

use proc_macro2::{Delimiter, TokenTree};

use super::error::SourceError;
use super::tokens::{self, group, is_punct, live, word};

/// A function with a body, outside test code.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The line of its `fn`, counted from 1.
    pub line: usize,
    /// Lines from its `fn` to its closing brace, blank lines and comments included.
    pub lines: usize,
}

/// Every function that `text`, the contents of `file`, defines: methods and nested functions too.
pub fn list_functions(file: &str, text: &str) -> Result<Vec<Function>, SourceError> {
    let mut found = Vec::new();
    collect(&live(tokens::read(file, text)?), &mut found);
    Ok(found)
}

fn collect(tokens: &[TokenTree], found: &mut Vec<Function>) {
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => collect(&live(group.stream()), found),
            TokenTree::Ident(ident) if ident == "fn" => found.extend(function(tokens, at)),
            _ => {}
        }
    }
}

fn function(tokens: &[TokenTree], at: usize) -> Option<Function> {
    let name = word(tokens, at + 1)?;
    let ends =
        |index: &usize| is_punct(&tokens[*index], ';') || group(tokens, *index, Delimiter::Brace).is_some();
    let end = (at + 2..tokens.len()).find(ends)?;
    let body = group(tokens, end, Delimiter::Brace)?;
    let line = tokens[at].span().start().line;
    Some(Function { name, line, lines: body.span_close().end().line + 1 - line })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_from_the_fn_to_the_closing_brace() {
        let text = "/// Says so.\nfn a(\n    b: u8,\n) -> u8 {\n    // why\n\n    b\n}\n";
        let found = list_functions("sample.rs", text).unwrap();
        assert_eq!(found, [Function { name: "a".to_owned(), line: 2, lines: 7 }]);
    }

    #[test]
    fn methods_and_nested_functions_count_and_declarations_do_not() {
        let text =
            "trait T { fn declared(); fn given() {} }\nimpl T for A { fn declared() { fn inner() {} } }";
        let names: Vec<_> =
            list_functions("sample.rs", text).unwrap().into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["given", "declared", "inner"]);
    }

    #[test]
    fn test_code_is_not_counted() {
        let found =
            list_functions("sample.rs", "#[cfg(test)]\nmod tests {\n    fn long() {\n}\n}\n").unwrap();
        assert!(found.is_empty());
    }
}
