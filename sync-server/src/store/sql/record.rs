//! Records in SQL: one row a record, whatever its kind. A field that was written when the record was made costs nothing
//! beside its value; only later writes keep their own revision, time, author and operation.

use std::collections::BTreeMap;

use alongside_core::model::catalogue::{find_kind, find_kind_number};
use alongside_core::model::{Cell, Entity, EntityId, Fields, Origin, PersonId, Sealed, State, Timestamp};
use serde::{Deserialize, Serialize};

use super::connection::Connection;
use super::param::params;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{from_json, get, id, maybe_id, op_number, signed, stream_name, time, to_json};
use crate::store::{
    Batch, EntityNo, OrgNo, Position, RecordReads, RecordWrites, Seq, StoreError, StoredRecord, StreamNo,
};

const TABLE: &str = "entity";
/// Rows asked for at once: an engine beyond a network hands over all it was asked for, however few are wanted.
const ROWS: usize = 200;
const COLUMNS: &str =
    "SELECT e.no, e.id, e.stream, s.audience, s.owner, e.kind, e.state, e.rev, a.id, e.eff, e.replica,
    e.n, e.fields, e.cells, e.siblings, e.seal_hash, b.id, e.seal_at, e.seq, e.created_seq
    FROM entity e JOIN stream s ON s.no = e.stream JOIN person a ON a.no = e.author
    LEFT JOIN person b ON b.no = e.seal_by";

/// What is kept of a field that was written after its record was made.
#[derive(Serialize, Deserialize)]
struct LaterCell {
    rev: u32,
    eff: Timestamp,
    by: PersonId,
    origin: Origin,
    seq: i64,
}

type LaterCells = BTreeMap<String, LaterCell>;
type Siblings = BTreeMap<String, Vec<Cell>>;

/// What a field has that was written when its record was made.
#[derive(Clone, Copy, PartialEq)]
struct Making {
    eff: Timestamp,
    by: PersonId,
    origin: Origin,
}

impl Making {
    fn cell(self, value: serde_json::Value) -> Cell {
        Cell { value, rev: 1, eff: self.eff, by: self.by, origin: self.origin }
    }

    fn made(self, cell: &Cell) -> bool {
        cell.rev == 1 && Self { eff: cell.eff, by: cell.by, origin: cell.origin } == self
    }
}

fn record(row: &dyn Row) -> Result<StoredRecord, StoreError> {
    let making =
        Making { eff: time(row, 9)?, by: id(row, 8)?, origin: Origin(get(row, 10)?, op_number(row, 11)?) };
    let created = Seq(get(row, 19)?);
    let later = later_cells(row)?;
    let kind = find_kind_number(get(row, 5)?).ok_or(StoreError::Damaged { table: TABLE })?;
    let siblings: Option<String> = get(row, 14)?;
    let siblings = siblings.map(|text| from_json::<Siblings>(&text, TABLE)).transpose()?;
    let written = later.iter().filter(|(_, cell)| cell.seq != created.0);
    Ok(StoredRecord {
        no: EntityNo(get(row, 0)?),
        stream: StreamNo(get(row, 2)?),
        made_at: making.eff,
        made_by: making.origin,
        created,
        seq: Seq(get(row, 18)?),
        written: written.map(|(name, cell)| (name.clone(), Seq(cell.seq))).collect(),
        entity: Entity {
            id: id(row, 1)?,
            kind: kind.name.to_owned(),
            stream: stream_name(row, 3, 4)?,
            state: State::find(get(row, 6)?).ok_or(StoreError::Damaged { table: TABLE })?,
            rev: get(row, 7)?,
            author: making.by,
            cells: cells(row, making, later)?,
            siblings: siblings.unwrap_or_default(),
            sealed: seal(row)?,
        },
    })
}

fn later_cells(row: &dyn Row) -> Result<LaterCells, StoreError> {
    let text: Option<String> = get(row, 13)?;
    Ok(text.map(|text| from_json(&text, TABLE)).transpose()?.unwrap_or_default())
}

fn cells(row: &dyn Row, making: Making, mut later: LaterCells) -> Result<BTreeMap<String, Cell>, StoreError> {
    let text: String = get(row, 12)?;
    let fields: Fields = from_json(&text, TABLE)?;
    let cell = |(name, value): (String, serde_json::Value)| {
        let cell = match later.remove(&name) {
            Some(LaterCell { rev, eff, by, origin, .. }) => Cell { value, rev, eff, by, origin },
            None => making.cell(value),
        };
        (name, cell)
    };
    Ok(fields.into_iter().map(cell).collect())
}

fn seal(row: &dyn Row) -> Result<Option<Sealed>, StoreError> {
    let (hash, by, at): (Option<String>, _, Option<i64>) = (get(row, 15)?, maybe_id(row, 16)?, get(row, 17)?);
    Ok(match (hash, by, at) {
        (Some(hash), Some(by), Some(at)) => Some(Sealed { hash, by, at: Timestamp(at) }),
        _ => None,
    })
}

/// The columns that hold content, ready to be bound.
struct Content {
    fields: String,
    cells: Option<String>,
    siblings: Option<String>,
}

