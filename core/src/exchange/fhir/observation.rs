//! One thing that was said, rated or worked out: <http://hl7.org/fhir/R4/observation.html>.

use serde::Serialize;

use super::codes::ObservationStatus;
use super::datatypes::{Annotation, CodeableConcept, Quantity, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Observation {
    pub(crate) status: ObservationStatus,
    pub(crate) code: CodeableConcept,
    pub(crate) subject: Reference,
    pub(crate) focus: Vec<Reference>,
    pub(crate) effective_date_time: Option<String>,
    pub(crate) performer: Vec<Reference>,
    pub(crate) value_integer: Option<i64>,
    pub(crate) value_quantity: Option<Quantity>,
    pub(crate) value_boolean: Option<bool>,
    pub(crate) value_string: Option<String>,
    pub(crate) interpretation: Vec<CodeableConcept>,
    pub(crate) note: Vec<Annotation>,
    pub(crate) derived_from: Vec<Reference>,
}
