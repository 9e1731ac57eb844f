//! What is known of a client beside the name.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{ClientDetails, MatchView};
use alongside_core::model::CaseId;
use alongside_core::model::kinds::Intensity;

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Writes down details of a client. What is absent stays as it is; an empty text clears it. Blocks for a file write.
    ///
    /// Fails with `Invalid` with an NHS number whose check digit does not fit, or a date on which nobody can be born, or with
    /// `NotFound`.
    pub fn set_client_details(&self, case: CaseId, details: &ClientDetails) -> Result<(), AlongsideError> {
        Ok(self.core.set_client_details(case, details)?)
    }

    /// Writes down how often the two agreed to speak, and how much support, with the reason for that much. Blocks for a file write.
    ///
    /// Fails with `Invalid` with days outside a year, or an amount of support without its reason, or with `NotFound`.
    #[uniffi::method(default(every_days = None, intensity = None, why = None))]
    pub fn agree_rhythm(
        &self,
        case: CaseId,
        every_days: Option<i64>,
        intensity: Option<Intensity>,
        why: Option<String>,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.agree_rhythm(case, every_days, intensity, why.as_deref())?)
    }

    /// Cases on this phone that may be of one person, for somebody to look at. Nothing is ever merged by itself. Blocks for a file read.
    pub fn possible_duplicates(&self) -> Result<Vec<MatchView>, AlongsideError> {
        Ok(self.core.possible_duplicates()?)
    }
}
