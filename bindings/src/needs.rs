//! Needs, in the client's words.

use alongside_core::companion::NeedView;
use alongside_core::model::kinds::NeedCategory;
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

    /// The needs of a case, newest first. Blocks for a file read.
    pub fn needs(&self, case: CaseId) -> Result<Vec<NeedView>, AlongsideError> {
        Ok(self.core.needs(case)?)
    }
}
