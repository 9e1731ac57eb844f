//! Assessments held as a conversation: paused and resumed for weeks, submitted once.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{
    AssessmentCopyView, AssessmentStart, AssessmentSummary, AssessmentView, ChangeOverTime, Received,
};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Begins an assessment, or goes on with this person's unfinished one of the same instrument and client, in the version
    /// it was begun with. The answer says what to know first, such as that nobody has asked yet what matters to the client;
    /// nothing in it forbids going on. Blocks for a file write.
    ///
    /// Fails with `Invalid` when this phone has no such instrument, or it is withdrawn and none is unfinished.
    pub fn start_assessment(
        &self,
        case: CaseId,
        instrument: &str,
        mode: Mode,
    ) -> Result<AssessmentStart, AlongsideError> {
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

    /// Takes an answer back, as after a slip of the finger: the question is unanswered again. Blocks for a file write.
    ///
    /// Fails with `Invalid` when the instrument has no such question.
    pub fn clear_answer(&self, assessment: EntityId, item: &str) -> Result<(), AlongsideError> {
        Ok(self.core.clear_answer(assessment, item)?)
    }

    /// Writes down what was said beside a question. Blocks for a file write.
    ///
    /// Fails with `Invalid` when the instrument has no such question or the text is too long.
    pub fn comment(&self, assessment: EntityId, item: &str, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.comment(assessment, item, words)?)
    }

    /// Says which contact an assessment was part of. It is never a contact's only purpose without a reason. Blocks for a file
    /// write.
    ///
    /// Fails with `NotFound`, or with `Invalid` when it was submitted.
    pub fn place_in_contact(&self, assessment: EntityId, contact: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.place_in_contact(assessment, contact)?)
    }

    /// Notes that the client was given a copy there and then. Blocks for a file write.
    ///
    /// Fails with `NotFound`, or with `Invalid` when it was submitted.
    pub fn note_client_copy(&self, assessment: EntityId, had_copy: bool) -> Result<(), AlongsideError> {
        Ok(self.core.note_client_copy(assessment, had_copy)?)
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

    /// Notes that the client would rather not hold this assessment, with their reason if they gave one. Gives the id of the
    /// sealed record. Blocks for a file write.
    ///
    /// Fails with `Invalid` when this phone has no such instrument or the reason is too long.
    #[uniffi::method(default(why = None))]
    pub fn decline_assessment(
        &self,
        case: CaseId,
        instrument: &str,
        mode: Mode,
        why: Option<String>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.decline_assessment(case, instrument, mode, why.as_deref())?)
    }

    /// Gives up an assessment that was begun. What was said until then stays with its author and goes nowhere; that it was
    /// given up is sealed. Gives the id of the sealed record. Blocks for a file write.
    ///
    /// Fails with `Invalid` when it was submitted or the reason is too long, or with `NotFound`.
    #[uniffi::method(default(why = None))]
    pub fn abandon_assessment(
        &self,
        assessment: EntityId,
        why: Option<String>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.abandon_assessment(assessment, why.as_deref())?)
    }

    /// Gives the client a copy of a submitted assessment in plain words. Sharing it again changes nothing. Gives the id of
    /// the copy. Blocks for a file write.
    ///
    /// Fails with `Invalid` before it is submitted and when there is nothing to copy, or with `NotFound`.
    pub fn share_assessment(&self, assessment: EntityId) -> Result<EntityId, AlongsideError> {
        Ok(self.core.share_assessment(assessment)?)
    }

    /// The copies the client has, newest first. Blocks for a file read.
    pub fn assessment_copies(&self, case: CaseId) -> Result<Vec<AssessmentCopyView>, AlongsideError> {
        Ok(self.core.assessment_copies(case)?)
    }

    /// How the client's answers to one instrument have moved, question by question: raw differences, never averaged across
    /// questions. Blocks for a file read.
    pub fn change_over_time(&self, case: CaseId, instrument: &str) -> Result<ChangeOverTime, AlongsideError> {
        Ok(self.core.change_over_time(case, instrument)?)
    }

    /// An assessment: a draft as its form shows it, or a submitted one. Blocks for a file read.
    ///
    /// Fails with `NotFound`.
    pub fn assessment(&self, id: EntityId) -> Result<AssessmentView, AlongsideError> {
        Ok(self.core.assessment(id)?)
    }

    /// The submitted assessments of a case, newest first; with those that were declined or given up, which say so. Blocks for a file read.
    pub fn assessments(&self, case: CaseId) -> Result<Vec<AssessmentSummary>, AlongsideError> {
        Ok(self.core.assessments(case)?)
    }
    /// The assessments this phone holds that were submitted, those received last first, a page at a time: the newest, or
    /// those after one that was listed before. Blocks for a file read.
    ///
    /// Fails with `NotFound` when that one is no longer here.
    #[uniffi::method(default(after = None))]
    pub fn received_assessments(&self, after: Option<EntityId>) -> Result<Received, AlongsideError> {
        Ok(self.core.received_assessments(after)?)
    }
}
