//! Assessments and the answers that are folded into them.

use alongside_core::model::kinds::{Assessment, NameCard};
use alongside_core::model::{Audience, CaseId, State, StreamRef, content_hash, from_fields};
use serde_json::{Value, json};

use super::service::{NOW, Service, answer, assessment, client, contact, id, line, line_of};
use crate::import::Fault;

#[test]
fn a_final_assessment_is_sealed_with_its_answers_for_supervisors() {
    let service = Service::new();
    let mut silent = answer(12, 2, "money", 1);
    silent["comment"] = json!("");
    // Other lines of the client may come between.
    let lines = [client(1), assessment(2, "final"), answer(11, 2, "outlook", 5), contact(3), silent];
    assert_eq!(service.import(&lines).counts(), (5, 0, 0));

    let sealed = service.find(2).unwrap().entity;
    let at = 1_714_987_800_000_i64;
    let expected = json!({
        "at": at, "instrument": "whole-life-8", "version": 2, "discussed": ["outlook", "money"],
        "answer.outlook": {"value": 5, "at": at, "id": id(11)}, "comment.outlook": "Better",
        "answer.money": {"value": 1, "at": at, "id": id(12)}, "comment.money": "",
    });
    assert_eq!(json!(sealed.fields()), expected);
    assert!(from_fields::<Assessment>(&sealed.fields()).is_ok());
    let seal = sealed.sealed.clone().unwrap();
    assert_eq!((sealed.state, seal.by, seal.at), (State::Sealed, service.worker.id, NOW));
    assert_eq!(seal.hash, content_hash("assessment", &sealed.fields()));

    let received = service.store.read(|txn| txn.list_received(service.org, None, 10)).unwrap();
    assert_eq!(received.len(), 1);
    assert_eq!((received[0].case, received[0].client.as_deref()), (CaseId(id(1)), Some("Ada Invented")));
    assert_eq!(received[0].submitted_at.0, at);
}

#[test]
fn whom_a_submitted_assessment_is_about_stands_beside_it_once() {
    let service = Service::new();
    let (case, card) = (CaseId(id(1)), NameCard::id_of(CaseId(id(1))));
    let find = || service.store.read(|txn| txn.find_record(service.org, card)).unwrap();
    service.import(&[client(1), assessment(2, "draft")]);
    assert!(find().is_none(), "a draft is the worker's own");
    let lines = [client(1), assessment(3, "final"), answer(11, 3, "home", 3), assessment(4, "final")];
    assert_eq!(service.import(&lines).counts(), (3, 1, 0), "the card is no line");
    let there = find().expect("it is there").entity;
    assert_eq!(
        (there.kind.as_str(), there.stream),
        ("name_card", StreamRef::of_case(case, Audience::Submitted))
    );
    assert_eq!((there.rev, &there.cells["name"].value), (1, &json!("Ada Invented")));
    service.import(&lines);
    assert_eq!(find().expect("it is there").entity.rev, 1);
}

#[test]
fn a_name_that_was_erased_beside_an_assessment_stays_away() {
    let service = Service::new();
    let lines = [client(1), assessment(2, "final")];
    service.import(&lines);
    let card = NameCard::id_of(CaseId(id(1)));
    let find = || service.store.read(|txn| txn.find_record(service.org, card)).unwrap();
    let organisation = service.store.read(|txn| txn.list_organisations()).unwrap()[0].id;
    crate::admin::erase(&*service.store, &crate::Ports::system(), organisation, &[card]).unwrap();
    service.import(&lines);
    assert_eq!(find().map(|card| card.entity.cells.len()), Some(0), "one that was erased stays away");
}

#[test]
fn a_draft_stays_with_its_worker() {
    let service = Service::new();
    let done = service.import(&[client(1), assessment(2, "draft"), answer(11, 2, "home", 3)]);
    assert_eq!(done.counts(), (3, 0, 0));
    let draft = service.find(2).unwrap().entity;
    let own = StreamRef::private(service.worker.id);
    assert_eq!((draft.stream, draft.state, &draft.sealed), (own, State::Active, &None));
    assert_eq!(service.fields(2)["case"], json!(id(1)));
    let granted = service.store.read(|txn| txn.find_grant(service.org, service.worker.no, own)).unwrap();
    assert!(granted.is_some_and(|grant| grant.revoked.is_none()));
    assert!(service.store.read(|txn| txn.list_received(service.org, None, 10)).unwrap().is_empty());
}

#[test]
fn answers_after_lines_of_another_client_come_too_late() {
    let service = Service::new();
    let lines = [
        client(1),
        assessment(2, "final"),
        answer(11, 2, "home", 3),
        client(4),
        answer(12, 2, "money", 3),
        answer(13, 99, "money", 3),
        line_of(4, "answer", 14, Some(2), json!({"domain": "money", "score": 3, "comment": ""})),
    ];
    let done = service.import(&lines);
    assert_eq!(done.faults(), [(5, Fault::TooLate), (6, Fault::UnknownParent), (7, Fault::UnknownParent)]);
    assert_eq!(service.fields(2)["discussed"], json!(["home"]));
}

#[test]
fn a_domain_is_answered_once() {
    let service = Service::new();
    let again = answer(11, 2, "home", 4);
    let lines = [
        client(1),
        assessment(2, "final"),
        answer(11, 2, "home", 3),
        answer(11, 2, "home", 3),
        again,
        answer(12, 2, "home", 3),
    ];
    let done = service.import(&lines);
    assert_eq!(done.counts(), (3, 1, 2));
    assert_eq!(done.faults(), [(5, Fault::DuplicateId), (6, Fault::AnsweredTwice)]);
}

#[test]
fn a_score_is_on_its_instruments_scale() {
    let ons4 =
        |number: u128| line("assessment", number, None, json!({"tool": "ons4", "ver": 1, "state": "final"}));
    for (assessment, domain, score, fault) in [
        (assessment(2, "final"), "home", 0, Some(Fault::OutOfRange("score"))),
        (assessment(2, "final"), "home", 1, None),
        (assessment(2, "final"), "home", 5, None),
        (assessment(2, "final"), "home", 6, Some(Fault::OutOfRange("score"))),
        (ons4(2), "satisfaction", -1, Some(Fault::OutOfRange("score"))),
        (ons4(2), "satisfaction", 10, None),
        (ons4(2), "satisfaction", 11, Some(Fault::OutOfRange("score"))),
        (ons4(2), "home", 5, Some(Fault::UnknownWord("domain"))),
    ] {
        let done = Service::new().import(&[client(1), assessment, answer(11, 2, domain, score)]);
        let expected: Vec<_> = fault.map(|fault| (3, fault)).into_iter().collect();
        assert_eq!(done.faults(), expected, "{domain} {score}");
    }
}

#[test]
fn an_assessment_has_room_for_two_hundred_answers() {
    let answers = (0..201).map(|n| answer(1_000 + n, 2, &format!("domain-{n}"), 3));
    let lines: Vec<Value> = [client(1), assessment(2, "final")].into_iter().chain(answers).collect();
    let service = Service::new();
    assert_eq!(service.import(&lines).faults(), [(203, Fault::TooLarge)]);
    assert_eq!(service.fields(2)["discussed"].as_array().unwrap().len(), 200);
}
