//! Operations that were set aside, in SQL.

use alongside_core::model::EntityId;

use super::connection::Connection;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{from_word, get, id, maybe_id, op_number, signed, time, to_word};
use crate::store::{OrgNo, PersonNo, SetAside, SetAsideReads, SetAsideWrites, StoreError};

const TABLE: &str = "set_aside";

fn set_aside(row: &dyn Row) -> Result<SetAside, StoreError> {
    let why: Option<String> = get(row, 5)?;
    Ok(SetAside {
        replica: get(row, 0)?,
        n: op_number(row, 1)?,
        person: PersonNo(get(row, 2)?),
        entity: maybe_id(row, 3)?,
        outcome: from_word(get(row, 4)?, TABLE)?,
        why: why.map(|why| from_word(why, TABLE)).transpose()?,
        op: get(row, 6)?,
        at: time(row, 7)?,
    })
}

impl<C: Connection> SetAsideReads for SqlTxn<C> {
    fn list_set_aside(&self, org: OrgNo, limit: u32) -> Result<Vec<SetAside>, StoreError> {
        let sql = "SELECT replica, n, person, entity, outcome, why, op, at FROM set_aside
                   WHERE org = ?1 AND settled_at IS NULL ORDER BY no LIMIT ?2";
        self.list(sql, (org.0, limit), set_aside)
    }

    fn list_parked(&self, org: OrgNo, replica: u32) -> Result<Vec<EntityId>, StoreError> {
        let sql = "SELECT DISTINCT entity FROM set_aside WHERE org = ?1 AND replica = ?2
                   AND entity IS NOT NULL AND settled_at IS NULL AND outcome = 'parked'";
        self.list(sql, (org.0, replica), |row| id(row, 0))
    }
}

impl<C: Connection> SetAsideWrites for SqlTxn<C> {
    fn set_aside(&mut self, org: OrgNo, op: &SetAside) -> Result<(), StoreError> {
        let sql = "INSERT INTO set_aside (org, replica, n, person, entity, outcome, why, op, at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let entity = op.entity.map(|id| id.0.into_bytes());
        let outcome = to_word(&op.outcome, TABLE)?;
        let why = op.why.map(|why| to_word(&why, TABLE)).transpose()?;
        let params =
            (org.0, op.replica, signed(op.n), op.person.0, entity, outcome, why, op.op.as_str(), op.at.0);
        self.run(sql, params).map(drop)
    }
}
