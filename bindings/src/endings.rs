//! Ending the support.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{ClosureView, EndingCheck, NewEnding};
use alongside_core::model::kinds::ClosureDecision;
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Looks at an ending before it is made: what stands open, and what stands against it. Blocks for a file read.
    ///
    /// Fails with `NotFound` when no support is under way.
    pub fn check_ending(&self, case: CaseId, ending: &NewEnding) -> Result<EndingCheck, AlongsideError> {
        Ok(self.core.check_ending(case, ending)?)
    }

    /// Ends the support. What stood open is written down with it. Blocks for a file write.
    ///
    /// Fails with `Invalid` when `check_ending` names something against it, or with `NotFound`.
    pub fn end_episode(&self, case: CaseId, ending: &NewEnding) -> Result<EntityId, AlongsideError> {
        Ok(self.core.end_episode(case, ending)?)
    }

    /// Writes down that the support goes on, pauses, or is looked at by a second person, after an ending was thought of.
    /// Blocks for a file write.
    ///
    /// Fails with `Invalid` without a reason, or when the decision is to end, or with `NotFound`.
    #[uniffi::method(default(client_view = None))]
    pub fn decide_closure(
        &self,
        case: CaseId,
        decision: ClosureDecision,
        why: &str,
        client_view: Option<String>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.decide_closure(case, decision, why, client_view.as_deref())?)
    }

    /// What was decided each time somebody looked at an ending, newest first. Blocks for a file read.
    pub fn closure_checks(&self, case: CaseId) -> Result<Vec<ClosureView>, AlongsideError> {
        Ok(self.core.closure_checks(case)?)
    }
}
