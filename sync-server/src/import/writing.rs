//! Writing the records of a batch: cases opened, streams noted, all in one commit of the organisation.
//!
//! An imported record has no operation behind it, so its origin is replica 0, which no phone ever has.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::kinds::NameCard;
use alongside_core::model::{
    CaseId, Cell, Entity, EntityId, Fields, KindEntry, Origin, Record, Sealed, State, StreamRef, Timestamp,
    content_hash,
};

use super::job::Import;
use super::line::Head;
use crate::caseload::{grant_role, open_case};
use crate::store::{AuditEntry, Person, Seq, StoreError, StoredRecord, StreamNo, WriteTxn};

/// A transaction with what it has done so far.
pub(super) struct Writing<'a> {
    txn: &'a mut dyn WriteTxn,
    worker: &'a Person,
    now: Timestamp,
    seq: Option<Seq>,
    cases: BTreeSet<CaseId>,
    streams: BTreeMap<StreamRef, StreamNo>,
    written: BTreeSet<StreamNo>,
    records: usize,
}

impl<'a> Writing<'a> {
    pub(super) fn begin(txn: &'a mut dyn WriteTxn, job: &Import<'a>) -> Self {
        Self {
            txn,
            worker: job.worker,
            now: job.clock.now(),
            seq: None,
            cases: BTreeSet::new(),
            streams: BTreeMap::new(),
            written: BTreeSet::new(),
            records: 0,
        }
    }

    /// The record with this id, those of this batch included.
    pub(super) fn find(&self, id: EntityId) -> Result<Option<StoredRecord>, StoreError> {
        self.txn.find_record(self.worker.org, id)
    }

    /// Whether there is such a case in the organisation.
    pub(super) fn knows_case(&mut self, case: CaseId) -> Result<bool, StoreError> {
        let known = self.cases.contains(&case) || self.txn.find_case(self.worker.org, case)?.is_some();
        if known {
            self.cases.insert(case);
        }
        Ok(known)
    }

    /// Whether a line is about something that was erased at somebody's request: an old file must not bring it back.
    pub(super) fn is_erased(&self, head: &Head) -> Result<bool, StoreError> {
        let org = self.worker.org;
        if !self.txn.has_erasures(org)? {
            return Ok(false);
        }
        for id in [Some(head.id), Some(EntityId(head.case.0)), head.parent].into_iter().flatten() {
            if self.txn.is_erased(org, id)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Makes the case if it is not there, and puts the worker on it.
    pub(super) fn open_case(&mut self, case: CaseId) -> Result<(), StoreError> {
        let (org, seq) = (self.worker.org, self.seq()?);
        if !self.knows_case(case)? {
            open_case(self.txn, org, case, seq, self.now)?;
            self.note("open_case", case.0, "import".to_owned())?;
        }
        let row = self.txn.find_case(org, case)?.ok_or(StoreError::Damaged { table: "case_" })?;
        if self.txn.begin_assignment(row.no, self.worker.no, self.now)? {
            grant_role(self.txn, self.worker, case, seq)?;
        }
        Ok(())
    }

    /// Adds a record, sealed where its kind is sealed and it is not the worker's draft.
    pub(super) fn add(
        &mut self,
        head: &Head,
        stream: StreamRef,
        kind: &KindEntry,
        fields: Fields,
    ) -> Result<(), StoreError> {
        let (seq, no) = (self.seq()?, self.stream(stream)?);
        let by = self.worker.id;
        let seal = kind.sealed && stream.audience == kind.home;
        let sealed = seal.then(|| Sealed { hash: content_hash(kind.name, &fields), by, at: self.now });
        // Something said to be of tomorrow would otherwise look later than every edit until then.
        let eff = head.at.min(self.now);
        let cell = |value| Cell { value, rev: 1, eff, by, origin: Origin::default() };
        let entity = Entity {
            id: head.id,
            kind: kind.name.to_owned(),
            stream,
            state: if seal { State::Sealed } else { State::Active },
            rev: 1,
            author: by,
            cells: fields.into_iter().map(|(name, value)| (name, cell(value))).collect(),
            siblings: BTreeMap::new(),
            sealed,
        };
        self.records += 1;
        self.written.insert(no);
        self.txn.add_record(self.worker.org, no, &entity, seq)
    }

    /// Puts the client's name beside their submitted assessments, as a phone does that submits one, for those who receive them.
    /// A card that is there, or was erased, stays as it is.
    pub(super) fn name_client(&mut self, case: CaseId, at: Timestamp) -> Result<(), StoreError> {
        let id = NameCard::id_of(case);
        if self.find(id)?.is_some() || self.txn.is_erased(self.worker.org, id)? {
            return Ok(());
        }
        let Some(client) = self.find(EntityId(case.0))? else { return Ok(()) };
        let Some(name) = client.entity.cells.get("name") else { return Ok(()) };
        let fields = Fields::from([("name".to_owned(), name.value.clone())]);
        let head = Head { id, case, parent: None, at, moved: false };
        self.add(&head, StreamRef::of_case(case, NameCard::ENTRY.home), NameCard::ENTRY, fields)
    }

    /// Tells the streams' readers that there is something new.
    pub(super) fn finish(mut self) -> Result<(), StoreError> {
        let Some(seq) = self.seq else { return Ok(()) };
        let written: Vec<StreamNo> = std::mem::take(&mut self.written).into_iter().collect();
        self.txn.note_written(&written, seq)?;
        let records = format!("{} records", self.records);
        self.note("import", self.worker.id.0, records)
    }

    /// The number of this commit, taken when there is something to write.
    fn seq(&mut self) -> Result<Seq, StoreError> {
        let seq = match self.seq {
            Some(seq) => seq,
            None => self.txn.next_seq(self.worker.org)?,
        };
        self.seq = Some(seq);
        Ok(seq)
    }

    fn stream(&mut self, name: StreamRef) -> Result<StreamNo, StoreError> {
        if let Some(known) = self.streams.get(&name) {
            return Ok(*known);
        }
        let org = self.worker.org;
        let no = match self.txn.find_stream(org, name)? {
            Some(no) => no,
            None if name == StreamRef::private(self.worker.id) => self.add_private(name)?,
            None => return Err(StoreError::Damaged { table: "stream" }),
        };
        self.streams.insert(name, no);
        Ok(no)
    }

    /// A worker who has never written a draft has no stream for drafts yet.
    fn add_private(&mut self, name: StreamRef) -> Result<StreamNo, StoreError> {
        let seq = self.seq()?;
        let no = self.txn.add_stream(self.worker.org, name)?;
        self.txn.grant(self.worker.no, no, seq)?;
        Ok(no)
    }

    fn note(&mut self, act: &str, target: uuid::Uuid, detail: String) -> Result<(), StoreError> {
        let (target, detail) = (Some(target), Some(detail));
        let entry = AuditEntry { at: self.now, actor: None, act: act.to_owned(), target, detail };
        self.txn.add_audit(self.worker.org, &entry)
    }
}
