//! Words between the person and the service: notice of a change of worker, and what the person wished for.

use super::mapping::Mapping;
use crate::exchange::fhir::codes::EventStatus;
use crate::exchange::fhir::communication::{Communication, Payload};
use crate::exchange::fhir::datatypes::{CodeableConcept, Reference};
use crate::exchange::words::{day, title};
use crate::model::Timestamp;
use crate::model::kinds::{ChangeNotice, ContactWish};

pub(crate) fn map(mapping: &mut Mapping<'_>) {
    for (held, notice) in mapping.record.settled::<ChangeNotice>() {
        let (author, patient) = (mapping.author(held), mapping.patient());
        let words = notice_words(&notice);
        let message = message(mapping, "Notice of a change of link worker", notice.at, words);
        mapping.add(held, Communication { sender: Some(author), recipient: vec![patient], ..message });
    }
    for (held, wish) in mapping.record.settled::<ContactWish>() {
        let (service, patient) = (mapping.service(), mapping.patient());
        let words = wish_words(&wish);
        let message = message(mapping, "What the person wishes", wish.at, words);
        mapping.add(held, Communication { sender: Some(patient), recipient: vec![service], ..message });
    }
}

/// A notice in one sentence after the other.
fn notice_words(notice: &ChangeNotice) -> Vec<String> {
    let from = notice.from_name.as_ref().map(|name| format!("Link worker until then: {name}"));
    let to = notice.to_name.as_ref().map(|name| format!("New link worker: {name}"));
    let when = format!("From {}", day(notice.changes_at));
    let why = format!("Why: {}", notice.why);
    let meet = notice.meet_together_at.map(|at| format!("All three meet on {}", day(at)));
    let seen = notice.seen_at.map(|at| format!("Seen by the person on {}", day(at)));
    [from, to, Some(when), Some(why), meet, seen].into_iter().flatten().collect()
}

/// A wish in one sentence after the other.
fn wish_words(wish: &ContactWish) -> Vec<String> {
    let answer = wish.answer.as_ref().map(|words| format!("Answer: {words}"));
    let withdrawn = wish.withdrawn_at.map(|at| format!("Taken back on {}", day(at)));
    [Some(title(wish.wish)), wish.words.clone(), answer, withdrawn].into_iter().flatten().collect()
}

fn message(mapping: &Mapping<'_>, what: &str, at: Timestamp, words: Vec<String>) -> Communication {
    Communication {
        status: EventStatus::Completed,
        status_reason: None,
        category: vec![CodeableConcept::text(what)],
        medium: Vec::new(),
        subject: mapping.patient(),
        about: Vec::<Reference>::new(),
        sent: Some(at.to_iso()),
        recipient: Vec::new(),
        sender: None,
        reason_code: Vec::new(),
        payload: words.into_iter().map(|content_string| Payload { content_string }).collect(),
    }
}
