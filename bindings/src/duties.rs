//! What is owed to a client.

use alongside_core::companion::{DutyView, NewDuty};
use alongside_core::model::kinds::DutyStatus;
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Writes down what is owed to a client, in this person's name. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words.
    pub fn make_duty(&self, case: CaseId, new: &NewDuty) -> Result<EntityId, AlongsideError> {
        Ok(self.core.make_duty(case, new)?)
    }

    /// Takes a duty, from the team's queue or from a colleague. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn take_duty(&self, duty: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.take_duty(duty)?)
    }

    /// Hands a duty to the team's queue, where somebody else takes it. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn hand_duty_to_team(&self, duty: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.hand_duty_to_team(duty)?)
    }

    /// Settles a duty: done, or not owed any more. What came of it is said in words. Blocks for a file write.
    ///
    /// Fails with `Invalid` without an outcome, or when it is settled already, or with `NotFound`.
    pub fn settle_duty(
        &self,
        duty: EntityId,
        status: DutyStatus,
        outcome: &str,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.settle_duty(duty, status, outcome)?)
    }

    /// Settles a promise that was written in a signed note: kept, or not owed any more. Blocks for a file write.
    ///
    /// Fails with `Invalid` without an outcome, when nothing was promised in the note, or when it is settled already, or
    /// with `NotFound`.
    pub fn settle_promise(
        &self,
        note: EntityId,
        status: DutyStatus,
        outcome: &str,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.settle_promise(note, status, outcome)?)
    }

    /// The duties of a case: open ones first, the earliest due on top. Blocks for a file read.
    pub fn duties(&self, case: CaseId) -> Result<Vec<DutyView>, AlongsideError> {
        Ok(self.core.duties(case)?)
    }
}
