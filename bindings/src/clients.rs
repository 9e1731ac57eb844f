//! The client of a case, and the card of their link worker.

use alongside_core::companion::{ClientView, NewClient};
use alongside_core::model::CaseId;
use alongside_core::model::kinds::LinkWorkerCard;

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Opens a case for a client; works with no signal, and the case is this link worker's. Blocks for a file write.
    ///
    /// Fails with `Invalid` without a name.
    pub fn add_client(&self, new: &NewClient) -> Result<CaseId, AlongsideError> {
        Ok(self.core.add_client(new)?)
    }

    /// The client of a case. Blocks for a file read.
    ///
    /// Fails with `NotFound` when this phone does not have the case.
    pub fn client(&self, case: CaseId) -> Result<ClientView, AlongsideError> {
        Ok(self.core.client(case)?)
    }

    /// Writes how it is safe to reach the client, in words. Blocks for a file write.
    ///
    /// Fails with `NotFound`, or with `Invalid` when it is too long.
    pub fn set_safe_contact(&self, case: CaseId, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.set_safe_contact(case, words)?)
    }

    /// Gives the client the card of their link worker: this person, what they do and how to reach them. Blocks for a file
    /// write.
    ///
    /// Fails with `NotAllowed` for anybody but a link worker.
    pub fn introduce_link_worker(
        &self,
        case: CaseId,
        what_they_do: &str,
        reach: &str,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.introduce_link_worker(case, what_they_do, reach)?)
    }

    /// The card of the client's link worker; nothing before they were introduced. Blocks for a file read.
    pub fn link_worker(&self, case: CaseId) -> Result<Option<LinkWorkerCard>, AlongsideError> {
        Ok(self.core.link_worker(case)?)
    }
}
