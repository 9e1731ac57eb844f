//! Received assessments in SQL.

use alongside_core::model::catalogue::find_kind;
use alongside_core::model::{CaseId, EntityId, Fields, State, Timestamp};
use serde_json::Value;

use super::connection::Connection;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{from_json, get, id, time};
use crate::store::{Assessments, EntityNo, OrgNo, Place, Received, StoreError};

const TABLE: &str = "entity";
/// The client's record has the id of the case, which owns the stream.
const COLUMNS: &str = "SELECT e.no, e.id, s.owner, c.fields, a.name, e.state, e.eff, e.seal_at, e.seal_hash, e.fields
    FROM entity e INDEXED BY entity_received JOIN stream s ON s.no = e.stream JOIN person a ON a.no = e.seal_by
    LEFT JOIN entity c ON c.org = e.org AND c.id = s.owner
    WHERE e.org = ?1 AND e.kind = ?2 AND e.state IN (3, 4, 5)";

fn received(row: &dyn Row) -> Result<Received, StoreError> {
    let client: Option<String> = get(row, 3)?;
    let fields: String = get(row, 9)?;
    let received_at = time(row, 7)?;
    Ok(Received {
        id: id(row, 1)?,
        case: id(row, 2)?,
        client: client.map(|fields| name(&fields)).transpose()?.flatten(),
        author: get(row, 4)?,
        state: State::find(get(row, 5)?).ok_or(StoreError::Damaged { table: TABLE })?,
        submitted_at: time(row, 6)?,
        received_at,
        hash: get(row, 8)?,
        fields: from_json(&fields, TABLE)?,
        place: Place { received_at, no: EntityNo(get(row, 0)?) },
    })
}

/// The name in a client record's fields.
fn name(fields: &str) -> Result<Option<String>, StoreError> {
    let fields: Fields = from_json(fields, TABLE)?;
    Ok(fields.get("name").and_then(|name| name.as_str()).map(str::to_owned))
}

/// Assessments' number in the catalogue.
fn assessment() -> Result<u16, StoreError> {
    find_kind("assessment").map(|kind| kind.number).ok_or(StoreError::Damaged { table: TABLE })
}

impl<C: Connection> Assessments for SqlTxn<C> {
    fn list_received(
        &self,
        org: OrgNo,
        after: Option<Place>,
        limit: u32,
    ) -> Result<Vec<Received>, StoreError> {
        let sql =
            format!("{COLUMNS} AND (e.seal_at, e.no) < (?3, ?4) ORDER BY e.seal_at DESC, e.no DESC LIMIT ?5");
        let end = Place { received_at: Timestamp(i64::MAX), no: EntityNo(i64::MAX) };
        let Place { received_at, no } = after.unwrap_or(end);
        self.list(&sql, (org.0, assessment()?, received_at.0, no.0, limit), received)
    }

    fn find_received(&self, org: OrgNo, id: EntityId) -> Result<Option<Received>, StoreError> {
        // By id, not by when it was received.
        let sql = format!("{COLUMNS} AND e.id = ?3").replace("INDEXED BY entity_received", "");
        self.find(&sql, (org.0, assessment()?, id.0.as_bytes()), received)
    }

    fn list_received_of(
        &self,
        org: OrgNo,
        case: CaseId,
        instrument: &str,
    ) -> Result<Vec<Received>, StoreError> {
        let sql = format!(
            "{COLUMNS} AND e.stream = (SELECT no FROM stream WHERE org = ?1 AND owner = ?3 AND audience = 3)"
        )
        .replace("INDEXED BY entity_received", "INDEXED BY entity_stream");
        let mut all = self.list(&sql, (org.0, assessment()?, case.0.as_bytes()), received)?;
        all.retain(|received| received.instrument() == instrument);
        all.sort_by_key(|received| (received.fields.get("at").and_then(Value::as_i64), received.place.no));
        Ok(all)
    }
}
