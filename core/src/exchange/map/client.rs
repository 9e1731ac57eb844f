//! The client: a Patient, what is good to know beside it as Observations, and the yes or no to being supported as a Consent.

use uuid::Uuid;

use super::mapping::Mapping;
use super::observe::said;
use super::url;
use crate::exchange::fhir::codes::{
    ConsentAct, ConsentScope, ConsentState, ContactSystem, NameUse, NhsNumberStatus,
};
use crate::exchange::fhir::consent::Consent;
use crate::exchange::fhir::datatypes::{
    Address, CodeableConcept, Coding, ContactPoint, Extension, HumanName, Identifier, Reference,
};
use crate::exchange::fhir::patient::{Patient, SpokenLanguage};
use crate::exchange::held::HeldRecord;
use crate::exchange::words::{capital, plain};
use crate::model::Timestamp;
use crate::model::kinds::{Client, ClientStatus, EndReason, Episode};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    let Some((held, client)) = mapping.record.settled::<Client>().into_iter().next() else {
        return unnamed(mapping);
    };
    let service = mapping.service();
    let practice = client.practice.as_ref().map(|name| mapping.organisation(name, "GP practice"));
    let died = mapping.record.settled::<Episode>().iter().any(|(_, e)| e.end_reason == Some(EndReason::Died));
    let patient = Patient {
        deceased_boolean: died.then_some(true),
        general_practitioner: practice.into_iter().collect(),
        ..patient(&client, service)
    };
    mapping.add(held, patient);
    observations(mapping, held, &client);
    consent(mapping, held, &client);
}

/// A case whose client is not on this phone still needs somebody the other entries can be about.
fn unnamed(mapping: &mut Mapping<'_>) {
    let service = mapping.service();
    let client = Client { name: "Name not held".to_owned(), ..Client::default() };
    mapping.add_common(mapping.record.case.0, patient(&client, service));
}

fn patient(client: &Client, service: Reference) -> Patient {
    Patient {
        extension: client.ethnicity.iter().map(|words| ethnicity(words)).collect(),
        identifier: client.nhs_number.as_deref().and_then(nhs_number).into_iter().collect(),
        active: client.status != Some(ClientStatus::Ended),
        name: names(client),
        telecom: client.phone.iter().map(|value| phone(value)).collect(),
        birth_date: birth_date(client),
        deceased_boolean: None,
        address: client.address.iter().map(|text| Address { text: text.clone() }).collect(),
        communication: client.language.iter().map(|tag| language(tag)).collect(),
        general_practitioner: Vec::new(),
        managing_organization: service,
    }
}

fn names(client: &Client) -> Vec<HumanName> {
    let text = if client.name.trim().is_empty() { "Name not held" } else { &client.name };
    let official = HumanName { r#use: Some(NameUse::Official), text: text.to_owned() };
    let usual = client.known_as.iter().filter(|name| !name.trim().is_empty());
    let usual = usual.map(|name| HumanName { r#use: Some(NameUse::Usual), text: name.clone() });
    std::iter::once(official).chain(usual).collect()
}

/// The date of birth where it is a date, else the year alone, which R4 allows.
fn birth_date(client: &Client) -> Option<String> {
    let born =
        client.born.as_deref().filter(|born| chrono::NaiveDate::parse_from_str(born, "%Y-%m-%d").is_ok());
    born.map(str::to_owned).or_else(|| client.birth_year.map(|year| year.to_string()))
}

/// The number as UK Core wants it: ten digits, and honest about not having been traced with the national service.
fn nhs_number(written: &str) -> Option<Identifier> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let status = CodeableConcept::of(NhsNumberStatus::PresentNotTraced);
    (digits.len() == 10).then(|| Identifier {
        extension: vec![Extension {
            url: url::NHS_NUMBER_STATUS.to_owned(),
            value_codeable_concept: Some(status),
            ..Extension::default()
        }],
        system: Some(url::NHS_NUMBER.to_owned()),
        value: Some(digits),
    })
}

pub(super) fn phone(value: &str) -> ContactPoint {
    ContactPoint { system: ContactSystem::Phone, value: value.to_owned() }
}

fn ethnicity(words: &str) -> Extension {
    Extension {
        url: url::ETHNIC_CATEGORY.to_owned(),
        value_codeable_concept: Some(CodeableConcept::text(words)),
        ..Extension::default()
    }
}

fn language(tag: &str) -> SpokenLanguage {
    let coding =
        Coding { system: Some(url::LANGUAGE_TAG.to_owned()), code: Some(tag.to_owned()), display: None };
    SpokenLanguage { language: CodeableConcept { coding: vec![coding], text: None }, preferred: true }
}

/// What R4's Patient has no place for, one Observation each.
fn observations(mapping: &mut Mapping<'_>, held: &HeldRecord, client: &Client) {
    let list = |words: &[String]| (!words.is_empty()).then(|| words.join("; "));
    let facts = [
        ("Spoken of as", client.pronouns.clone()),
        ("What is going on in life now", client.life_now.clone()),
        ("Long-term conditions, as said", list(&client.conditions)),
        ("Other support in place", list(&client.other_support)),
        ("Way of contact preferred", client.preferred_mode.map(plain)),
        ("Agreed rhythm of contact", client.contact_every_days.map(|days| format!("every {days} days"))),
        ("Support agreed", client.intensity.map(|intensity| support(intensity, client))),
        ("How it is safe to make contact", client.safe_contact.clone()),
        ("Expected length of the journey", client.planned_months.map(|months| format!("{months} months"))),
        (
            "Deprivation quintile of the area, 1 the most deprived",
            client.deprivation_quintile.map(|q| q.to_string()),
        ),
    ];
    for (what, value) in facts {
        let Some(value) = value.filter(|value| !value.trim().is_empty()) else { continue };
        let observation = said(mapping, what, client.since.unwrap_or(mapping.record.made_at), value);
        mapping.add_as(held, Uuid::new_v5(&held.id.0, what.as_bytes()), observation);
    }
}

fn support(intensity: crate::model::kinds::Intensity, client: &Client) -> String {
    let why = client.intensity_why.as_deref().map(|why| format!(": {why}")).unwrap_or_default();
    format!("{}{why}", capital(&plain(intensity)))
}

fn consent(mapping: &mut Mapping<'_>, held: &HeldRecord, client: &Client) {
    let Some(yes) = client.consent else { return };
    let rule = if yes { ConsentAct::OptIn } else { ConsentAct::OptOut };
    let consent = Consent {
        status: if yes { ConsentState::Active } else { ConsentState::Rejected },
        scope: CodeableConcept::of(ConsentScope::Treatment),
        category: vec![CodeableConcept::text("To be supported, and to these records")],
        patient: mapping.patient(),
        date_time: client.since.map(Timestamp::to_iso),
        organization: vec![mapping.service()],
        policy_rule: CodeableConcept::of(rule),
        provision: None,
    };
    mapping.add_as(held, Uuid::new_v5(&held.id.0, b"consent"), consent);
}
