//! Assessments held as a conversation: paused and resumed for weeks, submitted once.

use alongside_core::companion::{AssessmentSummary, AssessmentView};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

/// An instrument that an assessment can be held with.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct InstrumentSummary {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

#[uniffi::export]
impl Companion {
    /// The instruments this phone can hold assessments with.
    pub fn instruments(&self) -> Vec<InstrumentSummary> {
        let instruments = self.core.instruments().into_iter();
        instruments.map(|(id, title)| InstrumentSummary { id, title }).collect()
    }

    /// Begins an assessment, or goes on with this person's unfinished one of the same instrument and client. Blocks for a
    /// file write.
    ///
    /// Fails with `Invalid` when this phone has no such instrument.
    pub fn start_assessment(
        &self,
        case: CaseId,
        instrument: &str,
        mode: Mode,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.start_assessment(case, instrument, mode)?)
    }

    /// Writes down an answer, on the disk when this returns. Answering again replaces the answer. Blocks for a file write.
    ///
    /// Fails with `Invalid` when the instrument has no such question or the answer is outside its scale.
    pub fn answer(
        &self,
        assessment: EntityId,
        item: &str,
        response: &Response,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.answer(assessment, item, response)?)
    }

    /// Writes down what was said beside a question. Blocks for a file write.
    ///
    /// Fails with `Invalid` when the instrument has no such question or the text is too long.
    pub fn comment(&self, assessment: EntityId, item: &str, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.comment(assessment, item, words)?)
    }

    /// Sets an assessment aside: it is saved as a draft and syncs to its author's other phones, and nobody else's. Blocks
    /// for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn pause_assessment(&self, assessment: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.pause_assessment(assessment)?)
    }

    /// Submits an assessment: what is on the screen is sealed and, after the next sync, received once. Gives the id of the
    /// sealed record. Blocks for a file write.
    ///
    /// Fails with `Invalid` when nothing was answered, or when it was submitted already.
    pub fn submit_assessment(&self, assessment: EntityId) -> Result<EntityId, AlongsideError> {
        Ok(self.core.submit_assessment(assessment)?)
    }

    /// An assessment: a draft as its form shows it, or a submitted one. Blocks for a file read.
    ///
    /// Fails with `NotFound`.
    pub fn assessment(&self, id: EntityId) -> Result<AssessmentView, AlongsideError> {
        Ok(self.core.assessment(id)?)
    }

    /// The submitted assessments of a case, newest first. Blocks for a file read.
    pub fn assessments(&self, case: CaseId) -> Result<Vec<AssessmentSummary>, AlongsideError> {
        Ok(self.core.assessments(case)?)
    }
}
