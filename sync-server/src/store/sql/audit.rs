//! The audit log in SQL.

use super::connection::Connection;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{get, maybe_id, time};
use crate::store::{AuditEntry, AuditReads, AuditWrites, OrgNo, PersonNo, StoreError};

fn entry(row: &dyn Row) -> Result<AuditEntry, StoreError> {
    let actor: Option<i64> = get(row, 1)?;
    Ok(AuditEntry {
        at: time(row, 0)?,
        actor: actor.map(PersonNo),
        act: get(row, 2)?,
        target: maybe_id(row, 3)?,
        detail: get(row, 4)?,
    })
}

impl<C: Connection> AuditReads for SqlTxn<C> {
    fn list_audit(&self, org: OrgNo, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
        let sql = "SELECT at, actor, act, target, detail FROM audit WHERE org = ?1 ORDER BY no DESC LIMIT ?2";
        self.list(sql, (org.0, limit), entry)
    }
}

impl<C: Connection> AuditWrites for SqlTxn<C> {
    fn add_audit(&mut self, org: OrgNo, entry: &AuditEntry) -> Result<(), StoreError> {
        let sql = "INSERT INTO audit (org, at, actor, act, target, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let actor = entry.actor.map(|person| person.0);
        let target = entry.target.map(uuid::Uuid::into_bytes);
        self.run(sql, (org.0, entry.at.0, actor, &entry.act, target, &entry.detail)).map(drop)
    }
}
