//! Counting records without opening them.

use rusqlite::{Connection, params};

use super::StoreError;
use crate::model::{Audience, KindEntry};

/// How many records of one kind there are in the streams for `audience`, by the word that `field` holds. No record is opened.
pub fn count_by_word(
    connection: &Connection,
    audience: Audience,
    kind: &KindEntry,
    field: &str,
) -> Result<Vec<(String, usize)>, StoreError> {
    let sql = "SELECT r.fields ->> ?3, count(*) FROM stream s CROSS JOIN record r ON r.stream = s.no AND r.kind = ?2
               WHERE s.audience = ?1 AND s.ready = 1 AND r.state <> 1 AND r.fields ->> ?3 IS NOT NULL GROUP BY 1";
    let mut statement = connection.prepare_cached(sql)?;
    let counted = statement.query_map(params![audience.name(), kind.number, field], |row| {
        Ok((row.get(0)?, usize::try_from(row.get::<_, i64>(1)?).unwrap_or(usize::MAX)))
    })?;
    Ok(counted.collect::<Result<_, _>>()?)
}
