//! What a person types into a search, in the words of the full-text index.

/// Of a word that is in more records than this, none is better than another, and weighing all of them would be felt.
pub(super) const MOST_WEIGHED: usize = 5_000;

/// The query language of FTS5 is not for people: each word becomes a quoted string, the last a prefix. A single letter is
/// taken as it stands: so much begins with it that finding all of that would be felt.
pub(super) fn expression(query: &str) -> String {
    let words = query
        .split(|c: char| c.is_whitespace() || c == '\0')
        .filter(|word| word.chars().any(char::is_alphanumeric));
    let words: Vec<&str> = words.collect();
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.replace('"', "\"\""))).collect();
    let begun = words.last().is_some_and(|last| last.len() > 1);
    format!("{}{}", quoted.join(" "), if begun { "*" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn what_a_person_types_is_never_a_query_language() {
        for (typed, expected) in [
            ("damp flat", "\"damp\" \"flat\"*"),
            ("  ", ""),
            ("* \" -", ""),
            ("damp f", "\"damp\" \"f\""),
            ("NOT a\"b", "\"NOT\" \"a\"\"b\"*"),
            ("zażółć", "\"zażółć\"*"),
        ] {
            assert_eq!(expression(typed), expected);
        }
    }
}
