//! Needs, in the client's words, and what became of them.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::NeedView;
use alongside_core::model::kinds::{NeedCategory, Resolution};
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Writes down a need as the client said it. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words.
    pub fn raise_need(
        &self,
        case: CaseId,
        category: NeedCategory,
        words: &str,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.raise_need(case, category, words)?)
    }

    /// Says what became of a need, and what stood in the way where something did. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    #[uniffi::method(default(barrier = None))]
    pub fn resolve_need(
        &self,
        need: EntityId,
        resolution: Resolution,
        barrier: Option<String>,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.resolve_need(need, resolution, barrier.as_deref())?)
    }

    /// The needs of a case that nothing nearby serves. Blocks for a file read.
    pub fn unserved_needs(&self, case: CaseId) -> Result<Vec<NeedView>, AlongsideError> {
        Ok(self.core.unserved_needs(case)?)
    }

    /// The needs of a case, newest first. Blocks for a file read.
    pub fn needs(&self, case: CaseId) -> Result<Vec<NeedView>, AlongsideError> {
        Ok(self.core.needs(case)?)
    }
}
