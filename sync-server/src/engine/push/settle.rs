//! Operations that were set aside and are looked at again: a supervisor decides, or a newer server knows what they are. Each
//! is decided by the same merge as when it was sent, with what was known of it then.

use alongside_core::instrument::Registry;
use alongside_core::model::{Outcome, RequestClock, StreamRef, Timestamp, Why};

use super::answers::is_refusal;
use super::desk::Desk;
use super::group::decide_groups;
use super::read_op::{SentOp, read_op};
use super::sender::Sender;
use super::write::write_work;
use crate::engine::session::Session;
use crate::store::{OpAnswer, OrgNo, PersonNo, Seq, SetAside, Settling, Store, StoreError, WriteTxn};

/// A person's decision on one operation.
#[derive(Clone, Copy, Debug)]
pub struct Decision<'a> {
    /// The organisation.
    pub org: OrgNo,
    /// The replica it came from.
    pub replica: u32,
    /// Its number there.
    pub n: u64,
    /// Who decides.
    pub by: PersonNo,
    /// Why, for the record.
    pub note: &'a str,
    /// When.
    pub now: Timestamp,
}

/// Takes an operation in although its author knew that the case had moved on (rule 21), or takes note of one that was taken
/// in late. Answers what became of it, or nothing when it is not there to be decided; what cannot be taken stays set aside.
///
/// # Errors
/// When the storage cannot be read or written.
pub fn accept_late(
    txn: &mut dyn WriteTxn,
    instruments: &Registry,
    decision: &Decision<'_>,
) -> Result<Option<OpAnswer>, StoreError> {
    let Some(op) = txn.find_set_aside(decision.org, decision.replica, decision.n)? else { return Ok(None) };
    let was = OpAnswer { outcome: op.outcome, why: op.why, rev: 0 };
    if op.outcome == Outcome::Late {
        let seq = txn.next_seq(decision.org)?;
        settle(txn, decision, was, seq)?;
        return Ok(Some(was));
    }
    let ops = std::slice::from_ref(&op);
    let Some((answers, commit)) = again(txn, instruments, decision.org, ops, (true, decision.now))? else {
        return Ok(None);
    };
    let Some(answer) = answers.first().copied() else { return Ok(None) };
    if !is_refusal(&answer) {
        let seq = commit.map_or_else(|| txn.next_seq(decision.org), Ok)?;
        settle(txn, decision, answer, seq)?;
        tell(txn, decision.org, &op, seq)?;
    }
    Ok(Some(answer))
}

/// Leaves an operation aside for good, with a note. Its text stays where it is. Says whether it was there to be decided.
///
/// # Errors
/// When the storage cannot be read or written.
pub fn leave_aside(txn: &mut dyn WriteTxn, decision: &Decision<'_>) -> Result<bool, StoreError> {
    let Some(op) = txn.find_set_aside(decision.org, decision.replica, decision.n)? else { return Ok(false) };
    let seq = txn.next_seq(decision.org)?;
    let answer = OpAnswer { outcome: Outcome::Quarantined, why: Some(Why::LeftAside), rev: 0 };
    settle(txn, decision, answer, seq)?;
    tell(txn, decision.org, &op, seq)?;
    Ok(true)
}

/// Does what waited for a server that knows its kind, field or act, replica by replica and in order; what this server does
/// not know either goes on waiting, and so does what follows on the same record. Answers how many no longer wait.
///
/// # Errors
/// When the storage cannot be read or written.
pub fn replay_waiting(
    store: &dyn Store,
    instruments: &Registry,
    now: Timestamp,
) -> Result<usize, StoreError> {
    let waits = |txn: &dyn crate::store::ReadTxn| {
        let mut waits = Vec::new();
        for organisation in txn.list_organisations()? {
            let waiting = txn.list_waiting(organisation.no)?;
            let replicas = waiting.chunk_by(|one, next| one.replica == next.replica);
            waits.extend(replicas.map(|ops| (organisation.no, ops.to_vec())));
        }
        Ok::<_, StoreError>(waits)
    };
    let mut done = 0;
    for (org, ops) in store.read(waits)? {
        done += store.write(|txn| replay(txn, instruments, org, &ops, now))?;
    }
    Ok(done)
}

fn replay(
    txn: &mut dyn WriteTxn,
    instruments: &Registry,
    org: OrgNo,
    ops: &[SetAside],
    now: Timestamp,
) -> Result<usize, StoreError> {
    let Some((answers, commit)) = again(txn, instruments, org, ops, (false, now))? else { return Ok(0) };
    let decided: Vec<_> =
        ops.iter().zip(answers).filter(|(_, answer)| answer.outcome != Outcome::Parked).collect();
    let Some((first, _)) = decided.first() else { return Ok(0) };
    let seq = commit.map_or_else(|| txn.next_seq(org), Ok)?;
    for (op, OpAnswer { outcome, why, .. }) in &decided {
        let at = (*outcome != Outcome::Quarantined).then_some(now);
        let settling = Settling { outcome: *outcome, why: *why, at, by: None, note: None, seq };
        txn.settle(org, op.replica, op.n, &settling)?;
    }
    tell(txn, org, first, seq)?;
    Ok(decided.len())
}

/// What became of each operation that was looked at again, and the commit, when that changed anything.
type Again = (Vec<OpAnswer>, Option<Seq>);

/// Decides operations of one replica again and writes what they do. Nothing when the replica is not there any more.
fn again(
    txn: &mut dyn WriteTxn,
    instruments: &Registry,
    org: OrgNo,
    ops: &[SetAside],
    (takes_late, now): (bool, Timestamp),
) -> Result<Option<Again>, StoreError> {
    let Some(first) = ops.first() else { return Ok(None) };
    let found = txn.find_author(org, first.replica)?;
    let Some(session) = found.and_then(Session::of_replica) else { return Ok(None) };
    let sender = Sender { session: &session, instruments, now, has_read: first.told };
    let clock = RequestClock::default();
    let sent: Vec<SentOp<'_>> = ops.iter().map(|op| read_op(op.n, &op.op)).collect();
    let done = ops.iter().map(|op| (op.n, op.eff)).collect();
    let mut desk = Desk::reopen(txn, sender, &clock, done, takes_late);
    let answers = decide_groups(&mut desk, &sent)?;
    let work = desk.close();
    let commit = write_work(txn, sender, &work)?;
    Ok(Some((answers, commit)))
}

fn settle(
    txn: &mut dyn WriteTxn,
    decision: &Decision<'_>,
    answer: OpAnswer,
    seq: Seq,
) -> Result<(), StoreError> {
    let Decision { org, replica, n, by, note, now } = *decision;
    let note = Some(note).filter(|note| !note.is_empty());
    let OpAnswer { outcome, why, .. } = answer;
    txn.settle(org, replica, n, &Settling { outcome, why, at: Some(now), by: Some(by), note, seq })
}

/// Has the author's phone hear of it: something is new in the stream that only its person reads.
fn tell(txn: &mut dyn WriteTxn, org: OrgNo, op: &SetAside, seq: Seq) -> Result<(), StoreError> {
    let Some(found) = txn.find_author(org, op.replica)? else { return Ok(()) };
    match txn.find_stream(org, StreamRef::private(found.person.id))? {
        Some(stream) => txn.note_written(&[stream], seq),
        None => Ok(()),
    }
}
