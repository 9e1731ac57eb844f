//! Somebody of the service: <http://hl7.org/fhir/R4/practitioner.html>.

use serde::Serialize;

use super::datatypes::HumanName;

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Practitioner {
    pub(crate) name: Vec<HumanName>,
}
