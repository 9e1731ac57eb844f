//! Reading records as they are shown: mirror with outbox on top. Streams that are incomplete or no longer ours are never read.

use std::collections::BTreeMap;

use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, Row, params};
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
    let mut statement = prepare(connection, "r.id = ?1")?;
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
    let which =
        "r.stream = ?1 AND r.kind = ?2 AND (?3 OR r.state <> 1) ORDER BY r.at DESC, r.no DESC LIMIT ?4";
    query(connection, which, params![stream.no, listing.kind.number, listing.archived, listing.limit])
}

/// Every record of one stream, put away or not, by when it happened.
pub fn list_stream(connection: &Connection, stream: StreamRef) -> Result<Vec<RecordRow>, StoreError> {
    let Some(stream) = streams::find(connection, stream)? else {
        return Ok(Vec::new());
    };
    let mut statement = connection.prepare_cached(&format!("{SELECT} r.stream = ?1 ORDER BY r.at, r.no"))?;
    let rows = statement.query_map(params![stream.no], |row| Ok(read(row)))?;
    rows.map(|row| row?).collect()
}

/// Records of one stream that are active, newest first: drafts to finish, without those that were published over the years.
pub fn list_active_in(
    connection: &Connection,
    stream: StreamRef,
    kind: &KindEntry,
) -> Result<Vec<RecordRow>, StoreError> {
    let Some(stream) = streams::find(connection, stream)? else {
        return Ok(Vec::new());
    };
    let which = "r.stream = ?1 AND r.kind = ?2 AND r.state = ?3 ORDER BY r.at DESC, r.no DESC";
    query(connection, which, params![stream.no, kind.number, State::Active.number()])
}

/// Records of one kind in every stream for `audience`, by when they happened.
pub fn list_for(
    connection: &Connection,
    audience: Audience,
    listing: Listing,
) -> Result<Vec<RecordRow>, StoreError> {
    let which =
        "s.audience = ?1 AND r.kind = ?2 AND (?3 OR r.state <> 1) ORDER BY r.at DESC, r.no DESC LIMIT ?4";
    let parameters = params![audience.name(), listing.kind.number, listing.archived, listing.limit];
    query(connection, which, parameters)
}

/// Records of one kind in every stream for `audience` that happen within a span, both ends included, the earliest first.
pub fn list_between(
    connection: &Connection,
    audience: Audience,
    kind: &KindEntry,
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<RecordRow>, StoreError> {
    let which =
        "s.audience = ?1 AND r.kind = ?2 AND r.at BETWEEN ?3 AND ?4 AND r.state <> 1 ORDER BY r.at, r.no";
    query(connection, which, params![audience.name(), kind.number, from.0, to.0])
}

/// Records of one kind in every stream for `audience` whose `field` holds this word, the earliest first.
pub fn list_with(
    connection: &Connection,
    audience: Audience,
    kind: &KindEntry,
    field: &str,
    word: &str,
) -> Result<Vec<RecordRow>, StoreError> {
    let which =
        "s.audience = ?1 AND r.kind = ?2 AND r.state <> 1 AND r.fields ->> ?3 = ?4 ORDER BY r.at, r.no";
    query(connection, which, params![audience.name(), kind.number, field, word])
}

/// The newest record of one kind whose `field` holds this word, in each stream for `audience`: at most one for each stream,
/// however long its history.
pub fn list_newest_with(
    connection: &Connection,
    audience: Audience,
    kind: &KindEntry,
    field: &str,
    word: &str,
) -> Result<Vec<RecordRow>, StoreError> {
    let which = "s.audience = ?1 AND r.no = (SELECT n.no FROM record n WHERE n.stream = s.no AND n.kind = ?2
        AND n.state <> 1 AND n.fields ->> ?3 = ?4 ORDER BY n.at DESC, n.no DESC LIMIT 1)";
    query(connection, which, params![audience.name(), kind.number, field, word])
}

/// The newest records of one kind in one stream whose `field` says anything.
pub fn list_saying(
    connection: &Connection,
    stream: StreamRef,
    listing: Listing,
    field: &str,
) -> Result<Vec<RecordRow>, StoreError> {
    let Some(stream) = streams::find(connection, stream)? else {
        return Ok(Vec::new());
    };
    let which = "r.stream = ?1 AND r.kind = ?2 AND r.state NOT IN (1, 5) AND r.fields ->> ?3 <> ''
        ORDER BY r.at DESC, r.no DESC LIMIT ?4";
    query(connection, which, params![stream.no, listing.kind.number, field, listing.limit])
}

/// The records of `kind` that belong to `parent`, oldest first.
pub fn list_children(
    connection: &Connection,
    parent: EntityId,
    kind: &KindEntry,
) -> Result<Vec<RecordRow>, StoreError> {
    let which = "r.parent = ?1 AND r.kind = ?2 AND r.state <> 1 ORDER BY r.at, r.no";
    query(connection, which, params![parent.0.as_bytes(), kind.number])
}

/// Records with other texts of a field, oldest number first.
pub(super) fn list_with_siblings(connection: &Connection) -> Result<Vec<RecordRow>, StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("{SELECT} r.siblings IS NOT NULL ORDER BY r.no"))?;
    let rows = statement.query_map([], |row| Ok(read(row)))?;
    rows.map(|row| row?).collect()
}

/// Second submissions of one draft that no person has confirmed, in the order in which they came.
pub fn list_to_confirm(connection: &Connection) -> Result<Vec<RecordRow>, StoreError> {
    query(connection, "r.state = 4 ORDER BY r.no", [])
}

/// Calls `visit` with every record that may be shown, oldest number first, without holding them all.
pub fn visit_all(connection: &Connection, visit: &mut dyn FnMut(RecordRow)) -> Result<(), StoreError> {
    let mut statement = prepare(connection, "1 ORDER BY r.no")?;
    let rows = statement.query_map([], |row| Ok(read(row)))?;
    for row in rows {
        visit(row??);
    }
    Ok(())
}

pub(super) fn query(
    connection: &Connection,
    which: &str,
    parameters: impl Params,
) -> Result<Vec<RecordRow>, StoreError> {
    let mut statement = prepare(connection, which)?;
    let rows = statement.query_map(parameters, |row| Ok(read(row)))?;
    rows.map(|row| row?).collect()
}

/// `which` is a condition of this file, never a value from outside.
fn prepare<'a>(connection: &'a Connection, which: &str) -> Result<CachedStatement<'a>, StoreError> {
    #[cfg(test)]
    reads::count_statement();
    Ok(connection.prepare_cached(&format!("{SELECT} {which}"))?)
}

fn read(row: &Row<'_>) -> Result<RecordRow, StoreError> {
    #[cfg(test)]
    reads::count_row();
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

/// How much one thread has read, for tests of what a screen costs.
#[cfg(test)]
pub(crate) mod reads {
    use std::cell::Cell;

    thread_local! {
        static READ: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
    }

    pub(super) fn count_statement() {
        READ.with(|read| read.set((read.get().0 + 1, read.get().1)));
    }

    pub(super) fn count_row() {
        READ.with(|read| read.set((read.get().0, read.get().1 + 1)));
    }

    /// Statements and rows since the last call.
    pub(crate) fn take() -> (usize, usize) {
        READ.with(Cell::take)
    }
}
