//! Handing a person's record on, as files.
#![expect(clippy::needless_pass_by_value, reason = "lists cross the boundary by value")]

use alongside_core::exchange::{ExportFile, ExportForm, Passage, PassageDecision};
use alongside_core::model::kinds::PassageReason;
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// One export of the person's record as a file, with marked passages left out. Needs no network. Blocks for a file read.
    ///
    /// Fails with `Invalid` (`sharing`, `NotShared`) when the person said no to the practice, with `NotAllowed` for anybody but a
    /// link worker, or with `NotFound`.
    pub fn export(&self, case: CaseId, form: ExportForm) -> Result<ExportFile, AlongsideError> {
        Ok(self.core.export(case, form)?)
    }

    /// The marked passages that somebody must decide about before `subject_access`. Blocks for a file read.
    ///
    /// Fails with `NotAllowed` or `NotFound`.
    pub fn passages(&self, case: CaseId) -> Result<Vec<Passage>, AlongsideError> {
        Ok(self.core.passages(case)?)
    }

    /// Everything this phone holds about the person, for the person: a page, and the records as a file. Blocks for a file read.
    ///
    /// Fails with `Invalid` (`decisions`, `Undecided`) while a marked passage waits for a decision, with `NotAllowed` or `NotFound`.
    pub fn subject_access(
        &self,
        case: CaseId,
        decisions: Vec<PassageDecision>,
    ) -> Result<Vec<ExportFile>, AlongsideError> {
        Ok(self.core.subject_access(case, &decisions)?)
    }

    /// Marks words of a record as not simply to be passed on. Blocks for a file write.
    ///
    /// Fails with `Invalid` when the record is a draft or does not hold these words, or with `NotFound`.
    pub fn mark_passage(
        &self,
        record: EntityId,
        passage: &str,
        why: PassageReason,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.mark_passage(record, passage, why)?)
    }

    /// Takes a mark back. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn lift_passage_mark(&self, mark: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.lift_passage_mark(mark)?)
    }
}
