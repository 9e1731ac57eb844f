//! Full-text search over what is on this phone and may be shown.

use rusqlite::{Connection, params};

use super::StoreError;
use super::record::{self, RecordRow};
use crate::model::EntityId;

/// Records that hold every word of `query`, best first; the last word may be unfinished. Accents and case do not matter.
pub fn find_words(connection: &Connection, query: &str, limit: usize) -> Result<Vec<RecordRow>, StoreError> {
    let expression = expression(query);
    if expression.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT r.id FROM search JOIN record r ON r.no = search.rowid JOIN stream s ON s.no = r.stream
               WHERE search MATCH ?1 AND s.ready = 1 AND r.state <> 1 ORDER BY search.rank, r.at DESC LIMIT ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let ids: Vec<[u8; 16]> = statement
        .query_map(params![expression, i64::try_from(limit).unwrap_or(i64::MAX)], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let ids = ids.into_iter().map(|id| EntityId(uuid::Uuid::from_bytes(id)));
    Ok(ids
        .map(|id| record::find(connection, id))
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}

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
