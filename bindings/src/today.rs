//! The first screen and the screen of a visit.

use alongside_core::companion::{self, CaseOverview, DutyLine, PlaceVisits, QuietLine, SyncState};
use alongside_core::model::{CaseId, Timestamp};

use crate::drafts::DraftSummary;
use crate::{AlongsideError, Companion};

/// A link worker's day. It never counts assessments.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Today {
    /// The date on UK clocks, as `2026-11-25`.
    pub day: String,
    /// The visits and calls of the day by place, in the order of the day.
    pub visits: Vec<PlaceVisits>,
    /// What is owed by the end of the day, and every referral that came back: these first.
    pub duties: Vec<DutyLine>,
    /// People it has been quiet with for longer than agreed, the longest first.
    pub quiet: Vec<QuietLine>,
    /// Drafts to finish.
    pub drafts: Vec<DraftSummary>,
    /// What is on this phone only, and since when.
    pub on_this_phone: SyncState,
}

impl From<companion::Today> for Today {
    fn from(today: companion::Today) -> Self {
        let companion::Today { day, visits, duties, quiet, drafts, on_this_phone } = today;
        let drafts = drafts.into_iter().map(DraftSummary::from).collect();
        Self { day, visits, duties, quiet, drafts, on_this_phone }
    }
}

#[uniffi::export]
impl Companion {
    /// The day of this link worker that `at` lies in. Blocks for a file read.
    pub fn today(&self, at: Timestamp) -> Result<Today, AlongsideError> {
        Ok(self.core.today(at)?.into())
    }

    /// What a worker sees first at a visit: the client's own words, what was promised, how to reach them safely, and what the
    /// rules found. Blocks for a file read.
    ///
    /// Fails with `NotFound` when this phone does not have the case.
    pub fn case_overview(&self, case: CaseId) -> Result<CaseOverview, AlongsideError> {
        Ok(self.core.case_overview(case)?)
    }
}
