//! The history in SQL: the texts of a push as one compressed JSON array.

use alongside_core::model::Timestamp;
use alongside_core::wire::ChainHash;

use super::connection::Connection;
use super::row::Row;
use super::txn::SqlTxn;
use super::value::{from_json, get, op_number, signed, to_json};
use crate::store::{HistoryReads, HistoryWrites, OpAnswer, OrgNo, Push, Seq, StoreError};

const TABLE: &str = "history";

fn push(row: &dyn Row) -> Result<Push, StoreError> {
    let seq: Option<i64> = get(row, 4)?;
    let ops: Vec<u8> = get(row, 6)?;
    let ops = zstd::decode_all(ops.as_slice()).map_err(|_| StoreError::Damaged { table: TABLE })?;
    let ops = String::from_utf8(ops).map_err(|_| StoreError::Damaged { table: TABLE })?;
    let answers: String = get(row, 7)?;
    Ok(Push {
        first_n: op_number(row, 0)?,
        last_n: op_number(row, 1)?,
        before: ChainHash(get(row, 2)?),
        after: ChainHash(get(row, 3)?),
        seq: seq.map(Seq),
        received: Timestamp(get(row, 5)?),
        ops: from_json(&ops, TABLE)?,
        answers: from_json::<Vec<OpAnswer>>(&answers, TABLE)?,
    })
}

impl<C: Connection> HistoryReads for SqlTxn<C> {
    fn list_pushes(&self, org: OrgNo, replica: u32, after_n: u64) -> Result<Vec<Push>, StoreError> {
        let sql = "SELECT first_n, last_n, before, after, seq, received, ops, results FROM history
                   WHERE org = ?1 AND replica = ?2 AND last_n > ?3 ORDER BY last_n";
        self.list(sql, (org.0, replica, signed(after_n)), push)
    }

    fn last_commit_before(&self, org: OrgNo, before: Timestamp) -> Result<Option<Seq>, StoreError> {
        let sql = "SELECT max(seq) FROM history WHERE org = ?1 AND received < ?2";
        let found = self.find(sql, (org.0, before.0), |row| get::<Option<i64>>(row, 0))?;
        Ok(found.flatten().map(Seq))
    }
}

impl<C: Connection> HistoryWrites for SqlTxn<C> {
    fn add_push(&mut self, org: OrgNo, replica: u32, push: &Push) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO history (org, replica, first_n, last_n, before, after, seq, received, ops, results)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let (ops, answers) = packed(push)?;
        let (first, last) = (signed(push.first_n), signed(push.last_n));
        let seq = push.seq.map(|seq| seq.0);
        let (before, after) = (push.before.0, push.after.0);
        let params = (org.0, replica, first, last, before, after, seq, push.received.0, ops, answers);
        self.run(sql, params).map(drop)
    }

    fn scrub_push(&mut self, org: OrgNo, replica: u32, push: &Push) -> Result<(), StoreError> {
        let sql = "UPDATE history SET ops = ?4, results = ?5 WHERE org = ?1 AND replica = ?2 AND last_n = ?3";
        let (ops, answers) = packed(push)?;
        self.run(sql, (org.0, replica, signed(push.last_n), ops, answers)).map(drop)
    }
}

/// The operations and the answers of a push as they are stored.
fn packed(push: &Push) -> Result<(Vec<u8>, String), StoreError> {
    let ops = to_json(&push.ops, TABLE)?;
    let ops = zstd::encode_all(ops.as_bytes(), 3).map_err(|error| StoreError::Engine(Box::new(error)))?;
    Ok((ops, to_json(&push.answers, TABLE)?))
}
