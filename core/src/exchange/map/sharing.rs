//! Share switches: a Consent for each purpose, with a no as plain as a yes.

use super::mapping::Mapping;
use crate::exchange::fhir::codes::{ConsentAct, ConsentScope, ConsentState, ProvisionType};
use crate::exchange::fhir::consent::{Actor, Consent, Provision};
use crate::exchange::fhir::datatypes::{CodeableConcept, Period, Reference};
use crate::exchange::words::title;
use crate::model::kinds::{Sharing, SharingPurpose};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, sharing) in mapping.record.settled::<Sharing>() {
        let consent = consent(mapping, &sharing);
        mapping.add(held, consent);
    }
}

fn consent(mapping: &mut Mapping<'_>, sharing: &Sharing) -> Consent {
    let given = sharing.is_given();
    let research = sharing.purpose == SharingPurpose::Research;
    let (permit, rule) = match given {
        true => (ProvisionType::Permit, ConsentAct::OptIn),
        false => (ProvisionType::Deny, ConsentAct::OptOut),
    };
    Consent {
        status: state(sharing),
        scope: CodeableConcept::of(if research { ConsentScope::Research } else { ConsentScope::Privacy }),
        category: vec![CodeableConcept::of(ConsentAct::Disclosure)],
        patient: mapping.patient(),
        date_time: Some(sharing.asked_at.to_iso()),
        organization: vec![mapping.service()],
        policy_rule: CodeableConcept::of(rule),
        provision: Some(Provision {
            r#type: permit,
            period: Period::between(sharing.given_at, sharing.withdrawn_at),
            actor: sharing.with.iter().map(|name| actor(name)).collect(),
            purpose: Vec::new(),
            code: std::iter::once(title(sharing.purpose))
                .chain(sharing.scope.clone())
                .map(CodeableConcept::text)
                .collect(),
        }),
    }
}

fn state(sharing: &Sharing) -> ConsentState {
    match (sharing.is_given(), sharing.given_at.is_some()) {
        (true, _) => ConsentState::Active,
        (false, true) => ConsentState::Inactive,
        (false, false) => ConsentState::Rejected,
    }
}

fn actor(name: &str) -> Actor {
    Actor { role: CodeableConcept::text("Who may be told"), reference: Reference::named(name) }
}
