//! Phones and replicas in SQL.

use alongside_core::model::{DeviceId, ReplicaId, Timestamp};
use alongside_core::wire::{ChainHash, DeviceDescription};

use super::connection::Connection;
use super::person::{OWN_CASE, PERSON, person};
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{get, id, maybe_time, op_number, signed, time};
use crate::store::{
    Device, DeviceNo, DeviceReads, DeviceSession, DeviceWrites, NewDevice, OrgNo, Person, PersonNo, Replica,
    ReplicaOwner, Seq, StoreError,
};

const DEVICE: &str = "d.no, d.id, d.person, d.platform, d.build, d.enrolled_at, d.revoked_at, d.last_seen";
/// By the hash of a phone's token.
const ORGANISATION_OF_TOKEN: &str =
    "SELECT p.org FROM device d JOIN person p ON p.no = d.person WHERE d.token_hash = ?1";
const DEVICE_COLUMNS: usize = 8;

fn device(row: &dyn Row) -> Result<Device, StoreError> {
    Ok(Device {
        no: DeviceNo(get(row, 0)?),
        id: id(row, 1)?,
        person: PersonNo(get(row, 2)?),
        description: DeviceDescription { platform: get(row, 3)?, build: get(row, 4)? },
        enrolled_at: time(row, 5)?,
        revoked_at: maybe_time(row, 6)?,
        last_seen: time(row, 7)?,
    })
}

fn session(row: &dyn Row) -> Result<DeviceSession, StoreError> {
    let number: Option<u32> = get(row, 6)?;
    let replica = number.map(|number| replica(row, number, 7)).transpose()?;
    Ok(DeviceSession {
        device: DeviceNo(get(row, 0)?),
        revoked_at: maybe_time(row, 1)?,
        last_seen: time(row, 2)?,
        organisation: id(row, 3)?,
        epoch: get(row, 4)?,
        seq: Seq(get(row, 5)?),
        replica,
        device_id: id(row, 12)?,
        wipe_at: maybe_time(row, 13)?,
        gc_floor: Seq(get(row, 14)?),
        run: (get(row, 15)?, get(row, 16)?),
        person: person(row, 17)?,
    })
}

/// A replica, from five columns that begin at `first`.
fn replica(row: &dyn Row, number: u32, first: usize) -> Result<Replica, StoreError> {
    Ok(Replica {
        number,
        last_n: op_number(row, first)?,
        last_hash: ChainHash(get(row, first + 1)?),
        last_eff: time(row, first + 2)?,
        last_answer: time(row, first + 3)?,
        durable: op_number(row, first + 4)?,
    })
}

impl<C: Connection> DeviceReads for SqlTxn<C> {
    fn find_session(&self, token_hash: [u8; 32], number: u32) -> Result<Option<DeviceSession>, StoreError> {
        if !self.hold_found(ORGANISATION_OF_TOKEN, &token_hash)? {
            return Ok(None);
        }
        let sql = format!(
            "SELECT d.no, d.revoked_at, d.last_seen, o.id, o.epoch, o.seq,
                    r.number, r.last_n, r.last_hash, r.last_eff, r.last_answer, r.durable_n,
                    d.id, d.wipe_at, o.gc_floor, o.run, o.salt, {PERSON}
             FROM device d JOIN person p ON p.no = d.person JOIN organisation o ON o.no = p.org
             LEFT JOIN replica r ON r.org = o.no AND r.number = ?2 AND r.device = d.no {OWN_CASE}
             WHERE d.token_hash = ?1"
        );
        self.find(&sql, (token_hash, number), session)
    }

    fn find_author(&self, org: OrgNo, replica: u32) -> Result<Option<DeviceSession>, StoreError> {
        let sql = format!(
            "SELECT d.no, d.revoked_at, d.last_seen, o.id, o.epoch, o.seq,
                    r.number, r.last_n, r.last_hash, r.last_eff, r.last_answer, r.durable_n,
                    d.id, d.wipe_at, o.gc_floor, o.run, o.salt, {PERSON}
             FROM replica r JOIN device d ON d.no = r.device JOIN person p ON p.no = d.person
             JOIN organisation o ON o.no = r.org {OWN_CASE}
             WHERE r.org = ?1 AND r.number = ?2"
        );
        self.find(&sql, (org.0, replica), session)
    }

    fn find_device(&self, id: DeviceId) -> Result<Option<(Device, Person)>, StoreError> {
        let sql = format!(
            "SELECT {DEVICE}, {PERSON} FROM device d JOIN person p ON p.no = d.person {OWN_CASE} WHERE d.id = ?1"
        );
        self.find(&sql, [id.0.as_bytes()], |row| Ok((device(row)?, person(row, DEVICE_COLUMNS)?)))
    }

