//! Onward referrals and what became of them.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{NewReferral, ReferralStep, ReferralView};
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

    /// Writes down what happened to a referral. When it came back, what is owed to the client stands in the same save, due in
    /// five working days; the client reads the news with the next sync. Blocks for a file write.
    ///
    /// Fails with `Invalid`: a step that cannot follow, a reason that is owed, a day still to come; or with `NotFound`.
    pub fn record_referral_step(
        &self,
        referral: EntityId,
        step: &ReferralStep,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.record_referral_step(referral, step)?)
    }

    /// The steps a referral can take from where it stands. Blocks for a file read.
    ///
    /// Fails with `NotFound`.
    pub fn next_referral_steps(&self, referral: EntityId) -> Result<Vec<ReferralState>, AlongsideError> {
        Ok(self.core.next_referral_steps(referral)?)
    }

    /// The onward referrals of a case, newest first. Blocks for a file read.
    pub fn referrals(&self, case: CaseId) -> Result<Vec<ReferralView>, AlongsideError> {
        Ok(self.core.referrals(case)?)
    }
}
