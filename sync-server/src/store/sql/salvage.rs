//! What phones left, in SQL.

use super::connection::Connection;
use super::param::params;
use super::txn::SqlTxn;
use super::value::{from_json, get, id, op_number, signed, time, to_json};
use crate::store::{DeviceNo, OrgNo, Salvage, SalvageNote, SalvageReads, SalvageWrites, StoreError};

const TABLE: &str = "salvage";

impl<C: Connection> SalvageReads for SqlTxn<C> {
    fn list_salvage(&self, org: OrgNo, limit: u32) -> Result<Vec<SalvageNote>, StoreError> {
        let sql =
            "SELECT s.no, p.id, s.first_n, s.count, s.at FROM salvage s JOIN person p ON p.no = s.person
                   WHERE s.org = ?1 ORDER BY s.no LIMIT ?2";
        self.list(sql, (org.0, limit), |row| {
            Ok(SalvageNote {
                no: get(row, 0)?,
                person: id(row, 1)?,
                first_n: op_number(row, 2)?,
                count: op_number(row, 3)?,
                at: time(row, 4)?,
            })
        })
    }

    fn find_salvage(&self, org: OrgNo, no: i64) -> Result<Option<Vec<String>>, StoreError> {
        self.find("SELECT ops FROM salvage WHERE org = ?1 AND no = ?2", (org.0, no), |row| {
            let packed: Vec<u8> = get(row, 0)?;
            let damaged = || StoreError::Damaged { table: TABLE };
            let text = zstd::decode_all(packed.as_slice()).map_err(|_| damaged())?;
            from_json(&String::from_utf8(text).map_err(|_| damaged())?, TABLE)
        })
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
}

/// Texts as they are stored, and how long they are unpacked.
fn packed(ops: &[String]) -> Result<(Vec<u8>, i64), StoreError> {
    let text = to_json(&ops, TABLE)?;
    let packed = zstd::encode_all(text.as_bytes(), 3).map_err(|error| StoreError::Engine(Box::new(error)))?;
    Ok((packed, i64::try_from(text.len()).unwrap_or(i64::MAX)))
}
