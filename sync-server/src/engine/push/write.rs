//! Writing what was decided: records, streams, cases, the history, and what was set aside, all in one commit.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::{CaseId, EntityId, Outcome, StreamRef, Timestamp};
use alongside_core::wire::{ChainHash, Tail};

use super::answers::is_set_aside;
use super::assigning::apply_assignments;
use super::desk::{Held, Work};
use super::lanes;
use super::read_op::SentOp;
use super::sender::Sender;
use crate::caseload::{grant_role, open_case};
use crate::engine::erase::erase_late;
use crate::store::{
    AuditEntry, KeptOp, OpAnswer, Push, Replica, Seq, SetAside, StoreError, StoredRecord, StreamNo, WriteTxn,
};

/// Writes the records and cases of a push. Answers the commit, if anything changed.
pub(super) fn write_work(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    work: &Work,
) -> Result<Option<Seq>, StoreError> {
    for met in &work.met {
        note_met(txn, sender, *met)?;
    }
    erase_late(txn, sender.session.org, &work.erased, sender.now)?;
    let held = work.order.iter().filter_map(|id| work.records.get(id));
    let changed: Vec<&Held> = held.filter(|held| is_changed(held)).collect();
    if changed.is_empty() && work.cases.is_empty() {
        return Ok(None);
    }
    let seq = txn.next_seq(sender.session.org)?;
    for case in &work.cases {
        write_case(txn, sender, *case, seq)?;
    }
    let mut streams = Streams::default();
    for held in &changed {
        write_record(txn, sender, held, seq, &mut streams)?;
    }
    lanes::move_cases(txn, sender.session.org, work, seq)?;
    let written: Vec<StreamNo> = streams.written.into_iter().collect();
    txn.note_written(&written, seq)?;
    apply_assignments(txn, sender, &changed, seq)?;
    Ok(Some(seq))
}

/// Two people made one record: their fields met like any others, and here it says that they did (rule 9).
fn note_met(txn: &mut dyn WriteTxn, sender: Sender<'_>, id: EntityId) -> Result<(), StoreError> {
    let Sender { session, now, .. } = sender;
    let (actor, target) = (Some(session.person.no), Some(id.0));
    let entry = AuditEntry { at: now, actor, act: "create_met_record".into(), target, detail: None };
    txn.add_audit(session.org, &entry)
}

/// Whether the push left the record otherwise than it was.
pub(super) fn is_changed(held: &Held) -> bool {
    held.now.as_ref() != held.before.as_ref().map(|before| &before.entity)
}

/// Opens a case for the link worker who created its client.
fn write_case(txn: &mut dyn WriteTxn, sender: Sender<'_>, case: CaseId, seq: Seq) -> Result<(), StoreError> {
    let Sender { session, now, .. } = sender;
    open_case(txn, session.org, case, seq, now)?;
    let row = txn.find_case(session.org, case)?.ok_or(StoreError::Damaged { table: "case_" })?;
    txn.begin_assignment(row.no, session.person.no, now)?;
    grant_role(txn, &session.person, case, seq)?;
    let actor = Some(session.person.no);
    let entry = AuditEntry { at: now, actor, act: "open_case".into(), target: Some(case.0), detail: None };
    txn.add_audit(session.org, &entry)
}

/// The streams of a push: looked up once, and remembered as written to.
#[derive(Default)]
struct Streams {
    known: BTreeMap<StreamRef, StreamNo>,
    written: BTreeSet<StreamNo>,
}

fn write_record(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    held: &Held,
    seq: Seq,
    streams: &mut Streams,
) -> Result<(), StoreError> {
    let Some(entity) = &held.now else { return Ok(()) };
    let org = sender.session.org;
    let stream = match streams.known.get(&entity.stream) {
        Some(known) => *known,
        None => txn.find_stream(org, entity.stream)?.ok_or(StoreError::Damaged { table: "stream" })?,
    };
    streams.known.insert(entity.stream, stream);
    streams.written.insert(stream);
    match &held.before {
        None => txn.add_record(org, stream, entity, seq),
        Some(before) => {
            let written = written(before, held, seq);
            txn.save_record(&StoredRecord { entity: entity.clone(), seq, written, ..before.clone() })
        }
    }
}

/// In which commit each field was last written: this one, for those whose revision has moved.
fn written(before: &StoredRecord, held: &Held, seq: Seq) -> BTreeMap<String, Seq> {
    let mut written = before.written.clone();
    let cells = held.now.iter().flat_map(|entity| &entity.cells);
    let moved = cells.filter(|(name, cell)| {
        before.entity.cells.get(*name).is_none_or(|standing| standing.rev != cell.rev)
    });
    written.extend(moved.map(|(name, _)| (name.clone(), seq)));
    written
}

/// Keeps every operation as it was received, and those that did not take effect once more where people see them.
pub(super) fn write_history(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    ops: &[SentOp<'_>],
    answers: &[OpAnswer],
    (before, after): (Tail, Tail),
    (seq, done): (Option<Seq>, &BTreeMap<u64, Timestamp>),
) -> Result<(), StoreError> {
    let Sender { session, now, .. } = sender;
    let push = Push {
        first_n: before.0 + 1,
        last_n: after.0,
        before: before.1,
        after: after.1,
        seq,
        received: now,
        ops: kept(ops, answers, before.1),
        answers: answers.to_vec(),
    };
    txn.add_push(session.org, session.replica.number, &push)?;
    for (op, answer) in ops.iter().zip(answers).filter(|(_, answer)| is_set_aside(answer)) {
        txn.set_aside(session.org, &set_aside(sender, op, *answer, done.get(&op.n).copied()))?;
    }
    Ok(())
}

/// The operations as the history keeps them: of one about what was erased, the chain alone.
fn kept(ops: &[SentOp<'_>], answers: &[OpAnswer], before: ChainHash) -> Vec<KeptOp> {
    let mut chain = before;
    let kept = ops.iter().zip(answers).map(|(op, answer)| {
        chain = chain.after(op.text);
        match answer.outcome {
            Outcome::Erased => KeptOp::Erased { after: chain },
            _ => KeptOp::Text(op.text.to_owned()),
        }
    });
    kept.collect()
}

/// What cannot even be read has no age; it was done when it came.
fn set_aside(sender: Sender<'_>, op: &SentOp<'_>, answer: OpAnswer, done: Option<Timestamp>) -> SetAside {
    SetAside {
        replica: sender.session.replica.number,
        n: op.n,
        person: sender.session.person.no,
        entity: op.entity,
        outcome: answer.outcome,
        why: answer.why,
        op: op.text.to_owned(),
        at: sender.now,
        eff: done.unwrap_or(sender.now),
        told: sender.has_read,
    }
}

/// Notes how far the replica has come.
pub(super) fn write_replica(
    txn: &mut dyn WriteTxn,
    sender: Sender<'_>,
    tail: Tail,
    last_eff: Timestamp,
) -> Result<(), StoreError> {
    let Sender { session, now, .. } = sender;
    let (last_n, last_hash) = (tail.0, tail.1);
    let replica = Replica { last_n, last_hash, last_eff, last_answer: now, ..session.replica };
    txn.advance_replica(session.org, &replica)
}
