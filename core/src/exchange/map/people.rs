//! Carers and relatives, and what each of them may be told.

use super::client::phone;
use super::mapping::{Mapping, derived};
use crate::exchange::fhir::codes::{ConsentAct, ConsentScope, ConsentState, ProvisionType};
use crate::exchange::fhir::consent::{Actor, Consent, Provision};
use crate::exchange::fhir::datatypes::{CodeableConcept, HumanName, Period, Reference};
use crate::exchange::fhir::related_person::RelatedPerson;
use crate::exchange::words::title;
use crate::model::Timestamp;
use crate::model::kinds::Carer;

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, carer) in mapping.record.settled::<Carer>() {
        let text = if carer.name.trim().is_empty() { "A carer or relative" } else { &carer.name };
        let person = RelatedPerson {
            active: carer.is_granted(),
            patient: mapping.patient(),
            relationship: carer.relationship.iter().map(CodeableConcept::text).collect(),
            name: vec![HumanName { r#use: None, text: text.to_owned() }],
            telecom: carer.phone.iter().map(|number| phone(number)).collect(),
            period: Period::between(carer.granted_at, carer.revoked_at),
        };
        mapping.add(held, person);
        let consent = consent(mapping, &carer, Reference::to(held.id.0));
        mapping.add_as(held, derived(held, "consent"), consent);
    }
}

fn consent(mapping: &mut Mapping<'_>, carer: &Carer, person: Reference) -> Consent {
    let granted = carer.is_granted();
    let kind = if granted { ProvisionType::Permit } else { ProvisionType::Deny };
    Consent {
        status: if granted { ConsentState::Active } else { ConsentState::Inactive },
        scope: CodeableConcept::of(ConsentScope::Privacy),
        category: vec![CodeableConcept::of(ConsentAct::Disclosure)],
        patient: mapping.patient(),
        date_time: carer.granted_at.map(Timestamp::to_iso),
        organization: vec![mapping.service()],
        policy_rule: CodeableConcept::of(if granted { ConsentAct::OptIn } else { ConsentAct::OptOut }),
        provision: Some(Provision {
            r#type: kind,
            period: Period::between(carer.granted_at, carer.revoked_at),
            actor: vec![Actor { role: CodeableConcept::text("Carer or relative"), reference: person }],
            purpose: Vec::new(),
            code: carer.scope.iter().map(|scope| CodeableConcept::text(title(*scope))).collect(),
        }),
    }
}
