//! Onward referrals and what became of them.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{NewReferral, ReferralView};
use alongside_core::model::kinds::ReferralState;
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Begins an onward referral. Blocks for a file write.
    ///
    /// Fails with `Invalid` without a service.
    pub fn refer_onward(&self, case: CaseId, new: &NewReferral) -> Result<EntityId, AlongsideError> {
        Ok(self.core.refer_onward(case, new)?)
    }

    /// Writes down what happened to a referral. A refusal needs its reason: the client is owed one. Blocks for a file
    /// write.
    ///
    /// Fails with `Invalid` without a reason where one is owed, or with `NotFound`.
    #[uniffi::method(default(reason = None))]
    pub fn set_referral_status(
        &self,
        referral: EntityId,
        status: ReferralState,
        reason: Option<String>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.set_referral_status(referral, status, reason.as_deref())?)
    }

    /// The onward referrals of a case, newest first. Blocks for a file read.
    pub fn referrals(&self, case: CaseId) -> Result<Vec<ReferralView>, AlongsideError> {
        Ok(self.core.referrals(case)?)
    }
}
