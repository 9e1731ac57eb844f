//! A goal, in the person's own words: <http://hl7.org/fhir/R4/goal.html>.

use serde::Serialize;

use super::codes::GoalLifecycle;
use super::datatypes::{Annotation, CodeableConcept, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Goal {
    pub(crate) lifecycle_status: GoalLifecycle,
    pub(crate) achievement_status: Option<CodeableConcept>,
    pub(crate) category: Vec<CodeableConcept>,
    pub(crate) description: CodeableConcept,
    pub(crate) subject: Reference,
    pub(crate) start_date: Option<String>,
    pub(crate) status_date: Option<String>,
    pub(crate) status_reason: Option<String>,
    pub(crate) expressed_by: Option<Reference>,
    pub(crate) addresses: Vec<Reference>,
    pub(crate) note: Vec<Annotation>,
    pub(crate) outcome_reference: Vec<Reference>,
}
