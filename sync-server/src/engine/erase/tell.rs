//! Telling phones: a row to whoever may read the stream, and a word beside the streams to everybody else whose phone may hold
//! something of it.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::merge;
use alongside_core::model::{Audience, CaseId, EntityId, State, StreamRef};

use super::about::About;
use crate::store::{Grant, OrgNo, PersonNo, Seq, StoreError, StoredRecord, StreamNo, WriteTxn};

/// Who is told of what.
pub(super) struct Told {
    org: OrgNo,
    seq: Seq,
    asked: Vec<EntityId>,
    streams: BTreeSet<StreamNo>,
    /// Where the records were that are gone.
    homes: BTreeMap<EntityId, StreamRef>,
    /// Replicas that wrote on something that is gone.
    authors: BTreeSet<(u32, EntityId)>,
    notices: BTreeSet<(PersonNo, EntityId)>,
}

impl Told {
    pub(super) fn new(org: OrgNo, seq: Seq, asked: &[EntityId]) -> Self {
        Self {
            org,
            seq,
            asked: asked.to_vec(),
            streams: BTreeSet::new(),
            homes: BTreeMap::new(),
            authors: BTreeSet::new(),
            notices: BTreeSet::new(),
        }
    }

    /// The commit.
    pub(super) fn seq(&self) -> Seq {
        self.seq
    }

    /// A replica has, or had, an operation that is gone.
    pub(super) fn author(&mut self, replica: u32, about: &About) {
        // Of a case that goes whole, the case is enough to say.
        let case = about.with.iter().chain(&about.record).find(|id| self.asked.contains(id));
        self.authors.extend(case.or(about.record.as_ref()).map(|id| (replica, *id)));
    }

    /// Somebody's phone left a text about something that is gone.
    pub(super) fn person(&mut self, person: PersonNo, about: &About) {
        self.notices.extend(about.record.map(|id| (person, id)));
    }

    /// A case goes whole: everybody who ever read any of it is told, also those who may still, since of the case itself not
    /// every stream holds the record that says so.
    pub(super) fn whole_case(&mut self, txn: &dyn WriteTxn, case: CaseId) -> Result<(), StoreError> {
        for audience in Audience::ALL.into_iter().filter(|audience| audience.is_of_case()) {
            let Some(stream) = txn.find_stream(self.org, StreamRef::of_case(case, audience))? else {
                continue;
            };
            let readers = txn.list_ever_granted(stream)?.into_iter();
            self.notices.extend(readers.map(|(person, _)| (person, EntityId(case.0))));
        }
        Ok(())
    }

    /// Writes it all down.
    pub(super) fn close(mut self, txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
        let streams: Vec<StreamNo> = std::mem::take(&mut self.streams).into_iter().collect();
        txn.note_written(&streams, self.seq)?;
        for (replica, id) in std::mem::take(&mut self.authors) {
            let Some(author) = txn.find_author(self.org, replica)? else { continue };
            let reads = match self.homes.get(&id) {
                Some(home) => txn.find_grant(self.org, author.person.no, *home)?,
                None => None,
            };
            if !matches!(reads, Some(Grant { revoked: None, .. })) {
                self.notices.insert((author.person.no, id));
            }
        }
        for (person, id) in &self.notices {
            txn.tell_erased(*person, *id, self.seq)?;
        }
        Ok(())
    }
}

/// Puts the tombstone in a record's place, and says whether there was anything to erase. Whoever lost the stream after the
/// record was made is told beside it.
pub(super) fn erase_record(
    txn: &mut dyn WriteTxn,
    told: &mut Told,
    id: EntityId,
) -> Result<bool, StoreError> {
    let Some(record) = txn.find_record(told.org, id)? else { return Ok(false) };
    if record.entity.state == State::Erased {
        return Ok(false);
    }
    told.streams.insert(record.stream);
    told.homes.insert(id, record.entity.stream);
    for (person, grant) in txn.list_ever_granted(record.stream)? {
        let had_it = grant.revoked.is_some_and(|revoked| revoked >= record.created);
        if had_it && !record.entity.stream.case().is_some_and(|case| told.asked.contains(&EntityId(case.0))) {
            told.notices.insert((person, id));
        }
    }
    txn.remove_attachment(record.no)?;
    let entity = merge::erase(&record.entity);
    txn.save_record(&StoredRecord { entity, seq: told.seq, written: BTreeMap::new(), ..record })?;
    Ok(true)
}
