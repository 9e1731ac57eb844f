//! Contacts: an Encounter where two people met or spoke, a Communication for a message and for a call that nobody answered; and
//! the next contact as a planned Encounter.

use super::episodes::episode_at;
use super::mapping::Mapping;
use crate::exchange::fhir::codes::{EncounterClass, EncounterStatus, EventStatus, Medium};
use crate::exchange::fhir::communication::{Communication, Payload};
use crate::exchange::fhir::datatypes::{CodeableConcept, Coding, Period, Reference};
use crate::exchange::fhir::encounter::{Encounter, Participant, Place};
use crate::exchange::fhir::location::Location;
use crate::exchange::held::HeldRecord;
use crate::exchange::words::title;
use crate::model::kinds::{Contact, Direction, Mode, NextContact, Outcome};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, contact) in mapping.record.settled::<Contact>() {
        if is_encounter(&contact) {
            let encounter = encounter(mapping, held, &contact);
            mapping.add(held, encounter);
        } else {
            let communication = communication(mapping, held, &contact);
            mapping.add(held, communication);
        }
    }
    for (held, next) in mapping.record.settled::<NextContact>() {
        let planned = planned(mapping, held, &next);
        mapping.add(held, planned);
    }
}

/// Whether two people met or spoke, or had agreed to and called it off.
pub(super) fn is_encounter(contact: &Contact) -> bool {
    let written = matches!(contact.mode, Mode::Message | Mode::Letter);
    let tried = matches!(contact.outcome, Outcome::NoAnswer | Outcome::MessageLeft | Outcome::NotHome);
    !written && !tried
}

fn encounter(mapping: &mut Mapping<'_>, held: &HeldRecord, contact: &Contact) -> Encounter {
    let called_off = matches!(contact.outcome, Outcome::CancelledByClient | Outcome::CancelledByService);
    let end =
        contact.minutes.filter(|minutes| *minutes > 0).map(|minutes| contact.at.plus_ms(minutes * 60_000));
    let author = mapping.author(held);
    let words = std::iter::once(title(contact.mode)).chain(about(contact));
    Encounter {
        status: if called_off { EncounterStatus::Cancelled } else { EncounterStatus::Finished },
        class: class(contact.mode),
        r#type: words.map(CodeableConcept::text).collect(),
        subject: mapping.patient(),
        episode_of_care: episode_at(mapping.record, contact.at).map(Reference::to).into_iter().collect(),
        participant: vec![Participant { individual: author }],
        period: Period::between(Some(contact.at), end),
        reason_code: reasons(contact),
        location: contact.place.iter().filter_map(|place| location(mapping, place)).collect(),
        service_provider: mapping.service(),
    }
}

/// What of a contact R4 has no element for.
fn about(contact: &Contact) -> Vec<String> {
    let begun =
        contact.direction.map(|direction| format!("Begun by the {}", title(direction).to_lowercase()));
    let agreed =
        contact.agreed_before.map(|yes| if yes { "Agreed beforehand" } else { "Not agreed beforehand" });
    let called_off = matches!(contact.outcome, Outcome::CancelledByClient | Outcome::CancelledByService);
    let outcome = called_off.then(|| title(contact.outcome));
    [begun, agreed.map(str::to_owned), outcome].into_iter().flatten().collect()
}

fn class(mode: Mode) -> Coding {
    Coding::of(match mode {
        Mode::Home => EncounterClass::Home,
        Mode::Practice => EncounterClass::Ambulatory,
        Mode::Community | Mode::Accompanied => EncounterClass::Field,
        _ => EncounterClass::Virtual,
    })
}

fn reasons(contact: &Contact) -> Vec<CodeableConcept> {
    let purposes = contact.purposes.iter().map(|purpose| title(*purpose));
    purposes.chain(contact.reason.clone()).map(CodeableConcept::text).collect()
}

fn location(mapping: &mut Mapping<'_>, name: &str) -> Option<Place> {
    if name.trim().is_empty() {
        return None;
    }
    let id = mapping.single(&format!("location {name}"));
    mapping.add_common(id, Location { name: name.to_owned(), address: None });
    Some(Place { location: Reference::to(id) })
}

fn communication(mapping: &mut Mapping<'_>, held: &HeldRecord, contact: &Contact) -> Communication {
    let reached = matches!(contact.outcome, Outcome::TwoWay | Outcome::MessageLeft);
    let (patient, author) = (mapping.patient(), mapping.author(held));
    let by_person = matches!(contact.direction, Some(Direction::Client | Direction::Carer));
    let (sender, recipient) = if by_person { (patient.clone(), author) } else { (author, patient.clone()) };
    let payload = (contact.outcome == Outcome::MessageLeft).then(|| "A message was left".to_owned());
    Communication {
        status: if reached { EventStatus::Completed } else { EventStatus::NotDone },
        status_reason: (!reached).then(|| CodeableConcept::text(title(contact.outcome))),
        category: about(contact).into_iter().map(CodeableConcept::text).collect(),
        medium: vec![medium(contact.mode)],
        subject: patient,
        about: Vec::new(),
        sent: Some(contact.at.to_iso()),
        recipient: vec![recipient],
        sender: Some(sender),
        reason_code: reasons(contact),
        payload: payload.into_iter().map(|content_string| Payload { content_string }).collect(),
    }
}

fn medium(mode: Mode) -> CodeableConcept {
    CodeableConcept::of(match mode {
        Mode::Phone => Medium::Phone,
        Mode::Video => Medium::Video,
        Mode::Letter => Medium::Mail,
        Mode::Message | Mode::Unknown => Medium::Written,
        Mode::Home | Mode::Community | Mode::Practice | Mode::Accompanied => Medium::Face,
    })
}

fn planned(mapping: &mut Mapping<'_>, held: &HeldRecord, next: &NextContact) -> Encounter {
    let author = mapping.author(held);
    let agreed =
        next.agreed.map(|yes| if yes { "Agreed with the person" } else { "Not yet agreed with the person" });
    let who = (!next.who.trim().is_empty()).then(|| format!("With {}", next.who));
    let words = [Some(title(next.mode)), who, agreed.map(str::to_owned)].into_iter().flatten();
    Encounter {
        status: EncounterStatus::Planned,
        class: class(next.mode),
        r#type: words.map(CodeableConcept::text).collect(),
        subject: mapping.patient(),
        episode_of_care: Vec::new(),
        participant: vec![Participant { individual: author }],
        period: Period::between(Some(next.at), None),
        reason_code: vec![CodeableConcept::text(&next.why)],
        location: next.place.iter().filter_map(|place| location(mapping, place)).collect(),
        service_provider: mapping.service(),
    }
}