    fn find_replica(&self, org: OrgNo, id: ReplicaId) -> Result<Option<ReplicaOwner>, StoreError> {
        let sql =
            "SELECT r.number, r.last_n, r.last_hash, r.last_eff, r.last_answer, r.durable_n, d.no, d.person
                   FROM replica r JOIN device d ON d.no = r.device WHERE r.org = ?1 AND r.id = ?2
                   ORDER BY r.number DESC LIMIT 1";
        self.find(sql, (org.0, id.0.as_bytes()), |row| {
            let replica = replica(row, get(row, 0)?, 1)?;
            Ok(ReplicaOwner { device: DeviceNo(get(row, 6)?), person: PersonNo(get(row, 7)?), replica })
        })
    }

    fn list_replicas(&self, org: OrgNo) -> Result<Vec<Replica>, StoreError> {
        let sql = "SELECT number, last_n, last_hash, last_eff, last_answer, durable_n FROM replica
                   WHERE org = ?1 ORDER BY number";
        self.list(sql, [org.0], |row| replica(row, get(row, 0)?, 1))
    }

    fn list_devices(&self, org: OrgNo) -> Result<Vec<(Device, Person)>, StoreError> {
        let sql = format!(
            "SELECT {DEVICE}, {PERSON} FROM person p JOIN device d ON d.person = p.no {OWN_CASE}
             WHERE p.org = ?1 ORDER BY d.no"
        );
        self.list(&sql, [org.0], |row| Ok((device(row)?, person(row, DEVICE_COLUMNS)?)))
    }
}

impl<C: Connection> DeviceWrites for SqlTxn<C> {
    fn add_device(&mut self, new: &NewDevice<'_>) -> Result<DeviceNo, StoreError> {
        let sql = "INSERT INTO device (id, person, token_hash, platform, build, enrolled_at, last_seen)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)";
        let DeviceDescription { platform, build } = new.description;
        let params = (new.id.0.as_bytes(), new.person.0, new.token_hash, platform, build, new.at.0);
        self.insert(sql, params).map(DeviceNo)
    }

    fn add_replica(
        &mut self,
        org: OrgNo,
        device: DeviceNo,
        id: ReplicaId,
        at: Timestamp,
    ) -> Result<u32, StoreError> {
        let next = "UPDATE organisation SET replicas = replicas + 1 WHERE no = ?1 RETURNING replicas";
        let number = self.run_returning(next, [org.0], |row| get::<u32>(row, 0))?;
        let number = *number.first().ok_or(StoreError::Damaged { table: "organisation" })?;
        let sql = "INSERT INTO replica (org, number, id, device, last_answer) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.run(sql, (org.0, number, id.0.as_bytes(), device.0, at.0))?;
        Ok(number)
    }

    fn advance_replica(&mut self, org: OrgNo, replica: &Replica) -> Result<(), StoreError> {
        let sql = "UPDATE replica SET last_n = ?3, last_hash = ?4, last_eff = ?5, last_answer = ?6
                   WHERE org = ?1 AND number = ?2";
        let Replica { number, last_n, last_hash, last_eff, last_answer, .. } = *replica;
        self.run(sql, (org.0, number, signed(last_n), last_hash.0, last_eff.0, last_answer.0)).map(drop)
    }

    fn revoke_device(&mut self, device: DeviceNo, at: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE device SET revoked_at = ?2 WHERE no = ?1 AND revoked_at IS NULL";
        self.run(sql, (device.0, at.0)).map(drop)
    }

    fn order_wipe(&mut self, device: DeviceNo, at: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE device SET wipe_at = ?2 WHERE no = ?1 AND wipe_at IS NULL";
        self.run(sql, (device.0, at.0)).map(drop)
    }

    fn note_durable(&mut self, org: OrgNo, replica: u32, n: u64) -> Result<(), StoreError> {
        let sql = "UPDATE replica SET durable_n = ?3 WHERE org = ?1 AND number = ?2 AND durable_n < ?3";
        self.run(sql, (org.0, replica, signed(n))).map(drop)
    }

    fn note_seen(&mut self, device: DeviceNo, at: Timestamp, build: Option<&str>) -> Result<(), StoreError> {
        let sql = "UPDATE device SET last_seen = ?2, build = coalesce(?3, build) WHERE no = ?1";
        self.run(sql, (device.0, at.0, build)).map(drop)
    }
}
