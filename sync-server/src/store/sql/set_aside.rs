//! Operations that were set aside, in SQL.

use alongside_core::model::EntityId;

use super::connection::Connection;
use super::param::params;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{from_word, get, id, maybe_id, op_number, signed, time, to_word};
use crate::store::{
    OrgNo, PersonNo, Seq, SetAside, SetAsideReads, SetAsideWrites, Settled, Settling, StoreError,
};

const TABLE: &str = "set_aside";
const ALL: &str =
    "SELECT replica, n, person, entity, outcome, why, op, at, eff, told FROM set_aside WHERE org = ?1";
const OPEN: &str = "SELECT replica, n, person, entity, outcome, why, op, at, eff, told FROM set_aside
    WHERE org = ?1 AND settled_at IS NULL";

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
        eff: time(row, 8)?,
        told: Seq(get(row, 9)?),
    })
}

impl<C: Connection> SetAsideReads for SqlTxn<C> {
    fn list_set_aside(&self, org: OrgNo, limit: u32) -> Result<Vec<SetAside>, StoreError> {
        self.list(&format!("{OPEN} ORDER BY no LIMIT ?2"), (org.0, limit), set_aside)
    }

    fn find_set_aside(&self, org: OrgNo, replica: u32, n: u64) -> Result<Option<SetAside>, StoreError> {
        let sql = format!("{OPEN} AND replica = ?2 AND n = ?3");
        self.find(&sql, (org.0, replica, signed(n)), set_aside)
    }

    fn list_waiting(&self, org: OrgNo) -> Result<Vec<SetAside>, StoreError> {
        let sql = format!("{OPEN} AND outcome = 'parked' ORDER BY replica, n");
        self.list(&sql, (org.0,), set_aside)
    }

    fn list_settled(&self, org: OrgNo, replica: u32, after: Seq) -> Result<Vec<Settled>, StoreError> {
        let sql = "SELECT n, outcome, why FROM set_aside
                   WHERE org = ?1 AND replica = ?2 AND settled_seq > ?3 ORDER BY n";
        self.list(sql, (org.0, replica, after.0), |row| {
            let why: Option<String> = get(row, 2)?;
            Ok(Settled {
                n: op_number(row, 0)?,
                outcome: from_word(get(row, 1)?, TABLE)?,
                why: why.map(|why| from_word(why, TABLE)).transpose()?,
            })
        })
    }

    fn list_ever_set_aside(&self, org: OrgNo) -> Result<Vec<SetAside>, StoreError> {
        self.list(&format!("{ALL} ORDER BY no"), [org.0], set_aside)
    }

    fn list_parked(&self, org: OrgNo, replica: u32) -> Result<Vec<EntityId>, StoreError> {
        let sql = "SELECT DISTINCT entity FROM set_aside WHERE org = ?1 AND replica = ?2
                   AND entity IS NOT NULL AND settled_at IS NULL AND outcome = 'parked'";
        self.list(sql, (org.0, replica), |row| id(row, 0))
    }
}

impl<C: Connection> SetAsideWrites for SqlTxn<C> {
    fn set_aside(&mut self, org: OrgNo, op: &SetAside) -> Result<(), StoreError> {
        let sql = "INSERT INTO set_aside (org, replica, n, person, entity, outcome, why, op, at, eff, told)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let entity = op.entity.map(|id| id.0.into_bytes());
        let outcome = to_word(&op.outcome, TABLE)?;
        let why = op.why.map(|why| to_word(&why, TABLE)).transpose()?;
        let params = params![
            org.0,
            op.replica,
            signed(op.n),
            op.person.0,
            entity,
            outcome,
            why,
            op.op.as_str(),
            op.at.0,
            op.eff.0,
            op.told.0,
        ];
        self.run(sql, params).map(drop)
    }

    fn settle(
        &mut self,
        org: OrgNo,
        replica: u32,
        n: u64,
        settling: &Settling<'_>,
    ) -> Result<(), StoreError> {
        let sql =
            "UPDATE set_aside SET outcome = ?4, why = ?5, settled_at = ?6, settled_by = ?7, note = ?8, settled_seq = ?9
                   WHERE org = ?1 AND replica = ?2 AND n = ?3";
        let Settling { outcome, why, at, by, note, seq } = settling;
        let outcome = to_word(outcome, TABLE)?;
        let why = why.map(|why| to_word(&why, TABLE)).transpose()?;
        let (at, by) = (at.map(|at| at.0), by.map(|by| by.0));
        let params = params![org.0, replica, signed(n), outcome, why, at, by, *note, seq.0];
        self.run(sql, params).map(drop)
    }

    fn forget_set_aside_text(&mut self, org: OrgNo, replica: u32, n: u64) -> Result<(), StoreError> {
        let sql = "UPDATE set_aside SET op = '' WHERE org = ?1 AND replica = ?2 AND n = ?3";
        self.run(sql, (org.0, replica, signed(n))).map(drop)
    }
}
