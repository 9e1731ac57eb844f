//! The bytes of photos, in SQL.

use super::connection::Connection;
use super::txn::SqlTxn;
use super::value::{get, op_number, signed};
use crate::store::{AttachmentReads, AttachmentWrites, EntityNo, StoreError};

impl<C: Connection> AttachmentReads for SqlTxn<C> {
    fn attachment_bytes(&self, record: EntityNo) -> Result<u64, StoreError> {
        let sql = "SELECT at + length(bytes) FROM attachment_part WHERE entity = ?1 ORDER BY at DESC LIMIT 1";
        Ok(self.find(sql, [record.0], |row| op_number(row, 0))?.unwrap_or_default())
    }

    fn find_attachment_part(&self, record: EntityNo, at: u64) -> Result<Option<(u64, Vec<u8>)>, StoreError> {
        let sql =
            "SELECT at, bytes FROM attachment_part WHERE entity = ?1 AND at <= ?2 ORDER BY at DESC LIMIT 1";
        self.find(sql, (record.0, signed(at)), |row| Ok((op_number(row, 0)?, get(row, 1)?)))
    }
}

impl<C: Connection> AttachmentWrites for SqlTxn<C> {
    fn add_attachment_part(&mut self, record: EntityNo, at: u64, bytes: &[u8]) -> Result<(), StoreError> {
        let sql = "INSERT INTO attachment_part (entity, at, bytes) VALUES (?1, ?2, ?3)";
        self.run(sql, (record.0, signed(at), bytes.to_vec())).map(drop)
    }

    fn remove_attachment(&mut self, record: EntityNo) -> Result<(), StoreError> {
        self.run("DELETE FROM attachment_part WHERE entity = ?1", [record.0]).map(drop)
    }
}
