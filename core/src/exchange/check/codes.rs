//! Codes come from the published lists, and a reason stands where one is owed.

use serde_json::Value;

use super::fault::FaultKind;
use crate::exchange::fhir::code::CodeList;
use crate::exchange::fhir::codes::*;

/// Required codes by resource and element.
const LISTS: &[(&str, &str, &[&str])] = &[
    ("EpisodeOfCare", "/status", EpisodeOfCareStatus::CODES),
    ("ServiceRequest", "/status", RequestStatus::CODES),
    ("ServiceRequest", "/intent", RequestIntent::CODES),
    ("Task", "/status", TaskStatus::CODES),
    ("Task", "/intent", RequestIntent::CODES),
    ("CarePlan", "/status", RequestStatus::CODES),
    ("CarePlan", "/intent", RequestIntent::CODES),
    ("Goal", "/lifecycleStatus", GoalLifecycle::CODES),
    ("Condition", "/clinicalStatus/coding/0/code", ConditionClinical::CODES),
    ("QuestionnaireResponse", "/status", ResponseStatus::CODES),
    ("Observation", "/status", ObservationStatus::CODES),
    ("Encounter", "/status", EncounterStatus::CODES),
    ("Encounter", "/class/code", EncounterClass::CODES),
    ("Communication", "/status", EventStatus::CODES),
    ("CareTeam", "/status", CareTeamStatus::CODES),
    ("Consent", "/status", ConsentState::CODES),
    ("Flag", "/status", FlagStatus::CODES),
    ("DocumentReference", "/status", DocumentStatus::CODES),
];

/// States of a task that owe a reason: HL7 Gravity's SDOH clinical care guide.
const OWING: [&str; 4] = ["rejected", "cancelled", "on-hold", "failed"];

/// Each fault with its element.
pub(super) fn check(resource: &Value) -> Vec<(String, FaultKind)> {
    let own = resource["resourceType"].as_str().unwrap_or_default();
    let lists = LISTS.iter().filter(|(of, ..)| *of == own);
    let outside = lists.filter(|(_, pointer, codes)| {
        !resource.pointer(pointer).and_then(Value::as_str).is_some_and(|code| codes.contains(&code))
    });
    let outside = outside.map(|(_, pointer, _)| (pointer[1..].replace('/', "."), FaultKind::NotInValueSet));
    outside.chain(unexplained(own, resource)).collect()
}

fn unexplained(own: &str, resource: &Value) -> Option<(String, FaultKind)> {
    let status = resource["status"].as_str().unwrap_or_default();
    let owes = own == "Task" && OWING.contains(&status) || own == "Communication" && status == "not-done";
    let said = resource.pointer("/statusReason/text").and_then(Value::as_str);
    (owes && said.is_none_or(|text| text.trim().is_empty()))
        .then(|| ("statusReason".to_owned(), FaultKind::NoReason))
}

/// Whether the resource carries the code for a referral to social prescribing.
pub(super) fn is_coded_referral(resource: &Value) -> bool {
    let code = Snomed::ReferralToSocialPrescribing.code();
    resource.pointer("/code/coding/0/code").and_then(Value::as_str) == Some(code)
}
