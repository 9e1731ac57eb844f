//! The person the record is about: <http://hl7.org/fhir/R4/patient.html>.

use serde::Serialize;

use super::datatypes::{Address, CodeableConcept, ContactPoint, Extension, HumanName, Identifier, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Patient {
    pub(crate) extension: Vec<Extension>,
    pub(crate) identifier: Vec<Identifier>,
    pub(crate) active: bool,
    pub(crate) name: Vec<HumanName>,
    pub(crate) telecom: Vec<ContactPoint>,
    pub(crate) birth_date: Option<String>,
    pub(crate) deceased_boolean: Option<bool>,
    pub(crate) address: Vec<Address>,
    pub(crate) communication: Vec<SpokenLanguage>,
    pub(crate) general_practitioner: Vec<Reference>,
    pub(crate) managing_organization: Reference,
}

/// A language the person would rather speak.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct SpokenLanguage {
    pub(crate) language: CodeableConcept,
    pub(crate) preferred: bool,
}
