//! How a person came to the service: the offer, and what they said to it.

use alongside_core::companion::{Decline, NewReferralIn, ReferralInView};
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Writes down that support was offered to the person of this case. Blocks for a file write.
    ///
    /// Fails with `Invalid` without a source, or with a day still to come.
    pub fn offer_support(&self, case: CaseId, new: &NewReferralIn) -> Result<EntityId, AlongsideError> {
        Ok(self.core.offer_support(case, new)?)
    }

    /// The person said yes: the support begins with it, unless it is under way. Blocks for a file write.
    ///
    /// Fails with `Invalid` when they said yes before, or with `NotFound`.
    #[uniffi::method(default(understood = None))]
    pub fn accept_offer(&self, referral: EntityId, understood: Option<bool>) -> Result<(), AlongsideError> {
        Ok(self.core.accept_offer(referral, understood)?)
    }

    /// The person said no, for now or for good. The reason is what stood in the way. Blocks for a file write.
    ///
    /// Fails with `Invalid` when they have answered before, or with `NotFound`.
    pub fn decline_offer(&self, referral: EntityId, decline: &Decline) -> Result<(), AlongsideError> {
        Ok(self.core.decline_offer(referral, decline)?)
    }

    /// Writes down that the referrer was told what came of it. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn tell_referrer(&self, referral: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.tell_referrer(referral)?)
    }

    /// The referrals into the service of a case, newest first. Blocks for a file read.
    pub fn referrals_in(&self, case: CaseId) -> Result<Vec<ReferralInView>, AlongsideError> {
        Ok(self.core.referrals_in(case)?)
    }
}
