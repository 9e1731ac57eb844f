//! Cases and assignments in SQL.

use alongside_core::model::{CaseId, Timestamp};

use super::connection::Connection;
use super::person::{OWN_CASE, PERSON, person};
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{get, id, maybe_time, time};
use crate::store::{Assignment, Case, CaseNo, CaseReads, CaseWrites, OrgNo, PersonNo, StoreError};

const COLUMNS: &str = "SELECT no, id, created_at FROM case_";

fn case(row: &dyn Row) -> Result<Case, StoreError> {
    Ok(Case { no: CaseNo(get(row, 0)?), id: id(row, 1)?, created_at: time(row, 2)? })
}

impl<C: Connection> CaseReads for SqlTxn<C> {
    fn find_case(&self, org: OrgNo, id: CaseId) -> Result<Option<Case>, StoreError> {
        self.hold(org)?;
        self.find(&format!("{COLUMNS} WHERE org = ?1 AND id = ?2"), (org.0, id.0.as_bytes()), case)
    }

    fn list_cases(&self, org: OrgNo) -> Result<Vec<Case>, StoreError> {
        self.list(&format!("{COLUMNS} WHERE org = ?1 ORDER BY no"), [org.0], case)
    }

    fn list_assignments(&self, case: CaseNo) -> Result<Vec<Assignment>, StoreError> {
        let sql = format!(
            "SELECT a.since, a.until, {PERSON} FROM assignment a JOIN person p ON p.no = a.person {OWN_CASE}
             WHERE a.case_no = ?1 ORDER BY a.no"
        );
        self.list(&sql, [case.0], |row| {
            Ok(Assignment { since: time(row, 0)?, until: maybe_time(row, 1)?, person: person(row, 2)? })
        })
    }
}

impl<C: Connection> CaseWrites for SqlTxn<C> {
    fn add_case(&mut self, org: OrgNo, id: CaseId, at: Timestamp) -> Result<CaseNo, StoreError> {
        let sql = "INSERT INTO case_ (org, id, created_at) VALUES (?1, ?2, ?3)";
        self.insert(sql, (org.0, id.0.as_bytes(), at.0)).map(CaseNo)
    }

    fn begin_assignment(
        &mut self,
        case: CaseNo,
        person: PersonNo,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let sql =
            "INSERT INTO assignment (case_no, person, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        Ok(self.run(sql, (case.0, person.0, at.0))? == 1)
    }

    fn end_assignment(
        &mut self,
        case: CaseNo,
        person: PersonNo,
        at: Timestamp,
        reason: Option<&str>,
    ) -> Result<bool, StoreError> {
        let sql = "UPDATE assignment SET until = ?3, reason = ?4
                   WHERE case_no = ?1 AND person = ?2 AND until IS NULL";
        Ok(self.run(sql, (case.0, person.0, at.0, reason))? == 1)
    }
}
