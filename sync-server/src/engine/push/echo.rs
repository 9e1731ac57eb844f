//! What a phone need not be told back: what it has just said itself, where that was taken as it was said.

use std::collections::HashMap;

use alongside_core::model::{CaseId, EntityId};

use super::desk::Work;
use crate::store::{Seq, StoredRecord};

/// The plain effects of a push.
#[derive(Default)]
pub(in crate::engine) struct Echo {
    /// The commit of the push, if it changed anything.
    pub(in crate::engine) commit: Option<Seq>,
    /// Records on which every operation was plainly applied, with the commit they were last changed in before; absent for
    /// records that this push made.
    plain: HashMap<EntityId, Option<Seq>>,
    opened: Vec<CaseId>,
}

impl Echo {
    pub(super) fn of(work: &Work, commit: Option<Seq>) -> Self {
        let plain = work.records.iter().filter(|(_, held)| held.plain && held.now.is_some());
        Self {
            commit,
            plain: plain.map(|(id, held)| (*id, held.before.as_ref().map(|before| before.seq))).collect(),
            opened: work.cases.clone(),
        }
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
