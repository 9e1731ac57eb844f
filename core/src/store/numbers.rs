//! The small numbers that stand for people and kinds in the file, and the columns taken out of a record's fields.

use rusqlite::{OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::StoreError;
use crate::model::{Fields, PersonId};

/// The number of a person, with the name the server last gave. Writes when that is news.
pub(super) fn person_no(transaction: &Transaction<'_>, id: PersonId, name: &str) -> Result<i64, StoreError> {
    let known = transaction
        .prepare_cached("SELECT no FROM person WHERE id = ?1 AND name = ?2")?
        .query_row(params![id.0.as_bytes(), name], |row| row.get(0))
        .optional()?;
    if let Some(no) = known {
        return Ok(no);
    }
    let sql = "INSERT INTO person (id, name) VALUES (?1, ?2)
               ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING no";
    Ok(transaction.prepare_cached(sql)?.query_row(params![id.0.as_bytes(), name], |row| row.get(0))?)
}

/// The number of a kind; one this version does not know gets a number of its own.
pub(super) fn kind_no(transaction: &Transaction<'_>, name: &str) -> Result<i64, StoreError> {
    if let Some(kind) = crate::model::catalogue::find_kind(name) {
        return Ok(i64::from(kind.number));
    }
    let known = transaction.query_row("SELECT no FROM kind WHERE name = ?1", params![name], |row| row.get(0));
    match known.optional()? {
        Some(no) => Ok(no),
        None => {
            let sql = "INSERT INTO kind (no, name) SELECT max(9999, max(no)) + 1, ?1 FROM kind RETURNING no";
            Ok(transaction.query_row(sql, params![name], |row| row.get(0))?)
        }
    }
}

/// What screens sort and group by, taken out of the fields of a known kind.
pub(super) fn place(kind: &str, fields: &Fields) -> (Option<i64>, Option<[u8; 16]>) {
    let Some(kind) = crate::model::catalogue::find_kind(kind) else {
        return (None, None);
    };
    let at = kind.time.and_then(|field| fields.get(field)?.as_i64());
    let parent = kind.parent.and_then(|field| Uuid::parse_str(fields.get(field)?.as_str()?).ok());
    (at, parent.map(Uuid::into_bytes))
}
