//! Drafts to finish.

use alongside_core::companion;
use alongside_core::model::{CaseId, EntityId, Timestamp};

use crate::{AlongsideError, Companion};

/// A draft in the list of drafts to finish.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DraftSummary {
    /// The record it is or will be.
    pub id: EntityId,
    /// Its kind, by catalogue name: `visit_note` or `assessment`.
    pub kind: String,
    /// The case it is about.
    pub case: CaseId,
    /// When it was begun.
    pub started: Timestamp,
    /// Whether it has been saved, or is still an open form.
    pub saved: bool,
}

impl From<companion::DraftSummary> for DraftSummary {
    fn from(draft: companion::DraftSummary) -> Self {
        let companion::DraftSummary { id, kind, case, started, saved } = draft;
        Self { id, kind: kind.to_owned(), case, started, saved }
    }
}

#[uniffi::export]
impl Companion {
    /// This person's drafts: notes not yet signed and assessments not yet submitted, newest first. Blocks for a file read.
    pub fn drafts(&self) -> Result<Vec<DraftSummary>, AlongsideError> {
        Ok(self.core.drafts()?.into_iter().map(DraftSummary::from).collect())
    }

    /// Throws a draft away: its form closes, and what was saved of it is put away. Blocks for a file write.
    ///
    /// Fails with `Invalid` when it was signed or submitted, or with `NotFound`.
    pub fn discard_draft(&self, id: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.discard_draft(id)?)
    }
}
