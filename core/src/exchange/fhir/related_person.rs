//! A carer or relative: <http://hl7.org/fhir/R4/relatedperson.html>.

use serde::Serialize;

use super::datatypes::{CodeableConcept, ContactPoint, HumanName, Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RelatedPerson {
    pub(crate) active: bool,
    pub(crate) patient: Reference,
    pub(crate) relationship: Vec<CodeableConcept>,
    pub(crate) name: Vec<HumanName>,
    pub(crate) telecom: Vec<ContactPoint>,
    pub(crate) period: Period,
}
