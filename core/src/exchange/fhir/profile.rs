//! Which UK Core profile a resource means to follow. UK Core has none for Goal, so a goal is plain R4.

use super::datatypes::Meta;

/// Resource types with a UK Core profile.
const UK_CORE: [&str; 20] = [
    "CarePlan",
    "CareTeam",
    "Communication",
    "Condition",
    "Consent",
    "DocumentReference",
    "Encounter",
    "EpisodeOfCare",
    "Flag",
    "HealthcareService",
    "Location",
    "Observation",
    "Organization",
    "Patient",
    "Practitioner",
    "Provenance",
    "QuestionnaireResponse",
    "RelatedPerson",
    "ServiceRequest",
    "Task",
];

/// What `meta` says of a resource of this type.
pub(crate) fn meta(resource_type: &str) -> Meta {
    let profile = UK_CORE.contains(&resource_type);
    let url = format!("https://fhir.hl7.org.uk/StructureDefinition/UKCore-{resource_type}");
    Meta { profile: if profile { vec![url] } else { Vec::new() }, security: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_claims_no_profile() {
        assert!(meta("Goal").profile.is_empty());
        assert_eq!(meta("Patient").profile, ["https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient"]);
    }
}
