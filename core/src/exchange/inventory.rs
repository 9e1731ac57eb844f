//! What becomes of every kind of record in each export. A kind that is not here fails a test, so that nothing is left out of a
//! person's record because somebody forgot.

/// What becomes of a kind in the bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InBundle {
    /// It becomes these resources.
    As(&'static [&'static str]),
    /// It is left out, and this is why.
    LeftOut(&'static str),
}

/// One line of the inventory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InventoryLine {
    /// The kind, by catalogue name.
    pub kind: &'static str,
    /// What a person calls a record of this kind.
    pub label: &'static str,
    /// What becomes of it in the bundle.
    pub bundle: InBundle,
}

const fn mapped(kind: &'static str, label: &'static str, to: &'static [&'static str]) -> InventoryLine {
    InventoryLine { kind, label, bundle: InBundle::As(to) }
}

const fn left_out(kind: &'static str, label: &'static str, why: &'static str) -> InventoryLine {
    InventoryLine { kind, label, bundle: InBundle::LeftOut(why) }
}

/// Every kind.
pub const INVENTORY: &[InventoryLine] = &[
    mapped("client", "About the person", &["Patient", "Observation", "Consent"]),
    mapped("contact", "Contact", &["Encounter", "Communication", "Location"]),
    mapped("visit_note", "Visit note", &["DocumentReference", "Provenance"]),
    mapped("need", "Need", &["Condition"]),
    mapped("goal", "Goal", &["Goal", "CarePlan"]),
    mapped("step", "Step", &["CarePlan"]),
    mapped("check_in", "Check-in", &["Observation"]),
    mapped("assessment", "Assessment", &["QuestionnaireResponse", "Observation", "Provenance"]),
    mapped("onward_referral", "Onward referral", &["ServiceRequest", "Task", "HealthcareService"]),
    mapped("referral_status", "What happened to a referral", &["Task"]),
    mapped("next_contact", "Next contact", &["Encounter"]),
    mapped("link_worker_card", "Card of the link worker", &["CareTeam"]),
    mapped("episode", "Stretch of support", &["EpisodeOfCare"]),
    mapped("referral_in", "Referral into the service", &["ServiceRequest", "Task", "Organization"]),
    mapped("assignment", "Whose link worker", &["CareTeam"]),
    left_out("reflection", "A thought of the worker", "it is the worker's own and is about no client"),
    left_out("worklog", "Own time of the worker", "it is the worker's time and is about no client"),
    mapped("duty", "Something owed to the person", &["Task"]),
    mapped("sharing", "Share switch", &["Consent"]),
    mapped("access_need", "Access need", &["Flag"]),
    mapped("safe_contact", "Safe-contact rule", &["Flag"]),
    mapped("carer", "Carer or relative", &["RelatedPerson", "Consent"]),
    mapped("closure_check", "Closure check", &["Observation"]),
    mapped("handover_pack", "Handover pack", &["DocumentReference", "Provenance"]),
    left_out("access_denied", "A door that stayed shut to the worker", "it is about a place and no client"),
    mapped("change_notice", "Notice of a change of worker", &["Communication"]),
    left_out(
        "referral_news",
        "News of a referral",
        "it says in plain words what the referral's own task says",
    ),
    mapped("contact_wish", "Wish of the person", &["Communication"]),
    mapped("recognition", "Whether the person knows their link worker", &["Observation"]),
    left_out(
        "passage_mark",
        "Mark on a passage",
        "it quotes what it keeps back; resources carry a label instead",
    ),
    mapped("what_matters", "What matters to the person", &["Observation"]),
    left_out(
        "assessment_copy",
        "Copy of an assessment for the person",
        "it says what the assessment itself says",
    ),
    left_out("name_card", "Name beside the assessments", "it is the name of the person the bundle is about"),
    left_out("attachment", "Photo or recording", "files travel beside a bundle, not in it"),
    left_out(
        "service",
        "Service of the directory",
        "it is about no person; a referral names the service it is to",
    ),
    left_out("colleague", "Name of a link worker", "it is about no client"),
    left_out("local_knowledge", "What workers know of a service", "it is about a service and no person"),
    left_out("unmet_need", "Need that no service nearby meets", "the need itself says so"),
];

/// The line of this kind.
pub fn find_line(kind: &str) -> Option<&'static InventoryLine> {
    INVENTORY.iter().find(|line| line.kind == kind)
}
