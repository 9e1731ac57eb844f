//! Where a link worker's time goes, and the doors that stayed shut. Nobody else reads a line.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{AccessDeniedView, NewWork, WorkMinutes, WorklogView};
use alongside_core::model::kinds::DeniedThing;
use alongside_core::model::{EntityId, Timestamp};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Writes down where time went. Blocks for a file write.
    ///
    /// Fails with `Invalid` with minutes outside a day, or a day still to come.
    pub fn log_work(&self, new: &NewWork) -> Result<EntityId, AlongsideError> {
        Ok(self.core.log_work(new)?)
    }

    /// Writes down that a door stayed shut: no room, no records, nobody who would meet. Blocks for a file write.
    ///
    /// Fails with `Invalid` without a place.
    #[uniffi::method(default(words = None))]
    pub fn log_access_denied(
        &self,
        place: &str,
        denied: DeniedThing,
        words: Option<String>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.log_access_denied(place, denied, words.as_deref())?)
    }

    /// This worker's time from one moment to another, the end not included, newest first. Blocks for a file read.
    pub fn worklog(&self, from: Timestamp, to: Timestamp) -> Result<Vec<WorklogView>, AlongsideError> {
        Ok(self.core.worklog(from, to)?)
    }

    /// This worker's minutes by sort of work from one moment to another. Blocks for a file read.
    pub fn work_minutes(&self, from: Timestamp, to: Timestamp) -> Result<Vec<WorkMinutes>, AlongsideError> {
        Ok(self.core.work_minutes(from, to)?)
    }

    /// The doors that stayed shut to this worker, newest first. Blocks for a file read.
    pub fn access_denied(&self) -> Result<Vec<AccessDeniedView>, AlongsideError> {
        Ok(self.core.access_denied()?)
    }
}
