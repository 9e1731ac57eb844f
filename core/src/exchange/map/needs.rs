//! Needs: Conditions in the client's words, with what became of each.

use super::mapping::Mapping;
use crate::exchange::fhir::codes::ConditionClinical;
use crate::exchange::fhir::condition::Condition;
use crate::exchange::fhir::datatypes::{Annotation, CodeableConcept};
use crate::exchange::words::{plain, title};
use crate::model::kinds::{Need, Resolution};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, need) in mapping.record.settled::<Need>() {
        let patient = mapping.patient();
        let status = clinical_status(need.resolution);
        let over = status != ConditionClinical::Active;
        let resolution =
            need.resolution.map(|resolution| format!("What became of it: {}", plain(resolution)));
        let barrier = need.barrier.as_ref().map(|words| format!("What stood in the way: {words}"));
        let words = (!need.words.trim().is_empty()).then(|| need.words.clone());
        let condition = Condition {
            clinical_status: CodeableConcept::of(status),
            category: vec![CodeableConcept::text("Need raised in social prescribing")],
            code: CodeableConcept::text(title(need.category)),
            subject: patient.clone(),
            abatement_date_time: need.resolved_at.filter(|_| over).map(|at| at.max(need.raised_at).to_iso()),
            recorded_date: Some(need.raised_at.to_iso()),
            asserter: need.raised_by_client.unwrap_or(true).then_some(patient),
            note: [words, resolution, barrier].into_iter().flatten().map(Annotation::of).collect(),
        };
        mapping.add(held, condition);
    }
}

/// A need that could not be served here goes on.
fn clinical_status(resolution: Option<Resolution>) -> ConditionClinical {
    match resolution {
        Some(Resolution::Met) => ConditionClinical::Resolved,
        Some(Resolution::Changed) => ConditionClinical::Inactive,
        _ => ConditionClinical::Active,
    }
}
