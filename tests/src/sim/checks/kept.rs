//! Everything the server keeps at the end of a run, read through its own store.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::{Audience, Entity, EntityId, Outcome, PersonId, StreamRef};
use alongside_server::store::{Batch, KeptOp, OpAnswer, Position, ReadTxn, StoreError};
use serde_json::Value;

use crate::sim::coverage::Sight;
use crate::sim::ledger::{Mark, marks};
use crate::sim::trace::Trace;
use crate::sim::world::World;

/// What a server keeps.
#[derive(Default)]
pub(super) struct Kept {
    /// Every record.
    pub(super) records: BTreeMap<EntityId, Entity>,
    /// What became of every operation, by the words in it.
    pub(super) outcomes: BTreeMap<Mark, Vec<Outcome>>,
    /// Words in operations that were set aside.
    pub(super) set_aside: BTreeSet<Mark>,
    /// Words in records: in a field or beside it, with who is said to have written each.
    pub(super) words: BTreeMap<Mark, Vec<(EntityId, PersonId)>>,
    /// Words anywhere in what it keeps of operations: in the history, set aside, settled since, left by phones.
    pub(super) anywhere: BTreeSet<Mark>,
    /// Records and cases of which it knows that they were erased.
    pub(super) erased: BTreeSet<EntityId>,
    /// Records that were left by phones, since a restored server did not have them.
    pub(super) left: BTreeSet<EntityId>,
    /// All answers.
    answers: Vec<OpAnswer>,
}

impl Kept {
    /// Reads everything.
    pub(super) fn read(world: &World) -> Self {
        let mut kept = Self::default();
        let read = world.server.store.read(|txn| {
            for organisation in &world.organisations {
                let organisation = txn.find_organisation(*organisation)?.expect("the organisation is there");
                for stream in streams(world) {
                    if let Some(no) = txn.find_stream(organisation.no, stream)? {
                        kept.take_stream(txn, no)?;
                    }
                }
                for replica in txn.list_replicas(organisation.no)? {
                    for push in txn.list_pushes(organisation.no, replica.number, 0)? {
                        kept.take_push(&push.ops, &push.answers);
                    }
                }
                for (no, _) in txn.list_salvage_rows(organisation.no)? {
                    kept.take_left(&txn.find_salvage_texts(organisation.no, no)?.unwrap_or_default());
                }
                kept.erased.extend(txn.list_erased(organisation.no)?.into_iter().map(|(id, _)| id));
                for aside in txn.list_ever_set_aside(organisation.no)? {
                    kept.anywhere.extend(marks(aside.op.as_bytes()));
                }
                for aside in txn.list_set_aside(organisation.no, 100_000)? {
                    kept.set_aside.extend(marks(aside.op.as_bytes()));
                }
            }
            Ok::<_, StoreError>(())
        });
        read.expect("the server's file can be read");
        kept
    }

    /// The words in operations that the server has, whatever became of them.
    pub(super) fn words_received(world: &World) -> BTreeSet<Mark> {
        Self::read(world).outcomes.into_keys().collect()
    }

    fn take_stream(
        &mut self,
        txn: &dyn ReadTxn,
        no: alongside_server::store::StreamNo,
    ) -> Result<(), StoreError> {
        let batch = Batch { rows: 1_000_000, bytes: 1 << 30 };
        let (records, _) = txn.list_records(no, Position::default(), batch)?;
        for record in records {
            let entity = record.entity;
            let cells = entity.cells.values().chain(entity.siblings.values().flatten());
            for cell in cells {
                for mark in marks(cell.value.to_string().as_bytes()) {
                    self.words.entry(mark).or_default().push((entity.id, cell.by));
                }
            }
            self.records.insert(entity.id, entity);
        }
        Ok(())
    }

    fn take_left(&mut self, texts: &[String]) {
        self.anywhere.extend(texts.iter().flat_map(|text| marks(text.as_bytes())));
        let ops = texts.iter().filter_map(|text| serde_json::from_str::<Value>(text).ok());
        self.left.extend(ops.filter_map(|op| op["e"].as_str()?.parse::<EntityId>().ok()));
    }

    fn take_push(&mut self, ops: &[KeptOp], answers: &[OpAnswer]) {
        for (op, answer) in ops.iter().zip(answers) {
            for mark in op.text().map(|text| marks(text.as_bytes())).unwrap_or_default() {
                self.outcomes.entry(mark).or_default().push(answer.outcome);
                self.anywhere.insert(mark);
            }
        }
        self.answers.extend(answers);
    }

    /// What the server came to, as one number that no wall clock has a part in: times are left out, and fields of which one was
    /// dated by a wall clock, with what became of the texts written there.
    pub(super) fn content(&self, world: &World) -> u64 {
        let mut content = Trace::default();
        for entity in self.records.values() {
            content.fold("record", &format!("{} {:?} {}", entity.id, entity.state, entity.author));
            let cells = entity.cells.iter();
            let beside =
                entity.siblings.iter().flat_map(|(name, cells)| cells.iter().map(move |cell| (name, cell)));
            let by_wall = |name: &String| world.dated_by_wall.contains(&(entity.id, name.clone()));
            let texts = cells.chain(beside).filter(|(name, cell)| cell.value.is_string() && !by_wall(name));
            for (name, cell) in texts {
                content.fold(name, &cell.value.to_string());
            }
        }
        let by_wall = |mark: &Mark| {
            let saved = world.ledger.find(*mark);
            saved.is_some_and(|saved| world.dated_by_wall.contains(&(saved.record, saved.field.clone())))
        };
        for (mark, outcomes) in self.outcomes.iter().filter(|(mark, _)| !by_wall(mark)) {
            content.fold("outcome", &(mark, format!("{outcomes:?}")));
        }
        content.digest()
    }

    /// Tells the trace and the coverage what the server came to.
    pub(super) fn tell(&self, world: &mut World) {
        for entity in self.records.values() {
            world.trace.fold("record", &format!("{entity:?}"));
            if entity.sealed.is_some() && entity.state.is_sealed() {
                let sight = if entity.kind == "visit_note" { Sight::Sealed } else { Sight::Submitted };
                world.coverage.see(sight);
            }
        }
        for answer in &self.answers {
            let sight = match answer.outcome {
                Outcome::Merged => Sight::Merged,
                Outcome::Sibling => Sight::Siblings,
                Outcome::Late => Sight::Late,
                Outcome::SignStale => Sight::SignStale,
                Outcome::Parked | Outcome::Quarantined => Sight::SetAside,
                _ => continue,
            };
            world.coverage.see(sight);
        }
    }
}

/// Every stream of a world.
fn streams(world: &World) -> Vec<StreamRef> {
    let of_cases = world.cases.iter().flat_map(|(case, _)| {
        let audiences = Audience::ALL.into_iter().filter(|audience| audience.is_of_case());
        audiences.map(|audience| StreamRef::of_case(*case, audience))
    });
    let private = world.people.iter().map(|someone| StreamRef::private(someone.id));
    of_cases.chain(private).chain(world.organisations.iter().map(|id| StreamRef::team(*id))).collect()
}
