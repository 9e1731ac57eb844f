//! What a phone need not be told back: what it has just said itself, where that was taken as it was said.

use std::collections::HashMap;

use alongside_core::model::{CaseId, EntityId, StreamRef};

use super::desk::Work;
use super::write::is_changed;
use crate::store::{Seq, StoredRecord};

/// The plain effects of a push.
#[derive(Default)]
pub(in crate::engine) struct Echo {
    /// The commit of the push, if it changed anything.
    pub(in crate::engine) commit: Option<Seq>,
    /// Records on which every operation was plainly applied, with the commit they were last changed in before; absent for
    /// records that this push made.
    plain: HashMap<EntityId, Option<Seq>>,
    /// The same, stream by stream.
    streams: HashMap<StreamRef, Vec<Option<Seq>>>,
    opened: Vec<CaseId>,
}

impl Echo {
    pub(super) fn of(work: &Work, commit: Option<Seq>) -> Self {
        let mut echo = Self { commit, opened: work.cases.clone(), ..Self::default() };
        for (id, held) in work.records.iter().filter(|(_, held)| held.plain) {
            let Some(now) = &held.now else { continue };
            let before = held.before.as_ref().map(|before| before.seq);
            echo.plain.insert(*id, before);
            if is_changed(held) {
                echo.streams.entry(now.stream).or_default().push(before);
            }
        }
        echo
    }

    /// How many records of a stream this push changed that a phone which had read up to `from` knows as they are now.
    pub(in crate::engine) fn count(&self, stream: StreamRef, from: Seq) -> usize {
        let changed = self.streams.get(&stream).into_iter().flatten();
        changed.filter(|before| before.is_none_or(|seq| seq <= from)).count()
    }

    /// Whether a phone that had read up to `from` knows this record as it is now. Its grant of the stream must be older
    /// than `from` too.
    pub(in crate::engine) fn covers(&self, record: &StoredRecord, from: Seq) -> bool {
        let known = self.plain.get(&record.entity.id);
        Some(record.seq) == self.commit && known.is_some_and(|before| before.is_none_or(|seq| seq <= from))
    }

    /// Whether this push opened the case, so that the phone has all that is in it.
    pub(in crate::engine) fn opened(&self, case: CaseId) -> bool {
        self.opened.contains(&case)
    }
}
