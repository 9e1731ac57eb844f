//! The addresses this project needs for what R4 and UK Core have no element for. The host is one that can never resolve: a
//! service that publishes its own definitions puts its own here.

/// Why an episode was paused or ended.
pub(crate) const STATUS_REASON: &str = "https://alongside.example/fhir/StructureDefinition/status-reason";
/// Before the id of an instrument.
pub(crate) const QUESTIONNAIRE: &str = "https://alongside.example/fhir/Questionnaire/";
/// Before the hash of a sealed record.
pub(crate) const CONTENT_HASH: &str = "https://alongside.example/fhir/content-hash-sha-256";
/// The NHS number: <https://digital.nhs.uk/developer/guides-and-documentation/fhir-systems>.
pub(crate) const NHS_NUMBER: &str = "https://fhir.nhs.uk/Id/nhs-number";
/// How far an NHS number was checked.
pub(crate) const NHS_NUMBER_STATUS: &str =
    "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";
/// Ethnic group.
pub(crate) const ETHNIC_CATEGORY: &str =
    "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory";
/// Why something has no value: <http://hl7.org/fhir/R4/extension-data-absent-reason.html>.
pub(crate) const DATA_ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
/// Language tags: <https://www.rfc-editor.org/rfc/rfc5646>.
pub(crate) const LANGUAGE_TAG: &str = "urn:ietf:bcp:47";
