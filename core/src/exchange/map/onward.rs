//! Onward referrals: a ServiceRequest, the service, and a Task whose states are those of HL7 Gravity's referral task. Where the
//! guide expects a reason (rejected, failed, cancelled, on hold) there always is one, if only that nobody wrote it down.

use super::mapping::{Mapping, derived};
use crate::exchange::fhir::codes::{RequestIntent, RequestStatus, TaskCode, TaskStatus};
use crate::exchange::fhir::datatypes::{Annotation, CodeableConcept, Reference};
use crate::exchange::fhir::healthcare_service::HealthcareService;
use crate::exchange::fhir::service_request::ServiceRequest;
use crate::exchange::fhir::task::Task;
use crate::exchange::held::{HeldRecord, PersonRecord};
use crate::exchange::words::{plain, title};
use crate::model::kinds::{Need, OnwardReferral, ReferralState, ReferralStatus};
use crate::model::{EntityId, Record};

/// What is said when a reason is owed and nobody wrote one.
const NO_REASON: &str = "No reason was written down";

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, referral) in mapping.record.settled::<OnwardReferral>() {
        let statuses = statuses(mapping.record, held.id);
        let latest = statuses.last().map(|(_, status)| status);
        let state = latest.map_or(ReferralState::Drafted, |status| status.status);
        let author = mapping.author(held);
        let service = service(mapping, &referral);
        let request = request(mapping, &referral, state, author.clone(), service.clone());
        let task = task(mapping, held, &referral, &statuses, author, service);
        // The task quotes what happened, so it carries the label when a passage was left out of any of that.
        let happened = statuses.iter().map(|(status, _)| *status);
        let labelled = std::iter::once(held).chain(happened).find(|held| !held.left_out.is_empty());
        mapping.add(held, request);
        mapping.add_as(labelled.unwrap_or(held), derived(held, "task"), task);
    }
}

/// What happened to a referral, oldest first.
pub(crate) fn statuses(record: &PersonRecord, referral: EntityId) -> Vec<(&HeldRecord, ReferralStatus)> {
    let all = record.settled::<ReferralStatus>().into_iter();
    all.filter(|(_, status)| status.referral == referral).collect()
}

fn service(mapping: &mut Mapping<'_>, referral: &OnwardReferral) -> Reference {
    let name = if referral.to.trim().is_empty() { "A service without a name" } else { &referral.to };
    let id = match referral.service {
        Some(service) => service.0,
        None => mapping.single(&format!("healthcare service {name}")),
    };
    let category = referral.category.map(|category| CodeableConcept::text(title(category)));
    let service = HealthcareService {
        name: name.to_owned(),
        category: category.into_iter().collect(),
        location: Vec::new(),
        comment: None,
    };
    mapping.add_common(id, service);
    Reference::to(id)
}

fn request(
    mapping: &Mapping<'_>,
    referral: &OnwardReferral,
    state: ReferralState,
    author: Reference,
    service: Reference,
) -> ServiceRequest {
    let need =
        referral.need.and_then(|need| mapping.record.find(need)).filter(|need| need.kind == Need::ENTRY.name);
    let support =
        referral.support_mode.map(|mode| format!("How the person is helped to get there: {}", plain(mode)));
    let adjustments = referral.adjustments.as_ref().map(|words| format!("Worries and adjustments: {words}"));
    let eligibility = referral
        .eligibility
        .as_ref()
        .map(|words| format!("Tried although a criterion seems not to be met: {words}"));
    let told = referral.notified.map(|notified| format!("Whether the service was told: {}", plain(notified)));
    let notes = [support, adjustments, eligibility, told].into_iter().flatten();
    ServiceRequest {
        status: request_status(state),
        intent: RequestIntent::Order,
        category: referral
            .category
            .map(|category| CodeableConcept::text(title(category)))
            .into_iter()
            .collect(),
        code: CodeableConcept::text(if referral.to.trim().is_empty() {
            "Onward referral"
        } else {
            &referral.to
        }),
        subject: mapping.patient(),
        authored_on: Some(referral.at.to_iso()),
        requester: Some(author),
        performer: vec![service],
        reason_code: vec![CodeableConcept::text(&referral.why)],
        reason_reference: need.map(|need| Reference::to(need.id.0)).into_iter().collect(),
        note: notes.map(Annotation::of).collect(),
    }
}

fn request_status(state: ReferralState) -> RequestStatus {
    match state {
        ReferralState::Drafted => RequestStatus::Draft,
        ReferralState::OnHold => RequestStatus::OnHold,
        ReferralState::Rejected | ReferralState::Failed | ReferralState::Cancelled => RequestStatus::Revoked,
        ReferralState::Finished => RequestStatus::Completed,
        _ => RequestStatus::Active,
    }
}

/// The state of the Task. `received` is not one of the guide's: it is a request with that word beside it.
fn task_status(state: ReferralState) -> TaskStatus {
    match state {
        ReferralState::Drafted => TaskStatus::Draft,
        ReferralState::Sent | ReferralState::Received | ReferralState::Unknown => TaskStatus::Requested,
        ReferralState::Accepted | ReferralState::Waiting => TaskStatus::Accepted,
        ReferralState::Rejected => TaskStatus::Rejected,
        ReferralState::Failed => TaskStatus::Failed,
        ReferralState::Cancelled => TaskStatus::Cancelled,
        ReferralState::OnHold => TaskStatus::OnHold,
        ReferralState::Started | ReferralState::Attended => TaskStatus::InProgress,
        ReferralState::Finished => TaskStatus::Completed,
    }
}

fn task(
    mapping: &Mapping<'_>,
    held: &HeldRecord,
    referral: &OnwardReferral,
    statuses: &[(&HeldRecord, ReferralStatus)],
    author: Reference,
    service: Reference,
) -> Task {
    let latest = statuses.last().map(|(_, status)| status);
    let state = latest.map_or(ReferralState::Drafted, |status| status.status);
    let reason = latest.and_then(|status| status.reason.clone()).filter(|reason| !reason.trim().is_empty());
    let owed = state.needs_reason().then(|| reason.unwrap_or_else(|| NO_REASON.to_owned()));
    Task {
        status: task_status(state),
        status_reason: owed.map(CodeableConcept::text),
        business_status: Some(CodeableConcept::text(title(state))),
        intent: RequestIntent::Order,
        code: CodeableConcept::of(TaskCode::Fulfil),
        description: None,
        focus: Some(Reference::to(held.id.0)),
        r#for: mapping.patient(),
        authored_on: referral.at.to_iso(),
        last_modified: latest.map(|status| status.at.max(referral.at).to_iso()),
        requester: Some(author),
        owner: Some(service),
        note: statuses.iter().map(|(_, status)| happened(status)).collect(),
        restriction: None,
    }
}

fn happened(status: &ReferralStatus) -> Annotation {
    let reason = status.reason.as_deref().filter(|reason| !reason.trim().is_empty());
    let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
    let by = status.by.map(|by| format!(" (said by the {})", plain(by))).unwrap_or_default();
    let text = format!("{}{by}{reason}", title(status.status));
    Annotation { time: Some(status.at.to_iso()), ..Annotation::of(text) }
}
