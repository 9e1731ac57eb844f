//! What was received of one kind, a page at a time, without reading those that were seen before.

use rusqlite::{Connection, OptionalExtension, params};

use super::{RecordRow, StoreError, record};
use crate::model::{Audience, EntityId, KindEntry};

/// A place in the list of what was received.
#[derive(Clone, Copy, Debug)]
pub struct SealedPlace {
    at: i64,
    no: i64,
}

/// Where this sealed record stands in the list; nothing when it is not there.
pub fn find_place(connection: &Connection, id: EntityId) -> Result<Option<SealedPlace>, StoreError> {
    let sql = "SELECT seal ->> 'at', no FROM record WHERE id = ?1 AND seal IS NOT NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let place = |row: &rusqlite::Row<'_>| Ok(SealedPlace { at: row.get(0)?, no: row.get(1)? });
    Ok(statement.query_row(params![id.0.as_bytes()], place).optional()?)
}

/// Sealed records of one kind in every stream for `audience`, those received last first, at most `limit` after `place`.
pub fn list_sealed(
    connection: &Connection,
    audience: Audience,
    kind: &KindEntry,
    place: Option<SealedPlace>,
    limit: i64,
) -> Result<Vec<RecordRow>, StoreError> {
    let which = "s.audience = ?1 AND r.kind = ?2 AND r.state <> 1 AND r.seal IS NOT NULL
        AND (r.seal ->> 'at', r.no) < (?3, ?4) ORDER BY r.seal ->> 'at' DESC, r.no DESC LIMIT ?5";
    let SealedPlace { at, no } = place.unwrap_or(SealedPlace { at: i64::MAX, no: i64::MAX });
    record::query(connection, which, params![audience.name(), kind.number, at, no, limit])
}
