//! Who the link worker of a case is, and how much each carries.

use alongside_core::companion::{AssignmentView, LoadView, NewAssignment};
use alongside_core::model::{CaseId, EntityId, Timestamp};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Writes down who the link worker of a case is. The person's account is put on the case by whoever runs the service.
    /// Blocks for a file write.
    ///
    /// Fails with `Invalid` while another is, or when it ends before it begins.
    pub fn assign_worker(&self, case: CaseId, new: &NewAssignment) -> Result<EntityId, AlongsideError> {
        Ok(self.core.assign_worker(case, new)?)
    }

    /// Ends an assignment, at a moment that may lie ahead. Blocks for a file write.
    ///
    /// Fails with `Invalid` when that is before it began, or with `NotFound`.
    pub fn end_assignment(&self, assignment: EntityId, to: Timestamp) -> Result<(), AlongsideError> {
        Ok(self.core.end_assignment(assignment, to)?)
    }

    /// The link workers of a case, the latest first. Blocks for a file read.
    pub fn assignments(&self, case: CaseId) -> Result<Vec<AssignmentView>, AlongsideError> {
        Ok(self.core.assignments(case)?)
    }

    /// How much this link worker carries today, against a ceiling that the organisation set, if it did. Blocks for a file read.
    #[uniffi::method(default(ceiling = None))]
    pub fn my_load(&self, ceiling: Option<i64>) -> Result<LoadView, AlongsideError> {
        Ok(self.core.my_load(ceiling)?)
    }
}
