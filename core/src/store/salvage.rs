//! What is left with the server in quarantine: unsent work of a phone that may no longer sync, operations from a damaged
//! file whose place in the chain is lost, and records that a restored server may have lost. The latter two are kept until a
//! backup of the server holds what was left, and left again with a server that was restored to an older one.

use rusqlite::{Connection, Transaction, params};
use serde_json::json;
use uuid::Uuid;

use super::outbox::signed;
use super::{StoreError, drafts, identity};
use crate::model::{Op, ReplicaId, Timestamp};

/// A batch to leave.
#[derive(Clone, Debug)]
pub struct Left {
    /// The replica the operations were written under.
    pub replica: ReplicaId,
    /// The operations.
    pub ops: Vec<LeftOp>,
    from: Source,
}

/// An operation to leave.
#[derive(Clone, Debug)]
pub struct LeftOp {
    /// Its number.
    pub n: u64,
    /// Its text, or what is left of it.
    pub op: String,
    row: i64,
}

/// Where a batch comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Outbox,
    Damaged,
    Forms,
}

impl Left {
    /// The number of the first.
    pub fn first(&self) -> u64 {
        self.ops.first().map_or(0, |op| op.n)
    }
}

/// The next batch, or nothing when everything was left.
///
/// # Errors
/// The store's.
pub fn next_batch(connection: &Connection, count: usize, bytes: usize) -> Result<Option<Left>, StoreError> {
    let replica = identity::replica_id(connection)?;
    let unsent = "SELECT n, n, op, ?2 FROM outbox WHERE n > (SELECT tail_n FROM device) AND left_at IS NULL
                  ORDER BY n LIMIT ?1";
    let damaged = "SELECT no, n, op, replica FROM salvaged WHERE left_at IS NULL
                   AND (replica, coalesce(owner, x'')) =
                       (SELECT replica, coalesce(owner, x'') FROM salvaged WHERE left_at IS NULL ORDER BY no LIMIT 1)
                   AND ?2 IS NOT NULL ORDER BY no LIMIT ?1";
    for (sql, from) in [(unsent, Source::Outbox), (damaged, Source::Damaged)] {
        let found = list(connection, sql, (count, bytes), replica, from)?;
        if !found.ops.is_empty() {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn list(
    connection: &Connection,
    sql: &str,
    (count, bytes): (usize, usize),
    replica: ReplicaId,
    from: Source,
) -> Result<Left, StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows =
        statement.query(params![i64::try_from(count).unwrap_or(i64::MAX), replica.0.as_bytes()])?;
    let (mut left, mut size) = (Left { replica, ops: Vec::new(), from }, 0);
    while let Some(row) = rows.next()? {
        let op: String = row.get(2)?;
        size += op.len();
        if size > bytes && !left.ops.is_empty() {
            break;
        }
        left.replica = ReplicaId(Uuid::from_bytes(row.get(3)?));
        left.ops.push(LeftOp { row: row.get(0)?, n: row.get::<_, i64>(1)?.unsigned_abs(), op });
    }
    Ok(left)
}

/// Notes that the server has had a batch since `now`, its time.
///
/// # Errors
/// The store's.
pub fn note_left(transaction: &Transaction<'_>, left: &Left, now: Timestamp) -> Result<(), StoreError> {
    let sql = match left.from {
        Source::Outbox => "UPDATE outbox SET left_at = ?2 WHERE n = ?1",
        Source::Damaged => {
            "UPDATE salvaged SET left_at = ?2, left_tail = (SELECT tail_n FROM device) WHERE no = ?1"
        }
        Source::Forms => return Ok(()),
    };
    let mut statement = transaction.prepare(sql)?;
    for op in &left.ops {
        statement.execute(params![op.row, now.0])?;
    }
    Ok(())
}

/// Forgets what was left and is safe: a backup holds an operation that the server acknowledged later, or it was left before
/// `before`, by the server's time.
pub(super) fn forget_safe(transaction: &Transaction<'_>, before: Timestamp) -> Result<(), StoreError> {
    let sql = "DELETE FROM salvaged WHERE left_at IS NOT NULL
               AND (left_tail < (SELECT safe_n FROM device) OR left_at < ?1)";
    transaction.prepare_cached(sql)?.execute(params![before.0])?;
    Ok(())
}

/// The server was restored, perhaps to before anything was left: all that is kept is to be left again. What it has it keeps once.
pub(super) fn leave_again(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("UPDATE salvaged SET left_at = NULL, left_tail = NULL", [])?;
    Ok(())
}

/// The phone's operations begin anew at 1, and all of them are acknowledged later than what was left so far.
pub(super) fn restart_tail(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("UPDATE salvaged SET left_tail = 0 WHERE left_at IS NOT NULL", [])?;
    Ok(())
}

/// Saves what stands in open forms as operations, so that a phone about to be emptied leaves the last sentence, too.
///
/// # Errors
/// The store's.
pub fn list_forms(connection: &Connection) -> Result<Option<Left>, StoreError> {
    let replica = identity::replica_id(connection)?;
    let forms = drafts::list_forms(connection)?.into_iter().filter(|open| !open.fields.is_empty());
    let ops = forms.map(|open| {
        let mut fields = open.fields;
        // Of a draft that was never sent the server knows nothing; by this it is found when the case is erased.
        if open.form.kind.find_field("case").is_some() {
            fields.insert("case".to_owned(), json!(open.form.case));
        }
        let mut op = Op::set(open.form.id, fields, crate::model::Bases::default());
        op.kind = Some(open.form.kind.name.to_owned());
        Ok(LeftOp { n: 0, op: serde_json::to_string(&op)?, row: 0 })
    });
    let ops = ops.collect::<Result<Vec<_>, StoreError>>()?;
    Ok((!ops.is_empty()).then_some(Left { replica, ops, from: Source::Forms }))
}

/// Whether anything out of a damaged file, or anything donated, was not left yet.
///
/// # Errors
/// The store's.
pub fn has_unplaced(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM salvaged WHERE left_at IS NULL)";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Keeps an operation from a damaged file whose place in the chain is lost.
///
/// # Errors
/// The store's.
pub fn keep_unplaced(
    transaction: &Transaction<'_>,
    replica: ReplicaId,
    n: u64,
    op: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO salvaged (replica, n, op) VALUES (?1, ?2, ?3)";
    transaction.execute(sql, params![replica.0.as_bytes(), signed(n), op])?;
    Ok(())
}

/// Keeps a record that a restored server may have lost until it is left; `owner` says whose stream it is from.
pub(super) fn keep_donated(
    transaction: &Transaction<'_>,
    owner: &[u8],
    text: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO salvaged (replica, n, op, owner) SELECT replica_id, 0, ?1, ?2 FROM device
               WHERE NOT EXISTS (SELECT 1 FROM salvaged WHERE op = ?1)";
    transaction.prepare_cached(sql)?.execute(params![text, owner])?;
    Ok(())
}
