//! A message, a letter, or a call that nobody answered: <http://hl7.org/fhir/R4/communication.html>.

use serde::Serialize;

use super::codes::EventStatus;
use super::datatypes::{CodeableConcept, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Communication {
    pub(crate) status: EventStatus,
    pub(crate) status_reason: Option<CodeableConcept>,
    pub(crate) category: Vec<CodeableConcept>,
    pub(crate) medium: Vec<CodeableConcept>,
    pub(crate) subject: Reference,
    pub(crate) about: Vec<Reference>,
    pub(crate) sent: Option<String>,
    pub(crate) recipient: Vec<Reference>,
    pub(crate) sender: Option<Reference>,
    pub(crate) reason_code: Vec<CodeableConcept>,
    pub(crate) payload: Vec<Payload>,
}

/// The words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Payload {
    pub(crate) content_string: String,
}
