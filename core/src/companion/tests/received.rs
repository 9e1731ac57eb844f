//! What a supervisor receives, with whom it is about.

use super::*;
use crate::instrument::Response;
use crate::model::kinds::{AssessmentOutcome, NameCard};
use crate::store::record;

fn submitted(phone: &Phone, case: CaseId) -> EntityId {
    let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    phone.core.answer(draft, "anxiety", &Response::Value(4)).unwrap();
    phone.clock.advance(60_000);
    phone.core.submit_assessment(draft).unwrap()
}

fn received(phone: &Phone) -> Vec<ReceivedAssessment> {
    phone.core.received_assessments(None).unwrap().assessments
}

#[test]
fn each_says_whom_it_is_about_who_sent_it_and_when_it_was_received() {
    let phone = worker();
    assert!(received(&phone).is_empty());
    let first = submitted(&phone, add_ada(&phone));
    let second = submitted(&phone, add_ada(&phone));
    let lines = received(&phone);
    assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), [second, first], "the newest first");
    let line = &lines[1];
    assert_eq!((line.client.as_deref(), line.author.as_str()), (Some("Ada Nowak"), "Wren Okafor"));
    assert_eq!((line.state, line.outcome), (AssessmentState::Submitted, AssessmentOutcome::Held));
    assert_eq!(line.received_at.0 - line.begun_at.0, 60_000);
    assert_eq!(line.title, phone.core.assessment(first).unwrap().title);
}

#[test]
fn a_conversation_that_was_declined_is_named_too() {
    let phone = worker();
    let case = add_ada(&phone);
    phone.core.decline_assessment(case, "ons4", Mode::Phone, None).unwrap();
    let line = received(&phone).remove(0);
    assert_eq!((line.client.as_deref(), line.outcome), (Some("Ada Nowak"), AssessmentOutcome::Declined));
}

#[test]
fn a_void_one_stays_in_its_place_and_says_why() {
    let phone = worker();
    let sealed = submitted(&phone, add_ada(&phone));
    phone.core.void_record(sealed, "wrong person").unwrap();
    let line = received(&phone).remove(0);
    assert_eq!((line.state, line.void_because.as_deref()), (AssessmentState::Voided, Some("wrong person")));
    let view = phone.core.assessment(sealed).unwrap();
    assert_eq!((view.state, view.void_because.as_deref()), (AssessmentState::Voided, Some("wrong person")));
    assert!(phone.core.share_assessment(sealed).is_err(), "nothing that is void is handed on");
}

#[test]
fn the_list_goes_on_page_by_page_and_none_is_listed_twice() {
    let phone = worker();
    let case = add_ada(&phone);
    let sent: Vec<EntityId> = (0..53).map(|_| submitted(&phone, case)).collect();
    let newest = phone.core.received_assessments(None).unwrap();
    assert!(newest.has_older);
    let rest = phone.core.received_assessments(newest.assessments.last().map(|line| line.id)).unwrap();
    assert!(!rest.has_older);
    let listed = newest.assessments.iter().chain(&rest.assessments).map(|line| line.id);
    assert_eq!(listed.collect::<Vec<_>>(), sent.into_iter().rev().collect::<Vec<_>>());
    let gone = phone.core.received_assessments(Some(EntityId(Uuid::from_u128(9))));
    assert!(matches!(gone, Err(CompanionError::NotFound)));
}

/// One that its name travelled with could be held up by it.
#[test]
fn the_name_is_written_once_and_stands_apart_from_the_assessment() {
    let phone = worker();
    let case = add_ada(&phone);
    let before = phone.core.sync_state().unwrap().unsent;
    submitted(&phone, case);
    let with_name = phone.core.sync_state().unwrap().unsent;
    submitted(&phone, case);
    let without = phone.core.sync_state().unwrap().unsent;
    assert_eq!((with_name - before, without - with_name), (3, 2), "a draft, its signature, and once a name");
    let row = phone.core.store.read(|connection| record::load(connection, NameCard::id_of(case))).unwrap();
    assert_eq!(row.fields["name"], "Ada Nowak");
}
