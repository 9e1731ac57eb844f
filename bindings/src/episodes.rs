//! Stretches of support: begun, paused with the door open, taken up again.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::EpisodeView;
use alongside_core::journey::finding::Finding;
use alongside_core::model::{CaseId, EntityId, Timestamp};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Begins to support a client, or begins again after an ending. Blocks for a file write.
    ///
    /// Fails with `Invalid` while a stretch of support has not ended, or with `NotFound`.
    pub fn begin_episode(&self, case: CaseId) -> Result<EntityId, AlongsideError> {
        Ok(self.core.begin_episode(case)?)
    }

    /// The client asks for a pause. Somebody looks at it again on the day they said, or after four weeks. Blocks for a file write.
    ///
    /// Fails with `Invalid` when the support is paused or has ended, or with `NotFound` before it began.
    #[uniffi::method(default(words = None, review_at = None))]
    pub fn pause_for_client(
        &self,
        case: CaseId,
        words: Option<String>,
        review_at: Option<Timestamp>,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.pause_for_client(case, words.as_deref(), review_at)?)
    }

    /// What is still to be tried before a client counts as out of reach. Empty when enough was. Blocks for a file read.
    pub fn check_lost_contact(&self, case: CaseId) -> Result<Vec<Finding>, AlongsideError> {
        Ok(self.core.check_lost_contact(case)?)
    }

    /// Nobody could be reached, and enough was tried: the support pauses with the door open. What got in the way is said in
    /// words; it is never the client. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words, or while `check_lost_contact` names something to try, or with `NotFound`.
    pub fn pause_with_door_open(&self, case: CaseId, barrier: &str) -> Result<(), AlongsideError> {
        Ok(self.core.pause_with_door_open(case, barrier)?)
    }

    /// The client is back: a pause ends, or after an ending a new stretch of support begins. Blocks for a file write.
    ///
    /// Fails with `Invalid` when the support is under way, or with `NotFound` before it began.
    pub fn welcome_back(&self, case: CaseId) -> Result<EntityId, AlongsideError> {
        Ok(self.core.welcome_back(case)?)
    }

    /// The stretches of support of a case, newest first. Blocks for a file read.
    pub fn episodes(&self, case: CaseId) -> Result<Vec<EpisodeView>, AlongsideError> {
        Ok(self.core.episodes(case)?)
    }
}
