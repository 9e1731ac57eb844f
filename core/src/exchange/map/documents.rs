//! Signed texts: visit notes and handover packs as DocumentReferences, each with the Provenance of its signature.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::contacts::is_encounter;
use super::mapping::{Mapping, derived};
use super::url;
use crate::exchange::fhir::codes::{AgentType, DocStatus, DocumentStatus, EntityRole, RelationType};
use crate::exchange::fhir::datatypes::{Attachment, CodeableConcept, Identifier, Period, Reference};
use crate::exchange::fhir::document_reference::{Content, Context, DocumentReference, Relation};
use crate::exchange::fhir::provenance::{Agent, Entity, HashReference, Provenance};
use crate::exchange::held::HeldRecord;
use crate::exchange::words::day;
use crate::model::kinds::{Contact, HandoverPack, VisitNote};
use crate::model::{EntityId, Record, Timestamp, from_fields};

/// A signed text.
struct Text {
    what: &'static str,
    at: Timestamp,
    words: String,
    amends: Option<EntityId>,
    contact: Option<EntityId>,
}

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, note) in mapping.record.settled::<VisitNote>() {
        let promised = note.promised.map(|words| format!("\n\nPromised: {words}")).unwrap_or_default();
        let words = format!("{}{promised}", note.body);
        let text =
            Text { what: "Visit note", at: note.at, words, amends: note.amends, contact: note.contact };
        document(mapping, held, &text);
    }
    for (held, pack) in mapping.record.settled::<HandoverPack>() {
        let (at, amends) = (pack.at, pack.amends);
        let words = pack_words(&pack);
        document(mapping, held, &Text { what: "Handover pack", at, words, amends, contact: None });
    }
}

/// A handover pack's parts under their headings.
fn pack_parts(pack: &HandoverPack) -> Vec<(&'static str, &str)> {
    let parts = [
        ("Given by", &pack.from_name),
        ("Given to", &pack.to_name),
        ("What matters, in the person's own words", &pack.what_matters),
        ("Promised and not done", &pack.promises),
        ("What works and what does not", &pack.do_and_do_not),
        ("How it is safe to make contact", &pack.safe_contact),
        ("Owed, with dates", &pack.open_duties),
        ("Where referrals stand", &pack.referrals),
        ("How trust came about", &pack.relationship),
    ];
    parts.into_iter().filter_map(|(heading, text)| Some((heading, text.as_deref()?))).collect()
}

fn pack_words(pack: &HandoverPack) -> String {
    let parts = pack_parts(pack).into_iter().map(|(heading, text)| format!("{heading}: {text}"));
    let meeting = pack.meet_together_at.map(|at| format!("All three meet on {}", day(at)));
    parts.chain(meeting).collect::<Vec<_>>().join("\n\n")
}

fn document(mapping: &mut Mapping<'_>, held: &HeldRecord, text: &Text) {
    let author = mapping.author(held);
    let amended =
        text.amends.filter(|amended| mapping.record.find(*amended).is_some_and(|o| o.kind == held.kind));
    let words = if text.words.trim().is_empty() { "(nothing was written)" } else { &text.words };
    let document = DocumentReference {
        status: DocumentStatus::Current,
        doc_status: if amended.is_some() { DocStatus::Amended } else { DocStatus::Final },
        r#type: CodeableConcept::text(text.what),
        subject: mapping.patient(),
        date: Some(held.seal.as_ref().map_or(text.at, |seal| seal.at).to_iso()),
        author: vec![author],
        relates_to: amended.map(relation).into_iter().collect(),
        content: vec![Content { attachment: attachment(text, words) }],
        context: context(mapping, text),
    };
    mapping.add(held, document);
    signature(mapping, held);
}

fn relation(amended: EntityId) -> Relation {
    Relation { code: RelationType::Appends, target: Reference::to(amended.0) }
}

fn attachment(text: &Text, words: &str) -> Attachment {
    Attachment {
        content_type: "text/plain; charset=utf-8".to_owned(),
        language: None,
        data: STANDARD.encode(words),
        title: Some(format!("{} of {}", text.what, day(text.at))),
        creation: Some(text.at.to_iso()),
    }
}

fn context(mapping: &Mapping<'_>, text: &Text) -> Option<Context> {
    let contact = text.contact.and_then(|contact| mapping.record.find(contact));
    let contact = contact.filter(|held| held.kind == Contact::ENTRY.name)?;
    let met = from_fields::<Contact>(&contact.fields).is_ok_and(|contact| is_encounter(&contact));
    let encounter = if met { vec![Reference::to(contact.id.0)] } else { Vec::new() };
    Some(Context { encounter, period: Period::between(Some(text.at), None) })
}

/// Who signed or submitted a record, when, and the hash of what they saw.
pub(super) fn signature(mapping: &mut Mapping<'_>, held: &HeldRecord) {
    let Some(seal) = &held.seal else { return };
    let name = if seal.by == held.author { held.author_name.as_str() } else { "" };
    let who = mapping.worker(seal.by, name);
    let hash = Identifier {
        extension: Vec::new(),
        system: Some(url::CONTENT_HASH.to_owned()),
        value: Some(seal.hash.clone()),
    };
    let provenance = Provenance {
        target: vec![Reference::to(held.id.0)],
        recorded: seal.at.to_iso(),
        activity: CodeableConcept::text("Signed and sealed"),
        agent: vec![Agent { r#type: CodeableConcept::of(AgentType::Author), who }],
        entity: vec![Entity { role: EntityRole::Source, what: HashReference { identifier: hash } }],
    };
    mapping.add_common(derived(held, "provenance"), provenance);
}
