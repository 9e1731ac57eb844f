//! Coming back from a restored server or a restored or copied file: what is kept is handed over again, under its old numbers
//! where the server's chain is part of this phone's, under new ones where it is not.

use std::collections::BTreeSet;

use rusqlite::{Transaction, params};
use uuid::Uuid;

use super::outbox::signed;
use super::renumber::Moves;
use super::settle::{refresh, restand, settle, withdraw};
use super::{Answer, Identity, StoreError, identity, photos, salvage, streams};
use crate::model::{EntityId, Op, ReplicaId, Timestamp};

/// The stretch of this phone's chain for which it still has the operations.
#[derive(Clone, Debug)]
pub struct KeptChain {
    /// The replica.
    pub replica: ReplicaId,
    /// The last operation before the stretch, and the chain there.
    pub safe: (u64, [u8; 8]),
    /// The last operation the server answered.
    pub tail: u64,
    /// The operations of the stretch, in order and without a gap.
    pub ops: Vec<KeptOp>,
}

/// An operation this phone keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptOp {
    /// Its text.
    Text(String),
    /// It was erased at somebody's request; the chain after it is all that is left.
    Erased([u8; 8]),
}

/// What a server gave this phone in place of its replica.
#[derive(Clone, Debug)]
pub struct NewReplica {
    /// The id this phone minted.
    pub id: ReplicaId,
    /// Who the phone is now: its number, and on a new enrolment its token and device.
    pub identity: Identity,
    /// The server's epoch.
    pub epoch: Option<u32>,
    /// The last operation of the old chain that the server has.
    pub known: u64,
    /// What became of those this phone had no answer to.
    pub answers: Vec<Answer>,
    /// The server's time.
    pub now: Timestamp,
}

/// The operations this phone keeps.
///
/// # Errors
/// The store's.
pub fn kept_chain(transaction: &Transaction<'_>) -> Result<KeptChain, StoreError> {
    let replica = identity::replica_id(transaction)?;
    let (safe, hash, tail): (i64, [u8; 8], i64) =
        transaction.query_row("SELECT safe_n, safe_hash, tail_n FROM device", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    let mut statement = transaction.prepare("SELECT n, op, point FROM outbox WHERE n > ?1 ORDER BY n")?;
    let rows = statement.query_map(params![safe], |row| {
        let point: Option<[u8; 8]> = row.get(2)?;
        Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, String>(1)?, point))
    })?;
    let mut ops = Vec::new();
    for row in rows {
        let (n, op, point) = row?;
        if n != safe.unsigned_abs() + 1 + ops.len() as u64 {
            break;
        }
        ops.push(match point.filter(|_| op.is_empty()) {
            Some(point) => KeptOp::Erased(point),
            None => KeptOp::Text(op),
        });
    }
    Ok(KeptChain { replica, safe: (safe.unsigned_abs(), hash), tail: tail.unsigned_abs(), ops })
}

/// The server was restored and has this phone's chain up to `tail`: what comes after is unsent again, as it was, and
/// everything is read again.
///
/// # Errors
/// The store's.
pub fn resume(
    transaction: &Transaction<'_>,
    tail: (u64, [u8; 8]),
    epoch: Option<u32>,
) -> Result<(), StoreError> {
    let sql = "UPDATE device SET tail_n = ?1, tail_hash = ?2, epoch = coalesce(?3, epoch),
                 safe_hash = CASE WHEN safe_n > ?1 THEN ?2 ELSE safe_hash END, safe_n = min(safe_n, ?1)";
    transaction.execute(sql, params![signed(tail.0), tail.1, epoch])?;
    let again = list_records_after(transaction, tail.0)?;
    let sql =
        "UPDATE outbox SET pending = 1, outcome = NULL, why = NULL, rev = 0, answered = NULL WHERE n > ?1";
    transaction.execute(sql, params![signed(tail.0)])?;
    again.into_iter().try_for_each(|record| restand(transaction, record))?;
    read_restored(transaction)
}

/// Everything is read again from a server that was restored, what was left with it is left again, and of photos it is asked what it
/// has.
fn read_restored(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    streams::begin_relisting_restored(transaction)?;
    photos::doubt_all(transaction)?;
    salvage::leave_again(transaction)
}

/// The id of the replica this phone asks for: `fresh`, or the one it asked for before and was not given, so that asking
/// twice gives one.
///
/// # Errors
/// The store's.
pub fn wanted_replica(transaction: &Transaction<'_>, fresh: ReplicaId) -> Result<ReplicaId, StoreError> {
    let sql = "UPDATE device SET new_replica = coalesce(new_replica, ?1) RETURNING new_replica";
    let id: [u8; 16] = transaction.query_row(sql, params![fresh.0.as_bytes()], |row| row.get(0))?;
    Ok(ReplicaId(Uuid::from_bytes(id)))
}

/// Goes on as a new replica. What the server proved to have is settled; everything else that is kept is unsent again, under
/// new numbers.
///
/// # Errors
/// The store's.
pub fn rekey(transaction: &Transaction<'_>, new: &NewReplica) -> Result<(), StoreError> {
    settle_known(transaction, new)?;
    let known: Option<u32> = transaction.query_row("SELECT epoch FROM device", [], |row| row.get(0))?;
    if known.zip(new.epoch).is_some_and(|(known, new)| known != new) {
        read_restored(transaction)?;
    }
    let moves = renumber(transaction, new.known)?;
    let next = moves.renumbered.len() as u64 + 1;
    let sql = "UPDATE device SET replica_id = ?1, new_replica = NULL, epoch = coalesce(?2, epoch), next_n = ?3, tail_n = 0,
                 tail_hash = x'0000000000000000', safe_n = 0, safe_hash = x'0000000000000000'";
    transaction.execute(sql, params![new.id.0.as_bytes(), new.epoch, signed(next)])?;
    salvage::restart_tail(transaction)?;
    identity::keep_identity(transaction, &new.identity)?;
    let again = list_records_after(transaction, 0)?;
    again.into_iter().try_for_each(|record| restand(transaction, record))
}

