//! Licence expressions (SPDX), decided by a question about each single licence.
//!
//! `OR` needs one side, `AND` needs both and binds tighter, parentheses group, `X WITH Y` is one licence of its own, and
//! `A/B` is how older crates write `A OR B`.

/// Whether `expression` is satisfied by licences for which `allowed` says yes; false when it cannot be read.
pub(super) fn is_satisfied(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let words = words(expression);
    let mut reader = Reader { words: &words, allowed };
    reader.any().is_some_and(|satisfied| satisfied && reader.words.is_empty())
}

fn words(expression: &str) -> Vec<String> {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

struct Reader<'a> {
    words: &'a [String],
    allowed: &'a dyn Fn(&str) -> bool,
}

impl Reader<'_> {
    fn any(&mut self) -> Option<bool> {
        let mut satisfied = self.all()?;
        while self.take("OR") {
            satisfied |= self.all()?;
        }
        Some(satisfied)
    }

    fn all(&mut self) -> Option<bool> {
        let mut satisfied = self.one()?;
        while self.take("AND") {
            satisfied &= self.one()?;
        }
        Some(satisfied)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let satisfied = self.any()?;
            return self.take(")").then_some(satisfied);
        }
        let mut licence = self.name()?;
        if self.take("WITH") {
            licence = format!("{licence} WITH {}", self.name()?);
        }
        Some((self.allowed)(&licence))
    }

    fn name(&mut self) -> Option<String> {
        let (first, rest) = self.words.split_first()?;
        if matches!(first.as_str(), "AND" | "OR" | "WITH" | "(" | ")") {
            return None;
        }
        self.words = rest;
        Some(first.clone())
    }

    fn take(&mut self, word: &str) -> bool {
        let Some((first, rest)) = self.words.split_first() else { return false };
        if first == word {
            self.words = rest;
        }
        first == word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With MIT and Apache-2.0 (and that with LLVM's exception) allowed.
    fn satisfied(expression: &str) -> bool {
        is_satisfied(expression, &|licence| {
            ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"].contains(&licence)
        })
    }

    #[test]
    fn one_allowed_choice_is_enough() {
        assert!(satisfied("MIT"));
        assert!(satisfied("GPL-3.0 OR MIT"));
        assert!(satisfied("Unlicense/MIT"));
        assert!(!satisfied("GPL-3.0 OR LGPL-2.1"));
    }

    #[test]
    fn every_part_of_an_and_must_be_allowed() {
        assert!(satisfied("MIT AND Apache-2.0"));
        assert!(!satisfied("MIT AND WTFPL"));
        assert!(!satisfied("(MIT OR Apache-2.0) AND WTFPL"));
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert!(satisfied("MIT OR Apache-2.0 AND GPL-3.0"));
        assert!(!satisfied("(MIT OR Apache-2.0) AND GPL-3.0"));
    }

    #[test]
    fn an_exception_makes_another_licence() {
        assert!(satisfied("Apache-2.0 WITH LLVM-exception"));
        assert!(!satisfied("MIT WITH LLVM-exception"));
    }

    #[test]
    fn what_cannot_be_read_is_not_satisfied() {
        for broken in ["", "MIT OR", "AND MIT", "(MIT", "MIT)", "MIT MIT", "MIT WITH", "()"] {
            assert!(!satisfied(broken), "{broken:?}");
        }
    }
}
