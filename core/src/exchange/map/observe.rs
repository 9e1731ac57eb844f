//! Making an Observation about the person.

use super::mapping::Mapping;
use crate::exchange::fhir::codes::ObservationStatus;
use crate::exchange::fhir::datatypes::CodeableConcept;
use crate::exchange::fhir::observation::Observation;
use crate::model::Timestamp;

/// An observation without a value.
pub(super) fn observed(mapping: &Mapping<'_>, what: &str, at: Timestamp) -> Observation {
    Observation {
        status: ObservationStatus::Final,
        code: CodeableConcept::text(what),
        subject: mapping.patient(),
        focus: Vec::new(),
        effective_date_time: Some(at.to_iso()),
        performer: Vec::new(),
        value_integer: None,
        value_quantity: None,
        value_boolean: None,
        value_string: None,
        interpretation: Vec::new(),
        note: Vec::new(),
        derived_from: Vec::new(),
    }
}

/// An observation in words.
pub(super) fn said(mapping: &Mapping<'_>, what: &str, at: Timestamp, words: String) -> Observation {
    Observation { value_string: Some(words), ..observed(mapping, what, at) }
}