fn settle_known(transaction: &Transaction<'_>, new: &NewReplica) -> Result<(), StoreError> {
    let Some(last) = new.answers.last() else { return Ok(()) };
    settle(transaction, &new.answers, (last.n, last.point), new.now)?;
    Ok(())
}

/// Gives every operation after `known` a number from 1 on. What a person should still hear of before it gets a number out of
/// the way; the rest of it the server has.
fn renumber(transaction: &Transaction<'_>, known: u64) -> Result<Moves, StoreError> {
    let mut moves = Moves::default();
    transaction.execute("DELETE FROM outbox WHERE n > ?1 AND op = ''", params![signed(known)])?;
    let mut statement = transaction.prepare("SELECT n, op, rev FROM outbox WHERE n > 0 ORDER BY n")?;
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, String>(1)?, row.get::<_, u32>(2)?))
    })?;
    let mut kept = Vec::new();
    for row in rows {
        let (n, op, rev) = row?;
        if op.is_empty() {
            continue;
        }
        if n > known {
            moves.renumbered.insert(n, kept.len() as u64 + 1);
            kept.push((n, serde_json::from_str::<Op>(&op)?));
        } else {
            moves.received.insert(n, rev);
        }
    }
    set_aside_received(transaction, known)?;
    let sql =
        "UPDATE outbox SET n = ?2, op = ?3, pending = 1, outcome = NULL, why = NULL, rev = 0, point = NULL,
                 answered = NULL WHERE n = ?1";
    for (place, (n, op)) in kept.into_iter().enumerate() {
        let text = serde_json::to_string(&moves.apply(op, place == 0))?;
        transaction.execute(sql, params![signed(n), signed(place as u64 + 1), text])?;
    }
    Ok(moves)
}

fn set_aside_received(transaction: &Transaction<'_>, known: u64) -> Result<(), StoreError> {
    let plain = "DELETE FROM outbox WHERE n BETWEEN 1 AND ?1 AND pending = 0
                 AND (outcome IS NULL OR outcome IN ('merged', 'duplicate'))";
    transaction.execute(plain, params![signed(known)])?;
    let away = "UPDATE outbox SET n = n - (1 << 40) WHERE n <= ?1";
    transaction.execute(away, params![signed(known)])?;
    Ok(())
}

/// The server does not take the first unsent operation even when it comes alone: it is set aside where a person sees it, and
/// so are those that stand or fall with it. The rest moves up.
///
/// # Errors
/// The store's.
pub fn set_first_aside(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let unsent = list_unsent(transaction)?;
    let fallen = 1 + unsent.iter().skip(1).take_while(|(_, op)| op.joined).count();
    let (fallen, rest) = unsent.split_at(fallen.min(unsent.len()));
    let sql = "UPDATE outbox SET pending = 0, outcome = 'quarantined', why = 'too_large',
                 n = min((SELECT min(n) FROM outbox), -(1 << 40)) - 1 WHERE n = ?1";
    for (n, _) in fallen {
        transaction.execute(sql, params![signed(*n)])?;
    }
    let mut moves = Moves::default();
    moves.renumbered.extend(rest.iter().map(|(n, _)| (*n, *n - fallen.len() as u64)));
    for (n, op) in rest {
        let text = serde_json::to_string(&moves.apply(op.clone(), false))?;
        let sql = "UPDATE outbox SET n = ?2, op = ?3 WHERE n = ?1";
        transaction.execute(sql, params![signed(*n), signed(*n - fallen.len() as u64), text])?;
    }
    let count = i64::try_from(fallen.len()).unwrap_or(0);
    transaction.execute("UPDATE device SET next_n = next_n - ?1", params![count])?;
    for (_, op) in fallen {
        if let Some(said) = &op.publication {
            withdraw(transaction, said.id)?;
        }
    }
    let touched: BTreeSet<EntityId> = unsent.iter().map(|(_, op)| op.entity).collect();
    touched.into_iter().try_for_each(|record| refresh(transaction, record))
}

fn list_unsent(transaction: &Transaction<'_>) -> Result<Vec<(u64, Op)>, StoreError> {
    let sql = "SELECT n, op FROM outbox WHERE n > (SELECT tail_n FROM device) ORDER BY n";
    let mut statement = transaction.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    rows.map(|row| {
        let (n, op) = row?;
        Ok((n.unsigned_abs(), serde_json::from_str(&op)?))
    })
    .collect()
}

fn list_records_after(transaction: &Transaction<'_>, n: u64) -> Result<BTreeSet<EntityId>, StoreError> {
    let mut statement = transaction.prepare("SELECT DISTINCT record FROM outbox WHERE n > ?1")?;
    let rows = statement.query_map(params![signed(n)], |row| row.get::<_, [u8; 16]>(0))?;
    Ok(rows.map(|row| row.map(|id| EntityId(Uuid::from_bytes(id)))).collect::<Result<_, _>>()?)
}
