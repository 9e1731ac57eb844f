//! What a person types into a search, in the words of the full-text index.

/// The query language of FTS5 is not for people: each word becomes a quoted string, the last a prefix.
pub(super) fn expression(query: &str) -> String {
    let words = query
        .split(|c: char| c.is_whitespace() || c == '\0')
        .filter(|word| word.chars().any(char::is_alphanumeric));
    let quoted: Vec<String> = words.map(|word| format!("\"{}\"", word.replace('"', "\"\""))).collect();
    if quoted.is_empty() { String::new() } else { format!("{}*", quoted.join(" ")) }
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
            ("NOT a\"b", "\"NOT\" \"a\"\"b\"*"),
            ("zażółć", "\"zażółć\"*"),
        ] {
            assert_eq!(expression(typed), expected);
        }
    }
}
