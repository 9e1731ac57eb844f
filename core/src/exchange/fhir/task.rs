//! What somebody does about a referral, or owes the person: <http://hl7.org/fhir/R4/task.html>.

use serde::Serialize;

use super::codes::{RequestIntent, TaskStatus};
use super::datatypes::{Annotation, CodeableConcept, Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Task {
    pub(crate) status: TaskStatus,
    pub(crate) status_reason: Option<CodeableConcept>,
    pub(crate) business_status: Option<CodeableConcept>,
    pub(crate) intent: RequestIntent,
    pub(crate) code: CodeableConcept,
    pub(crate) description: Option<String>,
    pub(crate) focus: Option<Reference>,
    pub(crate) r#for: Reference,
    pub(crate) authored_on: String,
    pub(crate) last_modified: Option<String>,
    pub(crate) requester: Option<Reference>,
    pub(crate) owner: Option<Reference>,
    pub(crate) note: Vec<Annotation>,
    pub(crate) restriction: Option<Restriction>,
}

/// By when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Restriction {
    pub(crate) period: Period,
}
