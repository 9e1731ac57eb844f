//! Who signed or submitted something, and the hash of what they saw: <http://hl7.org/fhir/R4/provenance.html>.

use serde::Serialize;

use super::codes::EntityRole;
use super::datatypes::{CodeableConcept, Identifier, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Provenance {
    pub(crate) target: Vec<Reference>,
    pub(crate) recorded: String,
    pub(crate) activity: CodeableConcept,
    pub(crate) agent: Vec<Agent>,
    pub(crate) entity: Vec<Entity>,
}

/// Who.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Agent {
    pub(crate) r#type: CodeableConcept,
    pub(crate) who: Reference,
}

/// What they saw, named by its hash.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Entity {
    pub(crate) role: EntityRole,
    pub(crate) what: HashReference,
}

/// A reference by identifier alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct HashReference {
    pub(crate) identifier: Identifier,
}
