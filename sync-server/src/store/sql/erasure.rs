//! What was erased, in SQL.

use alongside_core::model::{EntityId, Timestamp};

use super::connection::Connection;
use super::stream::note_person;
use super::txn::SqlTxn;
use super::value::{get, id, time};
use crate::store::{CaseNo, ErasureReads, ErasureWrites, Grant, OrgNo, PersonNo, Seq, StoreError, StreamNo};

impl<C: Connection> ErasureReads for SqlTxn<C> {
    fn has_erasures(&self, org: OrgNo) -> Result<bool, StoreError> {
        let found = self.find("SELECT 1 FROM erased WHERE org = ?1 LIMIT 1", [org.0], |_| Ok(()))?;
        Ok(found.is_some())
    }

    fn is_erased(&self, org: OrgNo, id: EntityId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM erased WHERE org = ?1 AND id = ?2";
        Ok(self.find(sql, (org.0, id.0.as_bytes()), |_| Ok(()))?.is_some())
    }

    fn list_erased(&self, org: OrgNo) -> Result<Vec<(EntityId, Timestamp)>, StoreError> {
        let sql = "SELECT id, at FROM erased WHERE org = ?1 ORDER BY id";
        self.list(sql, [org.0], |row| Ok((id(row, 0)?, time(row, 1)?)))
    }

    fn list_erasure_notices(
        &self,
        person: PersonNo,
        after: Seq,
        up_to: Seq,
    ) -> Result<Vec<EntityId>, StoreError> {
        let sql =
            "SELECT id FROM erasure_notice WHERE person = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq, id";
        self.list(sql, (person.0, after.0, up_to.0), |row| id(row, 0))
    }

    fn list_ever_granted(&self, stream: StreamNo) -> Result<Vec<(PersonNo, Grant)>, StoreError> {
        let sql = "SELECT person, g_seq, r_seq FROM grant_ WHERE stream = ?1 ORDER BY person";
        self.list(sql, [stream.0], |row| {
            let revoked: Option<i64> = get(row, 2)?;
            let grant = Grant { stream, granted: Seq(get(row, 1)?), revoked: revoked.map(Seq) };
            Ok((PersonNo(get(row, 0)?), grant))
        })
    }
}

impl<C: Connection> ErasureWrites for SqlTxn<C> {
    fn add_erased(&mut self, org: OrgNo, id: EntityId, at: Timestamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO erased (org, id, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.run(sql, (org.0, id.0.as_bytes(), at.0)).map(drop)
    }

    fn tell_erased(&mut self, person: PersonNo, id: EntityId, seq: Seq) -> Result<(), StoreError> {
        let sql = "INSERT INTO erasure_notice (person, seq, id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.run(sql, (person.0, seq.0, id.0.as_bytes()))?;
        note_person(self, person, seq)
    }

    fn forget_client(&mut self, case: CaseNo) -> Result<(), StoreError> {
        let name = "UPDATE person SET name = '', login = NULL, password_hash = NULL WHERE case_no = ?1";
        self.run(name, [case.0])?;
        self.run("UPDATE assignment SET reason = NULL WHERE case_no = ?1", [case.0]).map(drop)
    }
}
