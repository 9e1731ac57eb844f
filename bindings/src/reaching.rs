//! How it is safe and possible to reach a client, and who is close to them.
#![expect(clippy::needless_pass_by_value, reason = "lists and what is optional cross the boundary by value")]

use alongside_core::companion::{AccessNeedView, AccessStep, CarerView, NewAccessNeed, SafeContactRule};
use alongside_core::journey::finding::Finding;
use alongside_core::model::kinds::{CarerScope, Mode, SafeContact};
use alongside_core::model::{CaseId, EntityId, Timestamp};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Writes down how it is safe to reach the client. It replaces what was said before. Blocks for a file write.
    ///
    /// Fails with `Invalid` with a minute outside a day.
    pub fn set_safe_contact_rule(&self, case: CaseId, rule: &SafeContactRule) -> Result<(), AlongsideError> {
        Ok(self.core.set_safe_contact_rule(case, rule)?)
    }

    /// How it is safe to reach the client; nothing when nobody has said. Blocks for a file read.
    pub fn safe_contact_rule(&self, case: CaseId) -> Result<Option<SafeContact>, AlongsideError> {
        Ok(self.core.safe_contact_rule(case)?)
    }

    /// What stands against reaching the client this way at this time. Empty when nothing does. Blocks for a file read.
    #[uniffi::method(default(at = None))]
    pub fn check_way(
        &self,
        case: CaseId,
        mode: Mode,
        at: Option<Timestamp>,
    ) -> Result<Vec<Finding>, AlongsideError> {
        Ok(self.core.check_way(case, mode, at)?)
    }

    /// Writes down an access need; somebody is owed to look at it again. Blocks for a file write.
    ///
    /// Fails with `Invalid` with a review in the past.
    pub fn record_access_need(&self, case: CaseId, new: &NewAccessNeed) -> Result<EntityId, AlongsideError> {
        Ok(self.core.record_access_need(case, new)?)
    }

    /// Writes down that a step of the Accessible Information Standard was taken. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn take_access_step(&self, need: EntityId, step: AccessStep) -> Result<(), AlongsideError> {
        Ok(self.core.take_access_step(need, step)?)
    }

    /// Writes down that a need was looked at again, with what works now, and when it is next. Blocks for a file write.
    ///
    /// Fails with `Invalid` with a review in the past, or with `NotFound`.
    pub fn review_access_need(
        &self,
        need: EntityId,
        words: Option<String>,
        next_review_at: Timestamp,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.review_access_need(need, words.as_deref(), next_review_at)?)
    }

    /// The access needs of a case, newest first. Blocks for a file read.
    pub fn access_needs(&self, case: CaseId) -> Result<Vec<AccessNeedView>, AlongsideError> {
        Ok(self.core.access_needs(case)?)
    }

    /// Writes down somebody close to the client, and what the client lets them know. With no scope they are told nothing.
    /// Blocks for a file write.
    ///
    /// Fails with `Invalid` without a name.
    pub fn add_carer(
        &self,
        case: CaseId,
        name: &str,
        relationship: Option<String>,
        phone: Option<String>,
        scope: Vec<CarerScope>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.add_carer(case, name, relationship.as_deref(), phone.as_deref(), &scope)?)
    }

    /// The client takes back what a carer may know. It holds at once on this phone. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn revoke_carer(&self, carer: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.revoke_carer(carer)?)
    }

    /// The people close to the client, newest first. Blocks for a file read.
    pub fn carers(&self, case: CaseId) -> Result<Vec<CarerView>, AlongsideError> {
        Ok(self.core.carers(case)?)
    }
}
