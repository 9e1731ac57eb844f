//! A referral, in or on: <http://hl7.org/fhir/R4/servicerequest.html>.

use serde::Serialize;

use super::codes::{RequestIntent, RequestStatus};
use super::datatypes::{Annotation, CodeableConcept, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ServiceRequest {
    pub(crate) status: RequestStatus,
    pub(crate) intent: RequestIntent,
    pub(crate) category: Vec<CodeableConcept>,
    pub(crate) code: CodeableConcept,
    pub(crate) subject: Reference,
    pub(crate) authored_on: Option<String>,
    pub(crate) requester: Option<Reference>,
    pub(crate) performer: Vec<Reference>,
    pub(crate) reason_code: Vec<CodeableConcept>,
    pub(crate) reason_reference: Vec<Reference>,
    pub(crate) note: Vec<Annotation>,
}
