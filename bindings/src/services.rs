//! The directory of services: searching, picking, looking before a referral, and what is written down of it.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{
    DirectoryFreshness, EligibilityView, NewKnowledge, NewUnmetNeed, ServicePicker, ServiceSearch,
    ServiceView, ServicesFound, UnmetNeedView,
};
use alongside_core::journey::finding::Finding;
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Searches the directory, best fit first, at most `limit`. Works with no signal. Blocks for a file write, since new
    /// records are indexed first.
    pub fn search_services(
        &self,
        search: &ServiceSearch,
        limit: u32,
    ) -> Result<ServicesFound, AlongsideError> {
        Ok(self.core.search_services(search, usize::try_from(limit).unwrap_or(usize::MAX))?)
    }

    /// A picker for a client: by the need, when one is given, and the client's age, beside what `search` says. Blocks for a
    /// file write.
    ///
    /// Fails with `NotFound` when there is no such need.
    pub fn pick_service(
        &self,
        case: CaseId,
        need: Option<EntityId>,
        search: &ServiceSearch,
    ) -> Result<ServicePicker, AlongsideError> {
        Ok(self.core.pick_service(case, need, search)?)
    }

    /// A service with what colleagues know. Blocks for a file read.
    ///
    /// Fails with `NotFound`.
    pub fn service(&self, service: EntityId) -> Result<ServiceView, AlongsideError> {
        Ok(self.core.service(service)?)
    }

    /// Looks at whether a service is likely to take this client, before any form is filled in. Blocks for a file read.
    ///
    /// Fails with `NotFound`.
    #[uniffi::method(default(free = false, language = None))]
    pub fn check_eligibility(
        &self,
        case: CaseId,
        service: EntityId,
        free: bool,
        language: Option<String>,
    ) -> Result<EligibilityView, AlongsideError> {
        Ok(self.core.check_eligibility(case, service, free, language.as_deref())?)
    }

    /// Help like this service that the client has or waits for already. Blocks for a file read.
    ///
    /// Fails with `NotFound`.
    pub fn duplicate_offers(&self, case: CaseId, service: EntityId) -> Result<Vec<Finding>, AlongsideError> {
        Ok(self.core.duplicate_offers(case, service)?)
    }

    /// Says that a service is as the directory has it, as of now. Blocks for a file write.
    ///
    /// Fails with `NotFound`, or with `NotAllowed` for anybody but a link worker.
    pub fn confirm_service(&self, service: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.confirm_service(service)?)
    }

    /// Adds what a link worker knows of a service. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words and without capacity, with `NotFound`, or with `NotAllowed` for anybody but a link
    /// worker.
    pub fn add_local_knowledge(
        &self,
        service: EntityId,
        new: &NewKnowledge,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.add_local_knowledge(service, new)?)
    }

    /// How fresh the services are that referrals on this phone used. Blocks for a file read.
    pub fn directory_freshness(&self) -> Result<DirectoryFreshness, AlongsideError> {
        Ok(self.core.directory_freshness()?)
    }

    /// Writes down that nothing serves a need for now, and resolves the need so. Blocks for a file write.
    ///
    /// Fails with `NotFound` when there is no such need.
    pub fn record_unmet_need(&self, case: CaseId, new: &NewUnmetNeed) -> Result<EntityId, AlongsideError> {
        Ok(self.core.record_unmet_need(case, new)?)
    }

    /// The unmet needs of a case, newest first. Blocks for a file read.
    pub fn unmet_needs(&self, case: CaseId) -> Result<Vec<UnmetNeedView>, AlongsideError> {
        Ok(self.core.unmet_needs(case)?)
    }
}
