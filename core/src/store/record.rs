//! Reading records as they are shown: mirror with outbox on top. Streams that are incomplete or no longer ours are never read.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{Seal, StoreError, streams};
use crate::model::{Audience, EntityId, Fields, KindEntry, PersonId, State, StreamRef, Timestamp};

/// A record as it is shown.
#[derive(Clone, Debug)]
pub struct RecordRow {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by name; newer versions may have kinds this one does not know.
    pub kind: String,
    /// Its stream.
    pub stream: StreamRef,
    /// Where it stands.
    pub state: State,
    /// Its fields.
    pub fields: Fields,
    /// Who made it.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// Whether this phone holds work on it that the server has not acknowledged.
    pub pending: bool,
    /// Other texts of its fields.
    pub siblings: Siblings,
    /// Its seal.
    pub seal: Option<Seal>,
}

/// Other texts by field.
pub type Siblings = BTreeMap<String, Vec<SiblingText>>;

/// Another text of a field, kept until a person settles which stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SiblingText {
    /// The text.
    pub value: Value,
    /// Names it when it is settled.
    pub rev: u32,
    /// Who wrote it.
    pub by: PersonId,
    /// When, by the server's reckoning.
    pub at: Timestamp,
}

/// Which records to list.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    kind: &'static KindEntry,
    limit: i64,
    archived: bool,
}

impl Listing {
    /// All records of `kind` that are not put away, newest first.
    pub const fn of(kind: &'static KindEntry) -> Self {
        Self { kind, limit: -1, archived: false }
    }

    /// At most `limit` of them.
    #[must_use]
    pub const fn first(self, limit: i64) -> Self {
        Self { limit, ..self }
    }

    /// Those put away as well.
    #[must_use]
    pub const fn with_archived(self) -> Self {
        Self { archived: true, ..self }
    }
}

const SELECT: &str = "SELECT r.id, k.name, s.audience, s.owner, r.state, r.fields, p.id, p.name, r.mirror IS NOT NULL,
    r.siblings, r.seal
    FROM record r JOIN stream s ON s.no = r.stream JOIN kind k ON k.no = r.kind JOIN person p ON p.no = r.author
    WHERE s.ready = 1 AND ";

/// The record with this id.
pub fn find(connection: &Connection, id: EntityId) -> Result<Option<RecordRow>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} r.id = ?1"))?;
    let found = statement.query_row(params![id.0.as_bytes()], |row| Ok(read(row))).optional()?;
    found.transpose()
}

/// The record with this id.
///
/// # Errors
/// [`StoreError::NoSuchRecord`].
pub fn load(connection: &Connection, id: EntityId) -> Result<RecordRow, StoreError> {
    find(connection, id)?.ok_or(StoreError::NoSuchRecord)
}

/// Records of one stream.
pub fn list_in(
    connection: &Connection,
    stream: StreamRef,
    listing: Listing,
) -> Result<Vec<RecordRow>, StoreError> {
    let Some(stream) = streams::find(connection, stream)? else {
        return Ok(Vec::new());
    };
    let sql = format!(
        "{SELECT} r.stream = ?1 AND r.kind = ?2 AND (?3 OR r.state <> 1) ORDER BY r.at DESC, r.no DESC LIMIT ?4"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement
        .query_map(params![stream.no, listing.kind.number, listing.archived, listing.limit], |row| {
            Ok(read(row))
        })?;
    rows.map(|row| row?).collect()
}

/// Records of one kind in every stream for `audience`, by when they happened.
pub fn list_for(
    connection: &Connection,
    audience: Audience,
    listing: Listing,
) -> Result<Vec<RecordRow>, StoreError> {
    let sql = format!(
        "{SELECT} s.audience = ?1 AND r.kind = ?2 AND (?3 OR r.state <> 1) ORDER BY r.at DESC, r.no DESC LIMIT ?4"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let parameters = params![audience.name(), listing.kind.number, listing.archived, listing.limit];
    let rows = statement.query_map(parameters, |row| Ok(read(row)))?;
    rows.map(|row| row?).collect()
}

/// The records of `kind` that belong to `parent`, oldest first.
pub fn list_children(
    connection: &Connection,
    parent: EntityId,
    kind: &KindEntry,
) -> Result<Vec<RecordRow>, StoreError> {
    let sql = format!("{SELECT} r.parent = ?1 AND r.kind = ?2 AND r.state <> 1 ORDER BY r.at, r.no");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![parent.0.as_bytes(), kind.number], |row| Ok(read(row)))?;
    rows.map(|row| row?).collect()
}

/// Records with other texts of a field, oldest number first.
pub(super) fn list_with_siblings(connection: &Connection) -> Result<Vec<RecordRow>, StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("{SELECT} r.siblings IS NOT NULL ORDER BY r.no"))?;
    let rows = statement.query_map([], |row| Ok(read(row)))?;
    rows.map(|row| row?).collect()
}

/// Calls `visit` with every record that may be shown, oldest number first, without holding them all.
pub fn visit_all(connection: &Connection, visit: &mut dyn FnMut(RecordRow)) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} 1 ORDER BY r.no"))?;
    let rows = statement.query_map([], |row| Ok(read(row)))?;
    for row in rows {
        visit(row??);
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<RecordRow, StoreError> {
    let audience = row.get_ref(2)?.as_str().map_err(|_| StoreError::Unreadable)?;
    let siblings: Option<&str> = row.get_ref(9)?.as_str_or_null().map_err(|_| StoreError::Unreadable)?;
    let seal: Option<&str> = row.get_ref(10)?.as_str_or_null().map_err(|_| StoreError::Unreadable)?;
    Ok(RecordRow {
        id: EntityId(Uuid::from_bytes(row.get(0)?)),
        kind: row.get(1)?,
        stream: streams::parse(audience, row.get(3)?)?,
        state: State::find(row.get(4)?).ok_or(StoreError::Unreadable)?,
        fields: serde_json::from_str(row.get_ref(5)?.as_str().map_err(|_| StoreError::Unreadable)?)?,
        author: PersonId(Uuid::from_bytes(row.get(6)?)),
        author_name: row.get(7)?,
        pending: row.get(8)?,
        siblings: siblings.map(serde_json::from_str).transpose()?.unwrap_or_default(),
        seal: seal.map(serde_json::from_str).transpose()?,
    })
}
