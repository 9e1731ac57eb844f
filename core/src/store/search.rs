//! Full-text search over what is on this phone and may be shown.

use rusqlite::{Connection, params};

use super::StoreError;
use super::query::expression;
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
