//! Something that weighs on the person's life: <http://hl7.org/fhir/R4/condition.html>.

use serde::Serialize;

use super::datatypes::{Annotation, CodeableConcept, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Condition {
    pub(crate) clinical_status: CodeableConcept,
    pub(crate) category: Vec<CodeableConcept>,
    pub(crate) code: CodeableConcept,
    pub(crate) subject: Reference,
    pub(crate) abatement_date_time: Option<String>,
    pub(crate) recorded_date: Option<String>,
    pub(crate) asserter: Option<Reference>,
    pub(crate) note: Vec<Annotation>,
}
