//! The service, a practice, or whoever referred: <http://hl7.org/fhir/R4/organization.html>.

use serde::Serialize;

use super::datatypes::CodeableConcept;

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Organization {
    pub(crate) r#type: Vec<CodeableConcept>,
    pub(crate) name: String,
}
