//! Referrals into the service: a ServiceRequest and its Task.
//!
//! The SNOMED code for a referral goes on the first accepted one of each episode and nowhere else; somebody who says no gets the
//! code for that, and a ServiceRequest that is never called completed.

use std::collections::BTreeSet;

use super::episodes::episode_at;
use super::mapping::{Mapping, derived};
use crate::exchange::fhir::codes::{RequestIntent, RequestStatus, Snomed, TaskCode, TaskStatus};
use crate::exchange::fhir::datatypes::{CodeableConcept, Reference};
use crate::exchange::fhir::service_request::ServiceRequest;
use crate::exchange::fhir::task::Task;
use crate::exchange::held::HeldRecord;
use crate::exchange::words::{plain, title};
use crate::model::kinds::{ReferralAnswer, ReferralIn, Route};
use crate::model::{EntityId, Timestamp, sort_by_key};

const WHAT: &str = "Referral to social prescribing service";

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    let referrals = mapping.record.settled::<ReferralIn>();
    let coded = first_accepted(mapping, &referrals);
    for (held, referral) in referrals {
        let service = mapping.service();
        let source = source(mapping, &referral);
        let request = request(mapping, &referral, source.clone(), coded.contains(&held.id));
        let task = task(mapping, held, &referral, source, service);
        mapping.add(held, request);
        mapping.add_as(held, derived(held, "task"), task);
    }
}

/// The first accepted referral of each episode.
fn first_accepted(mapping: &Mapping<'_>, referrals: &[(&HeldRecord, ReferralIn)]) -> BTreeSet<EntityId> {
    let mut accepted: Vec<_> =
        referrals.iter().filter(|(_, r)| r.answer == ReferralAnswer::Accepted).collect();
    sort_by_key(&mut accepted, |(held, referral)| (answered(referral), held.id));
    let mut episodes = BTreeSet::new();
    let firsts =
        accepted.into_iter().filter(|(_, r)| episodes.insert(episode_at(mapping.record, answered(r))));
    firsts.map(|(held, _)| held.id).collect()
}

fn answered(referral: &ReferralIn) -> Timestamp {
    referral.answered_at.unwrap_or(referral.offered_at)
}

fn source(mapping: &mut Mapping<'_>, referral: &ReferralIn) -> Reference {
    match referral.route {
        Route::SelfReferral => mapping.patient(),
        Route::Practice => mapping.organisation(&referral.source, "GP practice"),
        _ => mapping.organisation(&referral.source, "Organisation that referred"),
    }
}

fn request(mapping: &Mapping<'_>, referral: &ReferralIn, source: Reference, coded: bool) -> ServiceRequest {
    let code = CodeableConcept::text(WHAT);
    let code = if coded { CodeableConcept::coded(Snomed::ReferralToSocialPrescribing, WHAT) } else { code };
    ServiceRequest {
        status: if referral.answer == ReferralAnswer::Declined {
            RequestStatus::Revoked
        } else {
            RequestStatus::Active
        },
        intent: RequestIntent::Order,
        category: vec![CodeableConcept::text(format!("Came by way of: {}", plain(referral.route)))],
        code,
        subject: mapping.patient(),
        authored_on: Some(referral.offered_at.to_iso()),
        requester: Some(source),
        performer: Vec::new(),
        reason_code: referral.reason.iter().map(CodeableConcept::text).collect(),
        reason_reference: Vec::new(),
        note: Vec::new(),
    }
}

fn task(
    mapping: &Mapping<'_>,
    held: &HeldRecord,
    referral: &ReferralIn,
    source: Reference,
    service: Reference,
) -> Task {
    let status = match referral.answer {
        ReferralAnswer::Accepted => TaskStatus::Accepted,
        ReferralAnswer::Declined => TaskStatus::Cancelled,
        _ => TaskStatus::Requested,
    };
    Task {
        status,
        status_reason: (referral.answer == ReferralAnswer::Declined).then(|| declined(referral)),
        business_status: Some(CodeableConcept::text(title(referral.answer))),
        intent: RequestIntent::Order,
        code: CodeableConcept::of(TaskCode::Fulfil),
        description: None,
        focus: Some(Reference::to(held.id.0)),
        r#for: mapping.patient(),
        authored_on: referral.offered_at.to_iso(),
        last_modified: Some(answered(referral).to_iso()),
        requester: Some(source),
        owner: Some(service),
        note: Vec::new(),
        restriction: None,
    }
}

fn declined(referral: &ReferralIn) -> CodeableConcept {
    let words = referral.decline_words.clone().filter(|words| !words.trim().is_empty());
    let reason = referral.decline_reason.map(plain);
    let text = [reason, words].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let text = if text.is_empty() { "The person said no and gave no reason".to_owned() } else { text };
    CodeableConcept::coded(Snomed::SocialPrescribingDeclined, text)
}
