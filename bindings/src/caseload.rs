//! The list of cases: the first screen of a link worker.

use alongside_core::companion::CaseSummary;

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// All cases on this phone, by name. Blocks for a file read.
    pub fn caseload(&self) -> Result<Vec<CaseSummary>, AlongsideError> {
        Ok(self.core.caseload()?)
    }
}
