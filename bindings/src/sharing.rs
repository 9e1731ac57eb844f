//! What the client lets others see, and who sees what.

use alongside_core::companion::{SharingQuestion, SharingView};
use alongside_core::journey::seen_by::{ALSO_SEEN_BY, SeenBy};
use alongside_core::model::CaseId;
use alongside_core::model::kinds::SharingPurpose;

use crate::{AlongsideError, Companion};

/// A part of what is kept about somebody, and who reads it.
#[derive(Clone, uniffi::Record)]
pub struct Readers {
    /// The part.
    pub what: String,
    /// Who reads it.
    pub who: String,
}

impl From<&SeenBy> for Readers {
    fn from(part: &SeenBy) -> Self {
        Self { what: part.what.to_owned(), who: part.who.to_owned() }
    }
}

#[uniffi::export]
impl Companion {
    /// Writes down what the client answered when they were asked. Asked again, the latest answer stands. Blocks for a file
    /// write.
    ///
    /// Fails with `Invalid` when a text is too long.
    pub fn ask_sharing(
        &self,
        case: CaseId,
        question: &SharingQuestion,
        yes: bool,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.ask_sharing(case, question, yes)?)
    }

    /// Gives a yes again or takes it back. Blocks for a file write.
    ///
    /// Fails with `NotFound` when the client was never asked.
    pub fn switch_sharing(
        &self,
        case: CaseId,
        purpose: SharingPurpose,
        yes: bool,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.switch_sharing(case, purpose, yes)?)
    }

    /// Every share switch of a case. Blocks for a file read.
    pub fn sharing(&self, case: CaseId) -> Result<Vec<SharingView>, AlongsideError> {
        Ok(self.core.sharing(case)?)
    }

    /// Who reads which part of what is kept about a client, in plain words.
    pub fn who_sees_what(&self) -> Vec<Readers> {
        self.core.who_sees_what().iter().map(Readers::from).collect()
    }

    /// What is true of all of it: who runs the service's computer, and that reading is written down.
    pub fn also_sees(&self) -> String {
        ALSO_SEEN_BY.to_owned()
    }
}
