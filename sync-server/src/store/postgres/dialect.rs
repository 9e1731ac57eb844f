//! From the store's SQL to PostgreSQL's: parameters are `$1`, and which index to use is the planner's business.

/// The statement as PostgreSQL takes it. No statement of the store has a question mark or these words in a text.
pub(super) fn translate(sql: &str) -> String {
    let mut told = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some((before, after)) = rest.split_once(INDEXED_BY) {
        told.push_str(before);
        let name = after.find(|end: char| end != '_' && !end.is_ascii_alphanumeric());
        rest = name.map_or("", |end| &after[end..]);
    }
    told.push_str(rest);
    told.replace('?', "$")
}

const INDEXED_BY: &str = "INDEXED BY ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_and_hints_are_translated() {
        let told = translate("SELECT a FROM g INDEXED BY g_news JOIN s ON s.no = ?12 WHERE a > ?1");
        assert_eq!(told, "SELECT a FROM g  JOIN s ON s.no = $12 WHERE a > $1");
        assert_eq!(translate("SELECT a FROM g INDEXED BY g_news"), "SELECT a FROM g ");
    }
}
