//! Phones that ask any process, and go on until one has answered.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use alongside_core::companion::{Companion, NewGoal, Setup};
use alongside_core::model::kinds::WordingBy;
use alongside_core::model::{CaseId, EntityId};
use alongside_core::store::FixedKey;
use alongside_tests::fleet::{FLEET_URL, Fleet, Roaming};

/// How often a phone tries before a test gives up on it.
const TRIES: usize = 400;

/// A real core whose requests go to any process.
pub(crate) struct Phone {
    pub(crate) core: Companion,
    pub(crate) network: Arc<Roaming>,
    case: CaseId,
    written: AtomicUsize,
    _folder: tempfile::TempDir,
}

impl Phone {
    /// A phone enrolled with `code`, whose worker is on `case`.
    pub(crate) async fn enrolled(fleet: &Arc<Fleet>, place: usize, code: &str, case: CaseId) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let network = Arc::new(Roaming::new(fleet.clone(), place));
        let keys = Arc::new(FixedKey::holding([1; 32]));
        let core = Companion::open(Setup::new(folder.path(), keys, network.clone())).unwrap();
        core.enrol(FLEET_URL, code, "test").await.unwrap();
        Self { core, network, case, written: AtomicUsize::new(0), _folder: folder }
    }

    /// Writes a goal with these words, and rewords one that everybody rewords.
    pub(crate) fn write(&self, words: &str) {
        let new = NewGoal { wording: words.into(), wording_by: WordingBy::Client, category: None };
        self.core.agree_goal(self.case, &new).unwrap();
        self.written.fetch_add(1, Ordering::SeqCst);
        // With a planted bug, a phone may hold half a goal and not be able to show it.
        let goals = self.core.goals(self.case).unwrap_or_default();
        if let Some(common) = goals.iter().min_by_key(|goal| goal.id) {
            self.core.reword_goal(common.id, &format!("also {words}"), WordingBy::Client).unwrap();
        }
    }

    /// Syncs once; whether it went through.
    pub(crate) async fn synchronise(&self) -> bool {
        self.core.synchronise(Duration::from_secs(60)).await.is_ok()
    }

    /// Syncs until everything is sent and nothing new comes. False when that does not happen.
    pub(crate) async fn settle(&self) -> bool {
        for _ in 0..TRIES {
            let report = self.core.synchronise(Duration::from_secs(60)).await;
            if report.is_ok_and(|report| report.received == 0) && self.unsent() == 0 {
                return true;
            }
            tokio::task::yield_now().await;
        }
        false
    }

    /// How many goals were written.
    pub(crate) fn written(&self) -> usize {
        self.written.load(Ordering::SeqCst)
    }

    pub(crate) fn unsent(&self) -> u64 {
        self.core.sync_state().unwrap().unsent
    }

    /// Everything the phone shows, by id.
    pub(crate) fn shown(&self) -> BTreeMap<EntityId, String> {
        let mut shown = BTreeMap::new();
        let mut take = |row: alongside_core::store::record::RecordRow| {
            let text = format!("{} {:?} {:?} {:?}", row.kind, row.state, row.fields, row.siblings);
            shown.insert(row.id, text);
        };
        self.core.visit_records(&mut take).unwrap();
        shown
    }
}
