//! Who has been whose link worker, and when: <http://hl7.org/fhir/R4/careteam.html>.

use serde::Serialize;

use super::codes::CareTeamStatus;
use super::datatypes::{CodeableConcept, Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CareTeam {
    pub(crate) status: CareTeamStatus,
    pub(crate) name: String,
    pub(crate) subject: Reference,
    pub(crate) participant: Vec<TeamMember>,
    pub(crate) managing_organization: Vec<Reference>,
}

/// One person, in one role, for one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct TeamMember {
    pub(crate) role: Vec<CodeableConcept>,
    pub(crate) member: Reference,
    pub(crate) period: Period,
}
