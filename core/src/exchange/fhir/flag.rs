//! What anybody must know before reaching this person: <http://hl7.org/fhir/R4/flag.html>.

use serde::Serialize;

use super::codes::FlagStatus;
use super::datatypes::{CodeableConcept, Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Flag {
    pub(crate) status: FlagStatus,
    pub(crate) category: Vec<CodeableConcept>,
    pub(crate) code: CodeableConcept,
    pub(crate) subject: Reference,
    pub(crate) period: Period,
}
