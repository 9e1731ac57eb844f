//! A visit or call, held or planned: <http://hl7.org/fhir/R4/encounter.html>.

use serde::Serialize;

use super::codes::EncounterStatus;
use super::datatypes::{CodeableConcept, Coding, Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Encounter {
    pub(crate) status: EncounterStatus,
    pub(crate) class: Coding,
    pub(crate) r#type: Vec<CodeableConcept>,
    pub(crate) subject: Reference,
    pub(crate) episode_of_care: Vec<Reference>,
    pub(crate) participant: Vec<Participant>,
    pub(crate) period: Period,
    pub(crate) reason_code: Vec<CodeableConcept>,
    pub(crate) location: Vec<Place>,
    pub(crate) service_provider: Reference,
}

/// Who took part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Participant {
    pub(crate) individual: Reference,
}

/// Where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Place {
    pub(crate) location: Reference,
}
