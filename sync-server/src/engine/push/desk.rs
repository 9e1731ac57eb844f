//! The records a push is working on, held in memory until all of it is decided, so that a group can be put back whole.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use alongside_core::model::{CaseId, Entity, EntityId, RequestClock, StreamRef, Timestamp};

use super::erasures::Erasures;
use super::sender::Sender;
use crate::store::{Grant, StoreError, StoredRecord, WriteTxn};

/// A record on the desk.
#[derive(Clone, Default)]
pub(super) struct Held {
    /// As it was before this push; absent when it was not there.
    pub(super) before: Option<StoredRecord>,
    /// As it is now; absent when it is not there.
    pub(super) now: Option<Entity>,
    /// Whether every operation on it in this push did what it said and no more.
    pub(super) plain: bool,
}

/// What a push is doing.
pub(super) struct Desk<'a> {
    pub(super) txn: &'a mut dyn WriteTxn,
    pub(super) sender: Sender<'a>,
    pub(super) clock: &'a RequestClock,
    pub(super) erasures: Erasures,
    grants: HashMap<StreamRef, Option<Grant>>,
    /// Records on which something waits for a newer server, so that what follows waits too.
    parked: BTreeSet<EntityId>,
    /// Operations that are looked at again, with when they were done.
    again: BTreeMap<u64, Timestamp>,
    /// Somebody decided that they are taken although their author knew that the case had moved on.
    takes_late: bool,
    work: Work,
    group: Group,
}

/// How to put the current group back: what it wrote over, in order.
#[derive(Default)]
struct Group {
    replaced: Vec<(EntityId, Option<Entity>)>,
    cases: usize,
    met: usize,
    last_eff: Timestamp,
}

/// What a push has done so far.
#[derive(Clone, Default)]
pub(super) struct Work {
    pub(super) records: HashMap<EntityId, Held>,
    /// Records in the order in which they were first touched.
    pub(super) order: Vec<EntityId>,
    /// Cases this push opens.
    pub(super) cases: Vec<CaseId>,
    /// Records that were to be made and were there already (rule 9).
    pub(super) met: Vec<EntityId>,
    /// The effective time of the latest operation.
    pub(super) last_eff: Timestamp,
    /// Records that belong to what was erased and that nobody had spoken of before.
    pub(super) erased: Vec<EntityId>,
    /// When operations were done that did not take effect, for when they are looked at again.
    pub(super) done: BTreeMap<u64, Timestamp>,
}

impl<'a> Desk<'a> {
    /// An empty desk.
    pub(super) fn open(
        txn: &'a mut dyn WriteTxn,
        sender: Sender<'a>,
        clock: &'a RequestClock,
    ) -> Result<Self, StoreError> {
        let replica = &sender.session.replica;
        let parked = txn.list_parked(sender.session.org, replica.number)?.into_iter().collect();
        let work = Work { last_eff: replica.last_eff, ..Work::default() };
        Ok(Self {
            txn,
            sender,
            clock,
            erasures: Erasures::default(),
            grants: HashMap::new(),
            parked,
            again: BTreeMap::new(),
            takes_late: false,
            work,
            group: Group::default(),
        })
    }

    /// An empty desk for operations that were set aside and are looked at again; `again` says when they were done.
    pub(super) fn reopen(
        txn: &'a mut dyn WriteTxn,
        sender: Sender<'a>,
        clock: &'a RequestClock,
        again: BTreeMap<u64, Timestamp>,
        takes_late: bool,
    ) -> Self {
        Self {
            txn,
            sender,
            clock,
            erasures: Erasures::default(),
            grants: HashMap::new(),
            parked: BTreeSet::new(),
            again,
            takes_late,
            work: Work::default(),
            group: Group::default(),
        }
    }

    /// When operation `n` was done, if it is looked at again.
    pub(super) fn done_before(&self, n: u64) -> Option<Timestamp> {
        self.again.get(&n).copied()
    }

    /// Whether work is taken although its author knew that the case had moved on.
    pub(super) fn takes_late(&self) -> bool {
        self.takes_late
    }

    /// What was done, to be written.
    pub(super) fn close(self) -> Work {
        Work { erased: self.erasures.fresh, ..self.work }
    }

    /// The record with this id as it is now.
    pub(super) fn find(&mut self, id: EntityId) -> Result<Option<Entity>, StoreError> {
        if !self.work.records.contains_key(&id) {
            let before = self.txn.find_record(self.sender.session.org, id)?;
            let now = before.as_ref().map(|record| record.entity.clone());
            self.work.records.insert(id, Held { before, now, plain: true });
            self.work.order.push(id);
        }
        Ok(self.work.records.get(&id).and_then(|held| held.now.clone()))
    }

    /// The sender's grant of a stream, revoked ones too.
    pub(super) fn find_grant(&mut self, stream: StreamRef) -> Result<Option<Grant>, StoreError> {
        if let Some(known) = self.grants.get(&stream) {
            return Ok(*known);
        }
        let session = self.sender.session;
        let found = self.txn.find_grant(session.org, session.person.no, stream)?;
        self.grants.insert(stream, found);
        Ok(found)
    }

    /// Whether this push opens the case.
    pub(super) fn opens(&self, case: CaseId) -> bool {
        self.work.cases.contains(&case)
    }

    /// Opens a case when this push is written.
    pub(super) fn open_case(&mut self, case: CaseId) {
        self.work.cases.push(case);
    }

    /// Remembers that this record was to be made and was there already.
    pub(super) fn note_met(&mut self, id: EntityId) {
        self.work.met.push(id);
    }

    /// Puts a record down as it is now.
    pub(super) fn put(&mut self, entity: Entity) {
        if let Some(held) = self.work.records.get_mut(&entity.id) {
            self.group.replaced.push((entity.id, held.now.take()));
            held.now = Some(entity);
        }
    }

    /// Remembers that an operation on this record did something other than it said.
    pub(super) fn not_plain(&mut self, id: EntityId) {
        if let Some(held) = self.work.records.get_mut(&id) {
            held.plain = false;
        }
    }

    /// Whether operations on this record wait for a newer server.
    pub(super) fn is_parked(&self, id: EntityId) -> bool {
        self.parked.contains(&id)
    }

    /// Lets later operations on this record wait too.
    pub(super) fn park(&mut self, id: EntityId) {
        self.parked.insert(id);
    }

    /// The effective time of the latest operation.
    pub(super) fn last_eff(&self) -> Timestamp {
        self.work.last_eff
    }

    /// Moves the effective time on.
    pub(super) fn set_last_eff(&mut self, eff: Timestamp) {
        self.work.last_eff = eff;
    }

    /// Remembers when an operation was done that did not take effect.
    pub(super) fn note_done(&mut self, n: u64, eff: Timestamp) {
        self.work.done.insert(n, eff);
    }

    /// From here on, [`Desk::put_back`] puts everything back.
    pub(super) fn begin_group(&mut self) {
        let Work { cases, met, last_eff, .. } = &self.work;
        let (cases, met, last_eff) = (cases.len(), met.len(), *last_eff);
        self.group = Group { replaced: Vec::new(), cases, met, last_eff };
    }

    /// Puts back what was done since the group began. A record that came into being since then ceases to be.
    pub(super) fn put_back(&mut self) {
        let Group { replaced, cases, met, last_eff } = std::mem::take(&mut self.group);
        for (id, entity) in replaced.into_iter().rev() {
            if let Some(held) = self.work.records.get_mut(&id) {
                held.now = entity;
                held.plain = false;
            }
        }
        self.work.cases.truncate(cases);
        self.work.met.truncate(met);
        self.work.last_eff = last_eff;
    }
}
