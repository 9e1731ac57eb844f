//! Organisations in SQL.

use alongside_core::model::{OrganisationId, Timestamp};

use super::connection::Connection;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{get, id};
use crate::store::{OrgNo, Organisation, OrganisationReads, OrganisationWrites, Run, Seq, StoreError};

/// How far numbers go on above those of a backup. No phone hands over as much as this between a backup and its restore.
const COMMITS_AHEAD: i64 = 1_000_000;
const REPLICAS_AHEAD: i64 = 1_000;

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

    fn find_run(&self, org: OrgNo, no: u32) -> Result<Option<Run>, StoreError> {
        let next = "SELECT starts FROM run WHERE org = ?1 AND no > ?2 ORDER BY no LIMIT 1";
        let until = self.find(next, (org.0, no), |row| Ok(Seq(get(row, 0)?)))?;
        if no == 0 {
            return Ok(Some(Run { salt: 0, until }));
        }
        let salt = "SELECT salt FROM run WHERE org = ?1 AND no = ?2";
        self.find(salt, (org.0, no), |row| Ok(Run { salt: get(row, 0)?, until }))
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

    fn begin_run(&mut self, org: OrgNo, salt: u32, at: Timestamp) -> Result<(), StoreError> {
        let next = "UPDATE organisation SET run = run + 1, salt = ?2 WHERE no = ?1 RETURNING run, seq";
        let begun =
            self.run_returning(next, (org.0, salt), |row| Ok((get::<u32>(row, 0)?, get::<i64>(row, 1)?)))?;
        let (no, seq) = *begun.first().ok_or(StoreError::Damaged { table: "organisation" })?;
        let note = "INSERT INTO run (org, no, salt, starts, at) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.run(note, (org.0, no, salt, seq, at.0)).map(drop)
    }

    fn begin_epoch(&mut self, org: OrgNo, epoch: u32, revisions_ahead: u32) -> Result<(), StoreError> {
        let ahead =
            "UPDATE organisation SET epoch = ?2, seq = seq + ?3, replicas = replicas + ?4 WHERE no = ?1";
        self.run(ahead, (org.0, epoch, COMMITS_AHEAD, REPLICAS_AHEAD))?;
        self.run("UPDATE entity SET rev = rev + ?2 WHERE org = ?1", (org.0, revisions_ahead)).map(drop)
    }

    fn raise_floor(&mut self, org: OrgNo, floor: Seq) -> Result<usize, StoreError> {
        let raise = "UPDATE organisation SET gc_floor = ?2 WHERE no = ?1 AND gc_floor < ?2";
        self.run(raise, (org.0, floor.0))?;
        let forget = "DELETE FROM grant_ WHERE r_seq IS NOT NULL AND r_seq <= ?2
                      AND person IN (SELECT no FROM person WHERE org = ?1)";
        self.run(forget, (org.0, floor.0))
    }
}
