//! Every reference leads to an entry of the bundle, of a type that its element allows.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fault::FaultKind;
use super::walk::walk;

/// Elements and the types they may lead to: <http://hl7.org/fhir/R4/>, as far as this project writes them.
const TARGETS: &[(&str, &str, &[&str])] = &[
    ("*", "subject", &["Patient"]),
    ("*", "patient", &["Patient"]),
    ("*", "for", &["Patient"]),
    ("Patient", "generalPractitioner", &["Organization", "Practitioner"]),
    ("Patient", "managingOrganization", &["Organization"]),
    ("EpisodeOfCare", "managingOrganization", &["Organization"]),
    ("EpisodeOfCare", "team", &["CareTeam"]),
    ("EpisodeOfCare", "careManager", &["Practitioner"]),
    ("Encounter", "participant.individual", &["Practitioner", "RelatedPerson"]),
    ("Encounter", "episodeOfCare", &["EpisodeOfCare"]),
    ("Encounter", "location.location", &["Location"]),
    ("Encounter", "serviceProvider", &["Organization"]),
    ("CarePlan", "goal", &["Goal"]),
    ("CarePlan", "careTeam", &["CareTeam"]),
    ("CarePlan", "addresses", &["Condition"]),
    ("CarePlan", "activity.detail.goal", &["Goal"]),
    ("Goal", "expressedBy", &["Patient", "Practitioner", "RelatedPerson"]),
    ("Goal", "addresses", &["Condition", "Observation", "ServiceRequest"]),
    ("Goal", "outcomeReference", &["Observation"]),
    ("ServiceRequest", "reasonReference", &["Condition", "Observation", "DocumentReference"]),
    ("ServiceRequest", "performer", &["Practitioner", "Organization", "CareTeam", "HealthcareService"]),
    ("ServiceRequest", "requester", &["Practitioner", "Organization", "Patient", "RelatedPerson"]),
    ("Task", "owner", &["Practitioner", "Organization", "CareTeam", "HealthcareService", "Patient"]),
    ("Task", "requester", &["Practitioner", "Organization", "Patient", "RelatedPerson"]),
    ("CareTeam", "participant.member", &["Practitioner", "RelatedPerson", "Organization"]),
    ("DocumentReference", "context.encounter", &["Encounter", "EpisodeOfCare"]),
    ("DocumentReference", "relatesTo.target", &["DocumentReference"]),
    ("Observation", "derivedFrom", &["QuestionnaireResponse", "Observation"]),
];

/// Each fault with its element.
pub(super) fn check(resource: &Value, types: &BTreeMap<&str, &str>) -> Vec<(String, FaultKind)> {
    let own = resource["resourceType"].as_str().unwrap_or_default();
    let mut found = Vec::new();
    walk(resource, &mut |path, value| {
        let Some(reference) = value.as_str() else { return };
        let Some(element) = path.strip_suffix(".reference") else { return };
        match types.get(reference) {
            None => found.push((element.to_owned(), FaultKind::Dangling)),
            Some(target) if !allowed(own, element, target) => {
                found.push((element.to_owned(), FaultKind::WrongTarget));
            }
            Some(_) => {}
        }
    });
    found
}

fn allowed(own: &str, element: &str, target: &str) -> bool {
    let mut rules = TARGETS.iter().filter(|(of, at, _)| (*of == own || *of == "*") && *at == element);
    rules.all(|(_, _, types)| types.contains(&target))
}
