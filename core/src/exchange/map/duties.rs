//! What is owed to the person: a Task with an owner and a date, about the referral or contact it came from.

use super::mapping::Mapping;
use crate::exchange::fhir::codes::{RequestIntent, TaskStatus};
use crate::exchange::fhir::datatypes::{CodeableConcept, Period, Reference};
use crate::exchange::fhir::task::{Restriction, Task};
use crate::exchange::words::title;
use crate::model::Timestamp;
use crate::model::kinds::{Duty, DutyStatus};

/// Last of all mappings: what a duty is about must be there already.
pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, duty) in mapping.record.settled::<Duty>() {
        let (author, service) = (mapping.author(held), mapping.service());
        let owner = match (duty.owner, &duty.owner_name) {
            (Some(owner), name) => mapping.worker(owner, name.as_deref().unwrap_or_default()),
            (None, _) => service,
        };
        let focus = duty.about.filter(|about| mapping.has(about.0)).map(|about| Reference::to(about.0));
        let task = task(&duty, mapping.patient(), author, owner, focus);
        mapping.add(held, task);
    }
}

fn task(
    duty: &Duty,
    patient: Reference,
    author: Reference,
    owner: Reference,
    focus: Option<Reference>,
) -> Task {
    let status = match duty.status {
        DutyStatus::Done => TaskStatus::Completed,
        DutyStatus::Released => TaskStatus::Cancelled,
        DutyStatus::Open | DutyStatus::Unknown => TaskStatus::Requested,
    };
    let outcome = duty.outcome.clone().filter(|words| !words.trim().is_empty());
    let released = "The person did not want it any more, or somebody else saw to it";
    let reason =
        (status == TaskStatus::Cancelled).then(|| outcome.clone().unwrap_or_else(|| released.to_owned()));
    let note = outcome
        .filter(|_| status == TaskStatus::Completed)
        .map(crate::exchange::fhir::datatypes::Annotation::of);
    Task {
        status,
        status_reason: reason.map(CodeableConcept::text),
        business_status: None,
        intent: RequestIntent::Order,
        code: CodeableConcept::text(format!("Owed to the person ({})", title(duty.origin).to_lowercase())),
        description: Some(duty.what.clone()),
        focus,
        r#for: patient,
        authored_on: duty.made_at.to_iso(),
        last_modified: duty.settled_at.map(|at: Timestamp| at.max(duty.made_at).to_iso()),
        requester: Some(author),
        owner: Some(owner),
        note: note.into_iter().collect(),
        restriction: Some(Restriction {
            period: Period::between(Some(duty.made_at.min(duty.due)), Some(duty.due)),
        }),
    }
}
