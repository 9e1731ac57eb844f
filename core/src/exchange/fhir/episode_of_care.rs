//! One stretch of support: <http://hl7.org/fhir/R4/episodeofcare.html>.

use serde::Serialize;

use super::codes::EpisodeOfCareStatus;
use super::datatypes::{CodeableConcept, Extension, Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EpisodeOfCare {
    pub(crate) extension: Vec<Extension>,
    pub(crate) status: EpisodeOfCareStatus,
    pub(crate) status_history: Vec<StatusHistory>,
    pub(crate) r#type: Vec<CodeableConcept>,
    pub(crate) patient: Reference,
    pub(crate) managing_organization: Reference,
    pub(crate) period: Period,
    pub(crate) care_manager: Option<Reference>,
    pub(crate) team: Vec<Reference>,
}

/// Where it stood before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct StatusHistory {
    pub(crate) status: EpisodeOfCareStatus,
    pub(crate) period: Period,
}
