//! What the person said yes or no to: <http://hl7.org/fhir/R4/consent.html>.

use serde::Serialize;

use super::codes::{ConsentState, ProvisionType};
use super::datatypes::{CodeableConcept, Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Consent {
    pub(crate) status: ConsentState,
    pub(crate) scope: CodeableConcept,
    pub(crate) category: Vec<CodeableConcept>,
    pub(crate) patient: Reference,
    pub(crate) date_time: Option<String>,
    pub(crate) organization: Vec<Reference>,
    pub(crate) policy_rule: CodeableConcept,
    pub(crate) provision: Option<Provision>,
}

/// What exactly, for whom and for how long.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Provision {
    pub(crate) r#type: ProvisionType,
    pub(crate) period: Period,
    pub(crate) actor: Vec<Actor>,
    pub(crate) purpose: Vec<super::datatypes::Coding>,
    pub(crate) code: Vec<CodeableConcept>,
}

/// For whom.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Actor {
    pub(crate) role: CodeableConcept,
    pub(crate) reference: Reference,
}