fn content(
    entity: &Entity,
    making: Making,
    seq_of: impl Fn(&str) -> Option<Seq>,
    created: Seq,
) -> Result<Content, StoreError> {
    let later: LaterCells = entity
        .cells
        .iter()
        .filter(|(name, cell)| seq_of(name).is_some() || !making.made(cell))
        .map(|(name, cell)| {
            let seq = seq_of(name).unwrap_or(created).0;
            let Cell { rev, eff, by, origin, .. } = *cell;
            (name.clone(), LaterCell { rev, eff, by, origin, seq })
        })
        .collect();
    let fields: BTreeMap<_, _> = entity.cells.iter().map(|(name, cell)| (name, &cell.value)).collect();
    Ok(Content {
        fields: to_json(&fields, TABLE)?,
        cells: (!later.is_empty()).then(|| to_json(&later, TABLE)).transpose()?,
        siblings: entity.has_siblings().then(|| to_json(&entity.siblings, TABLE)).transpose()?,
    })
}

/// The operation that made a record nobody has stored yet: that of any field still as it was made.
fn making(entity: &Entity) -> Making {
    let first = entity.cells.values().min_by_key(|cell| cell.rev);
    let (eff, origin) = first.map(|cell| (cell.eff, cell.origin)).unwrap_or_default();
    Making { eff, by: entity.author, origin }
}

impl<C: Connection> RecordReads for SqlTxn<C> {
    fn find_record(&self, org: OrgNo, id: EntityId) -> Result<Option<StoredRecord>, StoreError> {
        self.hold(org)?;
        self.find(&format!("{COLUMNS} WHERE e.org = ?1 AND e.id = ?2"), (org.0, id.0.as_bytes()), record)
    }

    fn count_changed(&self, stream: StreamNo, after: Seq) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM entity WHERE stream = ?1 AND seq > ?2";
        let count: Option<i64> = self.find(sql, (stream.0, after.0), |row| get(row, 0))?;
        Ok(count.and_then(|count| usize::try_from(count).ok()).unwrap_or_default())
    }

    fn list_records(
        &self,
        stream: StreamNo,
        after: Position,
        batch: Batch,
    ) -> Result<(Vec<StoredRecord>, bool), StoreError> {
        let sql = format!(
            "{COLUMNS} WHERE e.stream = ?1 AND (e.seq, e.no) > (?2, ?3) ORDER BY e.seq, e.no LIMIT ?4"
        );
        let (mut records, mut bytes) = (Vec::new(), 0);
        loop {
            let from =
                records.last().map_or(after, |last: &StoredRecord| Position { seq: last.seq, no: last.no });
            let before = records.len();
            let limit = batch.rows.max(1).saturating_add(1).saturating_sub(before).min(ROWS);
            let more = self.each(&sql, (stream.0, from.seq.0, from.no.0, limit), |row| {
                if records.len() >= batch.rows.max(1) || (bytes >= batch.bytes && !records.is_empty()) {
                    return Ok(false);
                }
                bytes += length(row, 12)? + length(row, 14)?;
                records.push(record(row)?);
                Ok(true)
            })?;
            if more || records.len() - before < limit {
                return Ok((records, more));
            }
        }
    }
}

fn length(row: &dyn Row, column: usize) -> Result<usize, StoreError> {
    Ok(row.text(column)?.map_or(0, str::len))
}

impl<C: Connection> RecordWrites for SqlTxn<C> {
    fn add_record(
        &mut self,
        org: OrgNo,
        stream: StreamNo,
        entity: &Entity,
        seq: Seq,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO entity (org, id, stream, kind, state, rev, author, eff, replica, n, fields, cells, siblings,
                       seal_hash, seal_by, seal_at, seq, created_seq)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT no FROM person WHERE id = ?7), ?8, ?9, ?10, ?11, ?12, ?13,
                       ?14, (SELECT no FROM person WHERE id = ?15), ?16, ?17, ?17)";
        let kind = find_kind(&entity.kind).ok_or(StoreError::Damaged { table: TABLE })?;
        let making = making(entity);
        let Content { fields, cells, siblings } = content(entity, making, |_| None, seq)?;
        let (hash, by, at) = seal_columns(entity);
        let params = params![
            org.0,
            entity.id.0.as_bytes(),
            stream.0,
            kind.number,
            entity.state.number(),
            entity.rev,
            entity.author.0.as_bytes(),
            making.eff.0,
            making.origin.0,
            signed(making.origin.1),
            fields,
            cells,
            siblings,
            hash,
            by,
            at,
            seq.0,
        ];
        self.run(sql, params).map(drop)
    }

    fn save_record(&mut self, record: &StoredRecord) -> Result<(), StoreError> {
        let sql =
            "UPDATE entity SET state = ?2, rev = ?3, fields = ?4, cells = ?5, siblings = ?6, seal_hash = ?7,
                       seal_by = (SELECT no FROM person WHERE id = ?8), seal_at = ?9, seq = ?10
                   WHERE no = ?1";
        let entity = &record.entity;
        let making = Making { eff: record.made_at, by: entity.author, origin: record.made_by };
        let seq_of = |name: &str| record.written.get(name).copied();
        let Content { fields, cells, siblings } = content(entity, making, seq_of, record.created)?;
        let (hash, by, at) = seal_columns(entity);
        let params = params![
            record.no.0,
            entity.state.number(),
            entity.rev,
            fields,
            cells,
            siblings,
            hash,
            by,
            at,
            record.seq.0,
        ];
        self.run(sql, params).map(drop)
    }
}

fn seal_columns(entity: &Entity) -> (Option<&str>, Option<&[u8; 16]>, Option<i64>) {
    let seal = entity.sealed.as_ref();
    (seal.map(|seal| seal.hash.as_str()), seal.map(|seal| seal.by.0.as_bytes()), seal.map(|seal| seal.at.0))
}
