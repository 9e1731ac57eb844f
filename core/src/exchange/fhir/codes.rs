//! The code lists in use. Each name links to the published list in `docs/exchange.md`; only members that are written are here.

use super::code::codes;

codes! {
    /// <http://hl7.org/fhir/R4/valueset-bundle-type.html>
    BundleType("http://hl7.org/fhir/bundle-type") { Collection = "collection" }
    /// <http://hl7.org/fhir/R4/valueset-episode-of-care-status.html>
    EpisodeOfCareStatus("http://hl7.org/fhir/episode-of-care-status") {
        Active = "active", OnHold = "onhold", Finished = "finished",
    }
    /// <http://hl7.org/fhir/R4/valueset-request-status.html>
    RequestStatus("http://hl7.org/fhir/request-status") {
        Draft = "draft", Active = "active", OnHold = "on-hold", Revoked = "revoked", Completed = "completed",
    }
    /// <http://hl7.org/fhir/R4/valueset-request-intent.html>
    RequestIntent("http://hl7.org/fhir/request-intent") { Plan = "plan", Order = "order" }
    /// <http://hl7.org/fhir/R4/valueset-task-status.html>, less `ready` and `received`, which the referral task of HL7 Gravity
    /// leaves out.
    TaskStatus("http://hl7.org/fhir/task-status") {
        Draft = "draft", Requested = "requested", Accepted = "accepted", Rejected = "rejected",
        Cancelled = "cancelled", InProgress = "in-progress", OnHold = "on-hold", Failed = "failed",
        Completed = "completed",
    }
    /// <http://hl7.org/fhir/R4/valueset-task-code.html>
    TaskCode("http://hl7.org/fhir/CodeSystem/task-code") { Fulfil = "fulfill" }
    /// <http://hl7.org/fhir/R4/valueset-care-plan-activity-status.html>
    ActivityStatus("http://hl7.org/fhir/care-plan-activity-status") {
        NotStarted = "not-started", Completed = "completed",
    }
    /// <http://hl7.org/fhir/R4/valueset-goal-status.html>
    GoalLifecycle("http://hl7.org/fhir/goal-status") {
        Proposed = "proposed", Active = "active", OnHold = "on-hold", Completed = "completed",
        Cancelled = "cancelled",
    }
    /// <http://hl7.org/fhir/R4/valueset-goal-achievement.html>
    GoalAchievement("http://terminology.hl7.org/CodeSystem/goal-achievement") {
        InProgress = "in-progress", Achieved = "achieved",
    }
    /// <http://hl7.org/fhir/R4/valueset-condition-clinical.html>
    ConditionClinical("http://terminology.hl7.org/CodeSystem/condition-clinical") {
        Active = "active", Inactive = "inactive", Resolved = "resolved",
    }
    /// <http://hl7.org/fhir/R4/valueset-questionnaire-answers-status.html>
    ResponseStatus("http://hl7.org/fhir/questionnaire-answers-status") {
        Completed = "completed", Amended = "amended",
    }
    /// <http://hl7.org/fhir/R4/valueset-observation-status.html>
    ObservationStatus("http://hl7.org/fhir/observation-status") { Final = "final" }
    /// <http://hl7.org/fhir/R4/valueset-encounter-status.html>
    EncounterStatus("http://hl7.org/fhir/encounter-status") {
        Planned = "planned", Finished = "finished", Cancelled = "cancelled",
    }
    /// <http://terminology.hl7.org/CodeSystem/v3-ActCode>, the encounter classes.
    EncounterClass("http://terminology.hl7.org/CodeSystem/v3-ActCode") {
        Home = "HH", Ambulatory = "AMB", Field = "FLD", Virtual = "VR",
    }
    /// <http://hl7.org/fhir/R4/valueset-event-status.html>
    EventStatus("http://hl7.org/fhir/event-status") { Completed = "completed", NotDone = "not-done" }
    /// <http://terminology.hl7.org/CodeSystem/v3-ParticipationMode>
    Medium("http://terminology.hl7.org/CodeSystem/v3-ParticipationMode") {
        Face = "FACE", Phone = "PHONE", Video = "VIDEOCONF", Written = "WRITTEN", Mail = "MAILWRIT",
    }
    /// <http://hl7.org/fhir/R4/valueset-care-team-status.html>
    CareTeamStatus("http://hl7.org/fhir/care-team-status") { Active = "active", Inactive = "inactive" }
    /// <http://hl7.org/fhir/R4/valueset-consent-state-codes.html>
    ConsentState("http://hl7.org/fhir/consent-state-codes") {
        Active = "active", Inactive = "inactive", Rejected = "rejected",
    }
    /// <http://hl7.org/fhir/R4/valueset-consent-scope.html>
    ConsentScope("http://terminology.hl7.org/CodeSystem/consentscope") {
        Privacy = "patient-privacy", Treatment = "treatment", Research = "research",
    }
    /// <http://terminology.hl7.org/CodeSystem/v3-ActCode>, as used for consents.
    ConsentAct("http://terminology.hl7.org/CodeSystem/v3-ActCode") {
        Disclosure = "IDSCL", OptIn = "OPTIN", OptOut = "OPTOUT",
    }
    /// <http://hl7.org/fhir/R4/valueset-consent-provision-type.html>
    ProvisionType("http://hl7.org/fhir/consent-provision-type") { Deny = "deny", Permit = "permit" }
    /// <http://hl7.org/fhir/R4/valueset-flag-status.html>
    FlagStatus("http://hl7.org/fhir/flag-status") { Active = "active" }
    /// <http://hl7.org/fhir/R4/valueset-flag-category.html>
    FlagCategory("http://terminology.hl7.org/CodeSystem/flag-category") { Contact = "contact", Safety = "safety" }
    /// <http://hl7.org/fhir/R4/valueset-document-reference-status.html>
    DocumentStatus("http://hl7.org/fhir/document-reference-status") { Current = "current" }
    /// <http://hl7.org/fhir/R4/valueset-composition-status.html>
    DocStatus("http://hl7.org/fhir/composition-status") { Final = "final", Amended = "amended" }
    /// <http://hl7.org/fhir/R4/valueset-document-relationship-type.html>
    RelationType("http://hl7.org/fhir/document-relationship-type") { Appends = "appends" }
    /// <http://hl7.org/fhir/R4/valueset-provenance-agent-type.html>
    AgentType("http://terminology.hl7.org/CodeSystem/provenance-participant-type") { Author = "author" }
    /// <http://hl7.org/fhir/R4/valueset-provenance-entity-role.html>
    EntityRole("http://hl7.org/fhir/provenance-entity-role") { Source = "source" }
    /// <http://hl7.org/fhir/R4/valueset-name-use.html>
    NameUse("http://hl7.org/fhir/name-use") { Official = "official", Usual = "usual" }
    /// <http://hl7.org/fhir/R4/valueset-contact-point-system.html>
    ContactSystem("http://hl7.org/fhir/contact-point-system") { Phone = "phone" }
    /// <http://terminology.hl7.org/CodeSystem/data-absent-reason>
    AbsentReason("http://terminology.hl7.org/CodeSystem/data-absent-reason") {
        AskedDeclined = "asked-declined", TemporarilyUnknown = "temp-unknown",
    }
    /// <http://terminology.hl7.org/CodeSystem/v3-ObservationValue>: what was done to a resource before it was passed on.
    Handling("http://terminology.hl7.org/CodeSystem/v3-ObservationValue") { Redacted = "REDACTED" }
    /// <http://terminology.hl7.org/CodeSystem/v3-Confidentiality>
    Confidentiality("http://terminology.hl7.org/CodeSystem/v3-Confidentiality") { Restricted = "R" }
    /// <https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus>
    NhsNumberStatus("https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus") {
        PresentNotTraced = "number-present-but-not-traced",
    }
    /// SNOMED CT, UK edition: the two codes of the standard that could be verified, and no others.
    Snomed("http://snomed.info/sct") {
        ReferralToSocialPrescribing = "871731000000106", SocialPrescribingDeclined = "871711000000103",
    }
}
