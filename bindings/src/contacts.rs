//! Contacts, and the next one, which the client sees.

use alongside_core::companion::{ContactView, NewContact, NextContactView, NextPlan};
use alongside_core::journey::finding::Finding;
use alongside_core::model::kinds::Mode;
use alongside_core::model::{CaseId, EntityId, Timestamp};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Records a contact. Blocks for a file write.
    ///
    /// Fails with `Invalid` without a purpose, with minutes outside a day, on a day still to come, or without a reason where
    /// `check_contact` asks for one.
    pub fn record_contact(&self, case: CaseId, new: &NewContact) -> Result<EntityId, AlongsideError> {
        Ok(self.core.record_contact(case, new)?)
    }

    /// What asks for a reason before this contact is written down: a way that is not safe or does not work for this person, an
    /// assessment that nobody expected. Empty when nothing does. Blocks for a file read.
    pub fn check_contact(&self, case: CaseId, new: &NewContact) -> Result<Vec<Finding>, AlongsideError> {
        Ok(self.core.check_contact(case, new)?)
    }

    /// The contacts of a case, newest first. Blocks for a file read.
    pub fn contacts(&self, case: CaseId) -> Result<Vec<ContactView>, AlongsideError> {
        Ok(self.core.contacts(case)?)
    }

    /// Says when, how and why the next contact is. The client's phone shows it after the next sync. Blocks for a file
    /// write.
    ///
    /// Fails with `Invalid` without a reason for it: nobody is called out of the blue.
    pub fn plan_next_contact(
        &self,
        case: CaseId,
        at: Timestamp,
        mode: Mode,
        why: &str,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.plan_next_contact(case, at, mode, why)?)
    }

    /// Writes down the next contact as it was agreed, with its place. The client's phone shows it after the next sync. Blocks
    /// for a file write.
    ///
    /// Fails with `Invalid` without a reason for it, or when the way is not safe or does not work for this person.
    pub fn agree_next_contact(&self, case: CaseId, plan: &NextPlan) -> Result<(), AlongsideError> {
        Ok(self.core.agree_next_contact(case, plan)?)
    }

    /// The next contact of a case; nothing when none is planned. Blocks for a file read.
    pub fn next_contact(&self, case: CaseId) -> Result<Option<NextContactView>, AlongsideError> {
        Ok(self.core.next_contact(case)?)
    }
}
