//! Writing services in one commit: only what changed, and nothing at all when nothing did.
//!
//! An imported service has no operation behind it, so its origin is replica 0, which no phone ever has.

use std::collections::BTreeMap;

use alongside_core::model::{
    Cell, Entity, EntityId, Fields, Origin, PersonId, Record, State, StreamRef, Timestamp, kinds::Service,
};
use serde_json::Value;

use super::author::load_author;
use super::stream::open_directory;
use crate::store::{AuditEntry, Organisation, Seq, StoreError, StoredRecord, StreamNo, WriteTxn};

/// A transaction with what it has done so far.
pub(super) struct Writing<'a> {
    pub(super) txn: &'a mut dyn WriteTxn,
    organisation: &'a Organisation,
    now: Timestamp,
    begun: Option<Begun>,
    written: u64,
}

/// What a commit needs, made when there is first something to write.
#[derive(Clone, Copy)]
struct Begun {
    seq: Seq,
    stream: StreamNo,
    by: PersonId,
}

impl<'a> Writing<'a> {
    pub(super) fn begin(txn: &'a mut dyn WriteTxn, organisation: &'a Organisation, now: Timestamp) -> Self {
        Self { txn, organisation, now, begun: None, written: 0 }
    }

    /// Whether a service was erased at somebody's request.
    pub(super) fn is_erased(&self, id: EntityId) -> Result<bool, StoreError> {
        self.txn.is_erased(self.organisation.no, id)
    }

    /// Adds a service.
    pub(super) fn add(&mut self, id: EntityId, fields: Fields) -> Result<(), StoreError> {
        let Begun { seq, stream, by } = self.begun()?;
        let cell = |value| Cell { value, rev: 1, eff: self.now, by, origin: Origin::default() };
        let entity = Entity {
            id,
            kind: Service::ENTRY.name.to_owned(),
            stream: StreamRef::directory(self.organisation.id),
            state: State::Active,
            rev: 1,
            author: by,
            cells: fields.into_iter().map(|(name, value)| (name, cell(value))).collect(),
            siblings: BTreeMap::new(),
            sealed: None,
        };
        self.written += 1;
        self.txn.add_record(self.organisation.no, stream, &entity, seq)
    }

    /// Writes these fields of a service; `null` clears one.
    pub(super) fn set(&mut self, mut stored: StoredRecord, changed: Fields) -> Result<(), StoreError> {
        let Begun { seq, by, .. } = self.begun()?;
        let rev = stored.entity.rev + 1;
        for (name, value) in changed {
            let cell = Cell { value, rev, eff: self.now, by, origin: Origin::default() };
            stored.entity.cells.insert(name.clone(), cell);
            stored.written.insert(name, seq);
        }
        stored.entity.rev = rev;
        stored.seq = seq;
        self.written += 1;
        self.txn.save_record(&stored)
    }

    /// Tells the directory's readers that there is something new.
    pub(super) fn finish(self) -> Result<(), StoreError> {
        let Some(Begun { seq, stream, .. }) = self.begun else { return Ok(()) };
        self.txn.note_written(&[stream], seq)?;
        let (act, detail) = ("import_directory".to_owned(), Some(format!("{} services", self.written)));
        let target = Some(self.organisation.id.0);
        let entry = AuditEntry { at: self.now, actor: None, act, target, detail };
        self.txn.add_audit(self.organisation.no, &entry)
    }

    fn begun(&mut self) -> Result<Begun, StoreError> {
        if let Some(begun) = self.begun {
            return Ok(begun);
        }
        let by = load_author(self.txn, self.organisation, self.now)?.id;
        let seq = self.txn.next_seq(self.organisation.no)?;
        let stream = open_directory(self.txn, self.organisation, seq)?;
        Ok(*self.begun.insert(Begun { seq, stream, by }))
    }
}

/// The fields in which what a feed says now differs from what is stored. What no feed says stays as it is.
pub(super) fn changes(stored: &Entity, said: &Fields) -> Fields {
    let feed_fields = Service::ENTRY.fields.iter().filter(|field| field.name != "last_confirmed_at");
    let changed = feed_fields.filter_map(|field| {
        let now = said.get(field.name).unwrap_or(&Value::Null);
        let before = stored.cells.get(field.name).map_or(&Value::Null, |cell| &cell.value);
        (now != before).then(|| (field.name.to_owned(), now.clone()))
    });
    changed.collect()
}
