//! A service somebody was referred to: <http://hl7.org/fhir/R4/healthcareservice.html>.

use serde::Serialize;

use super::datatypes::{CodeableConcept, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HealthcareService {
    pub(crate) name: String,
    pub(crate) category: Vec<CodeableConcept>,
    pub(crate) location: Vec<Reference>,
    pub(crate) comment: Option<String>,
}
