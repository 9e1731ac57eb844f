//! Organisations in SQL.

use alongside_core::model::{OrganisationId, Timestamp};

use super::connection::Connection;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{get, id};
use crate::store::{OrgNo, Organisation, OrganisationReads, OrganisationWrites, Seq, StoreError};

const COLUMNS: &str = "SELECT no, id, name, epoch, seq FROM organisation";

fn organisation(row: &dyn Row) -> Result<Organisation, StoreError> {
    Ok(Organisation {
        no: OrgNo(get(row, 0)?),
        id: id(row, 1)?,
        name: get(row, 2)?,
        epoch: get(row, 3)?,
        seq: Seq(get(row, 4)?),
    })
}

impl<C: Connection> OrganisationReads for SqlTxn<C> {
    fn find_organisation(&self, id: OrganisationId) -> Result<Option<Organisation>, StoreError> {
        self.find(&format!("{COLUMNS} WHERE id = ?1"), [id.0.as_bytes()], organisation)
    }

    fn load_organisation(&self, org: OrgNo) -> Result<Organisation, StoreError> {
        let found = self.find(&format!("{COLUMNS} WHERE no = ?1"), [org.0], organisation)?;
        found.ok_or(StoreError::Damaged { table: "organisation" })
    }

    fn list_organisations(&self) -> Result<Vec<Organisation>, StoreError> {
        self.list(&format!("{COLUMNS} ORDER BY no"), (), organisation)
    }
}

impl<C: Connection> OrganisationWrites for SqlTxn<C> {
    fn add_organisation(
        &mut self,
        id: OrganisationId,
        name: &str,
        at: Timestamp,
    ) -> Result<OrgNo, StoreError> {
        let sql = "INSERT INTO organisation (id, name, epoch, created_at) VALUES (?1, ?2, 1, ?3)";
        self.insert(sql, (id.0.as_bytes(), name, at.0)).map(OrgNo)
    }

    fn next_seq(&mut self, org: OrgNo) -> Result<Seq, StoreError> {
        self.hold(org)?;
        let sql = "UPDATE organisation SET seq = seq + 1 WHERE no = ?1 RETURNING seq";
        let seq = self.run_returning(sql, [org.0], |row| Ok(Seq(get(row, 0)?)))?;
        seq.first().copied().ok_or(StoreError::Damaged { table: "organisation" })
    }
}
