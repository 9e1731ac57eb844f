//! What phones left, in SQL.

use super::connection::Connection;
use super::param::params;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{from_json, get, id, op_number, signed, time, to_json};
use alongside_core::model::Timestamp;

use crate::store::{
    DeviceNo, OrgNo, PersonNo, Salvage, SalvageNote, SalvageReads, SalvageWrites, StoreError,
};

const TABLE: &str = "salvage";

impl<C: Connection> SalvageReads for SqlTxn<C> {
    fn list_salvage(&self, org: OrgNo, limit: u32) -> Result<Vec<SalvageNote>, StoreError> {
        let sql =
            "SELECT s.no, p.id, s.first_n, s.count, s.at, p.name FROM salvage s JOIN person p ON p.no = s.person
                   WHERE s.org = ?1 AND s.settled_at IS NULL ORDER BY s.no LIMIT ?2";
        self.list(sql, (org.0, limit), |row| {
            Ok(SalvageNote {
                no: get(row, 0)?,
                person: id(row, 1)?,
                name: get(row, 5)?,
                first_n: op_number(row, 2)?,
                count: op_number(row, 3)?,
                at: time(row, 4)?,
            })
        })
    }

    fn list_salvage_rows(&self, org: OrgNo) -> Result<Vec<(i64, PersonNo)>, StoreError> {
        let sql = "SELECT no, person FROM salvage WHERE org = ?1 ORDER BY no";
        self.list(sql, [org.0], |row| Ok((get(row, 0)?, PersonNo(get(row, 1)?))))
    }

    fn find_salvage_texts(&self, org: OrgNo, no: i64) -> Result<Option<Vec<String>>, StoreError> {
        self.find("SELECT ops FROM salvage WHERE org = ?1 AND no = ?2", (org.0, no), |row| unpacked(row, 0))
    }

    fn find_salvage(&self, org: OrgNo, no: i64) -> Result<Option<Salvage>, StoreError> {
        let sql = "SELECT device, person, replica, first_n, ops, hash, at FROM salvage
                   WHERE org = ?1 AND no = ?2 AND settled_at IS NULL";
        self.find(sql, (org.0, no), |row| {
            Ok(Salvage {
                device: DeviceNo(get(row, 0)?),
                person: PersonNo(get(row, 1)?),
                replica: id(row, 2)?,
                first_n: op_number(row, 3)?,
                ops: unpacked(row, 4)?,
                hash: get(row, 5)?,
                at: time(row, 6)?,
            })
        })
    }

    fn list_texts_left_by(&self, device: DeviceNo) -> Result<Vec<Vec<String>>, StoreError> {
        self.list("SELECT ops FROM salvage WHERE device = ?1 ORDER BY no", [device.0], |row| unpacked(row, 0))
    }

    fn salvage_bytes(&self, device: DeviceNo) -> Result<u64, StoreError> {
        let sql = "SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM salvage WHERE device = ?1";
        Ok(self.find(sql, [device.0], |row| op_number(row, 0))?.unwrap_or_default())
    }
}

impl<C: Connection> SalvageWrites for SqlTxn<C> {
    fn add_salvage(&mut self, org: OrgNo, left: &Salvage) -> Result<(), StoreError> {
        let sql = "INSERT INTO salvage (org, device, person, replica, first_n, count, bytes, ops, hash, at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (device, hash) DO NOTHING";
        let (packed, bytes) = packed(&left.ops)?;
        let count = i64::try_from(left.ops.len()).unwrap_or(i64::MAX);
        let replica = left.replica.0.as_bytes();
        let params = params![
            org.0,
            left.device.0,
            left.person.0,
            replica,
            signed(left.first_n),
            count,
            bytes,
            packed,
            left.hash,
            left.at.0,
        ];
        self.run(sql, params).map(drop)
    }

    fn scrub_salvage(&mut self, org: OrgNo, no: i64, ops: &[String]) -> Result<(), StoreError> {
        let sql = "UPDATE salvage SET ops = ?3, bytes = ?4 WHERE org = ?1 AND no = ?2";
        let (packed, bytes) = packed(ops)?;
        self.run(sql, (org.0, no, packed, bytes)).map(drop)
    }

    fn settle_salvage(
        &mut self,
        org: OrgNo,
        no: i64,
        at: Timestamp,
        by: Option<PersonNo>,
        note: &str,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE salvage SET settled_at = ?3, settled_by = ?4, note = ?5 WHERE org = ?1 AND no = ?2";
        let note = Some(note).filter(|note| !note.is_empty());
        self.run(sql, params![org.0, no, at.0, by.map(|by| by.0), note]).map(drop)
    }
}

/// Texts out of the column they are stored in.
fn unpacked(row: &dyn Row, column: usize) -> Result<Vec<String>, StoreError> {
    let packed: Vec<u8> = get(row, column)?;
    let damaged = || StoreError::Damaged { table: TABLE };
    let text = zstd::decode_all(packed.as_slice()).map_err(|_| damaged())?;
    from_json(&String::from_utf8(text).map_err(|_| damaged())?, TABLE)
}

/// Texts as they are stored, and how long they are unpacked.
fn packed(ops: &[String]) -> Result<(Vec<u8>, i64), StoreError> {
    let text = to_json(&ops, TABLE)?;
    let packed = zstd::encode_all(text.as_bytes(), 3).map_err(|error| StoreError::Engine(Box::new(error)))?;
    Ok((packed, i64::try_from(text.len()).unwrap_or(i64::MAX)))
}
