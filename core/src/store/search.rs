//! Full-text search over what is on this phone and may be shown.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::StoreError;
use super::query::{MOST_WEIGHED, expression};
use super::record::{self, RecordRow};
use crate::model::EntityId;

/// How many records beyond twice those wanted are looked at first, for those that may not be shown.
const BESIDE: usize = 32;

/// Records that hold every word of `query`, best first, or those that came last where there are very many; the last word may be
/// unfinished. Accents and case do not matter.
pub fn find_words(connection: &Connection, query: &str, limit: usize) -> Result<Vec<RecordRow>, StoreError> {
    let expression = expression(query);
    if expression.is_empty() {
        return Ok(Vec::new());
    }
    let ids = match find_last(connection, &expression, limit)? {
        Some(ids) => ids,
        None => find_best(connection, &expression, limit)?,
    };
    let found = ids.into_iter().map(|id| record::find(connection, EntityId(Uuid::from_bytes(id))));
    Ok(found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// Those that came last, when there are too many to weigh.
fn find_last(
    connection: &Connection,
    expression: &str,
    limit: usize,
) -> Result<Option<Vec<[u8; 16]>>, StoreError> {
    let matching = "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC";
    let shown = "SELECT r.id FROM record r JOIN stream s ON s.no = r.stream
                 WHERE r.no = ?1 AND s.ready = 1 AND r.state <> 1";
    let mut matching = connection.prepare_cached(matching)?;
    let mut shown = connection.prepare_cached(shown)?;
    let mut numbers = matching.query_map(params![expression], |row| row.get::<_, i64>(0))?;
    let first = numbers.by_ref().take(MOST_WEIGHED + 1).collect::<Result<Vec<_>, _>>()?;
    if first.len() <= MOST_WEIGHED {
        return Ok(None);
    }
    let mut ids = Vec::new();
    for no in first.into_iter().map(Ok).chain(numbers) {
        if ids.len() >= limit {
            break;
        }
        ids.extend(shown.query_row(params![no?], |row| row.get::<_, [u8; 16]>(0)).optional()?);
    }
    Ok(Some(ids))
}

/// The best of them, the later one where two are equally good.
fn find_best(connection: &Connection, expression: &str, limit: usize) -> Result<Vec<[u8; 16]>, StoreError> {
    let mut look_at = limit.saturating_mul(2).saturating_add(BESIDE);
    loop {
        let (looked_at, mut ids) = find_among(connection, expression, look_at)?;
        if ids.len() >= limit || looked_at < look_at {
            ids.truncate(limit);
            return Ok(ids);
        }
        look_at = look_at.saturating_mul(8);
    }
}

/// How many of the best there are, at most `look_at`, and those of them that may be shown. The index alone says which are best:
/// no record is opened that is not among them.
fn find_among(
    connection: &Connection,
    expression: &str,
    look_at: usize,
) -> Result<(usize, Vec<[u8; 16]>), StoreError> {
    let sql = "WITH best AS MATERIALIZED
                 (SELECT rowid AS no, rank FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT ?2)
               SELECT CASE WHEN s.ready = 1 AND r.state <> 1 THEN r.id END
               FROM best CROSS JOIN record r ON r.no = best.no JOIN stream s ON s.no = r.stream
               ORDER BY best.rank, r.at DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let limit = i64::try_from(look_at).unwrap_or(i64::MAX);
    let ids: Vec<Option<[u8; 16]>> =
        statement.query_map(params![expression, limit], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok((ids.len(), ids.into_iter().flatten().collect()))
}
