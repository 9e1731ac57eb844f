//! How long after the program's start the page was first served, and the first caseload on it.

use std::sync::Arc;
use std::sync::OnceLock;

use alongside_core::ports::Clock;

/// Two stopwatches that stop at the first answer of their sort.
pub struct FirstAnswers {
    clock: Arc<dyn Clock>,
    began_ms: u64,
    page_ms: OnceLock<u64>,
    caseload_ms: OnceLock<u64>,
}

impl FirstAnswers {
    /// Starts both.
    pub fn starting_now(clock: Arc<dyn Clock>) -> Arc<Self> {
        let began_ms = clock.read().elapsed_ms;
        Arc::new(Self { clock, began_ms, page_ms: OnceLock::new(), caseload_ms: OnceLock::new() })
    }

    /// Milliseconds since the start.
    pub fn since_start_ms(&self) -> u64 {
        self.clock.read().elapsed_ms.saturating_sub(self.began_ms)
    }

    /// Milliseconds to the first page, once it was served.
    pub fn page_ms(&self) -> Option<u64> {
        self.page_ms.get().copied()
    }

    /// Milliseconds to the first caseload with somebody on it, once it was served.
    pub fn caseload_ms(&self) -> Option<u64> {
        self.caseload_ms.get().copied()
    }

    /// The page is being served.
    pub(super) fn page(&self) {
        self.page_ms.get_or_init(|| self.since_start_ms());
    }

    /// A caseload with somebody on it is being served.
    pub(super) fn caseload(&self) {
        self.caseload_ms.get_or_init(|| self.since_start_ms());
    }
}

impl std::fmt::Debug for FirstAnswers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FirstAnswers").field("page_ms", &self.page_ms).finish_non_exhaustive()
    }
}
