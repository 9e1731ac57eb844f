use serde_json::json;

use super::*;
use crate::journey::handover::PackPart;
use crate::model::kinds::{Duty, DutyOrigin, DutyStatus, NeedCategory};
use crate::model::{Audience, Record, StreamRef};
use crate::store::{Listing, record};

fn next_worker() -> NextWorker {
    NextWorker { person: PersonId(Uuid::from_u128(77)), name: "Idris Bell".into() }
}

fn owe(phone: &Phone, case: CaseId, what: &str) {
    phone
        .core
        .write(|writing| {
            let now = writing.reading.wall;
            let duty = Duty::new(DutyOrigin::Promise, what.into(), now.plus_ms(86_400_000), now);
            let owner = Some(writing.who.person);
            let duty = Duty { owner, owner_name: Some(writing.who.name.clone()), ..duty };
            let id = EntityId(phone.core.ids.uuid());
            writing.create(id, StreamRef::of_case(case, Audience::Work), &duty)
        })
        .unwrap();
}

fn duties(phone: &Phone, case: CaseId) -> Vec<Duty> {
    let stream = StreamRef::of_case(case, Audience::Work);
    let listing = Listing::of(Duty::ENTRY);
    let rows = phone.core.store.read(|connection| record::list_in(connection, stream, listing)).unwrap();
    rows.iter().map(|row| crate::model::from_fields(&row.fields).unwrap()).collect()
}

fn told(phone: &Phone, case: CaseId) -> CaseId {
    let goal = NewGoal { wording: "sing again".into(), wording_by: WordingBy::Client, category: None };
    let goal = phone.core.agree_goal(case, &goal).unwrap();
    phone.core.add_step(goal, "ring the choir", StepBy::Worker).unwrap();
    phone.core.raise_need(case, NeedCategory::Housing, "the damp in the back room").unwrap();
    phone.core.set_safe_contact(case, "never ring after six").unwrap();
    case
}

#[test]
fn a_pack_is_drawn_from_the_record_in_the_clients_words() {
    let phone = worker();
    let case = add_ada(&phone);
    told(&phone, case);
    owe(&phone, case, "find another class");
    let pack = phone.core.prepare_handover(case, Some(&next_worker())).unwrap();
    let view = phone.core.handover(pack).unwrap();
    let matters = view.pack.what_matters.unwrap();
    assert!(matters.contains("sing again") && matters.contains("the damp in the back room"), "{matters}");
    assert!(view.pack.promises.unwrap().contains("ring the choir"));
    assert!(view.pack.open_duties.unwrap().contains("find another class"));
    assert!(view.pack.safe_contact.unwrap().contains("never ring after six"));
    assert!(view.missing.iter().any(|gap| gap.code == "handover_no_meeting"), "{:?}", view.missing);
    assert_eq!((view.given_at, view.pack.to_name.as_deref()), (None, Some("Idris Bell")));
    assert!(phone.core.drafts().unwrap().iter().any(|draft| draft.id == pack), "it is a draft to finish");
}

#[test]
fn giving_a_pack_moves_what_is_owed_and_tells_the_client() {
    let phone = worker();
    let case = told(&phone, add_ada(&phone));
    phone.core.introduce_link_worker(case, "helps you find what helps you", "weekdays").unwrap();
    owe(&phone, case, "find another class");
    let pack = phone.core.prepare_handover(case, Some(&next_worker())).unwrap();
    phone.core.write_pack(pack, PackPart::Relationship, "it took her until spring to trust me").unwrap();
    let sealed = phone.core.give_handover(pack, "I am moving to another practice.").unwrap();

    let given = phone.core.handovers(case).unwrap();
    assert_eq!((given.len(), given[0].id, given[0].given_at.is_some()), (1, sealed, true));
    let duty = duties(&phone, case).remove(0);
    assert_eq!((duty.owner, duty.status), (Some(next_worker().person), DutyStatus::Open));
    let card = phone.core.link_worker(case).unwrap().unwrap();
    assert_eq!((card.name.as_str(), card.reach.as_str(), card.what_they_do.as_str()), ("Idris Bell", "", ""));
    let refused = reason(phone.core.give_handover(pack, "again"));
    assert_eq!(refused.1, Reason::AlreadySealed);
}

#[test]
fn without_a_next_worker_what_is_owed_waits_in_the_teams_queue() {
    let phone = worker();
    let case = told(&phone, add_ada(&phone));
    owe(&phone, case, "find another class");
    let pack = phone.core.prepare_handover(case, None).unwrap();
    phone.core.give_handover(pack, "I am leaving the service.").unwrap();
    let duty = duties(&phone, case).remove(0);
    assert_eq!((duty.owner, duty.owner_name), (None, None));
}

#[test]
fn a_pack_that_does_not_say_what_matters_is_not_given() {
    let phone = worker();
    let case = add_ada(&phone);
    let pack = phone.core.prepare_handover(case, Some(&next_worker())).unwrap();
    assert_eq!(
        reason(phone.core.give_handover(pack, "I am leaving.")),
        ("what_matters".into(), Reason::Empty)
    );
    phone.core.write_pack(pack, PackPart::WhatMatters, "her garden").unwrap();
    assert_eq!(reason(phone.core.give_handover(pack, " ")), ("why".into(), Reason::NeedsReason));
    assert!(phone.core.handovers(case).unwrap().is_empty());
    phone.core.give_handover(pack, "I am leaving.").unwrap();
}

#[test]
fn a_worker_who_has_left_a_case_leaves_it_once() {
    let phone = worker();
    let case = told(&phone, add_ada(&phone));
    let pack = phone.core.prepare_handover(case, Some(&next_worker())).unwrap();
    phone.core.give_handover(pack, "I am moving to another practice.").unwrap();
    let (unsent, mine) = (phone.core.sync_state().unwrap().unsent, phone.core.assignments(case).unwrap());
    phone.core.leave_case(case).unwrap();
    phone.core.leave_case(CaseId(Uuid::from_u128(404))).unwrap();
    assert_eq!(phone.core.sync_state().unwrap().unsent, unsent, "it was left with the pack");
    assert_eq!(phone.core.assignments(case).unwrap(), mine);
}

#[test]
fn a_card_that_names_the_next_worker_already_is_theirs() {
    let phone = worker();
    let case = told(&phone, add_ada(&phone));
    phone.core.introduce_link_worker(case, "helps you find what helps you", "weekdays").unwrap();
    let pack = phone.core.prepare_handover(case, Some(&next_worker())).unwrap();
    phone.core.plan_joint_meeting(pack, Timestamp(1_798_000_000_000)).unwrap();
    phone.core.give_handover(pack, "I am moving to another practice.").unwrap();
    let card = || phone.core.link_worker(case).unwrap().unwrap();
    assert_eq!(card().reach, "weekdays", "until the joint meeting it is still this worker to ask");
    phone
        .core
        .write(|writing| {
            let id = crate::model::kinds::LinkWorkerCard::id_of(case);
            let own = [("person", json!(next_worker().person)), ("reach", json!("0191 496 0002"))];
            writing.set(id, own.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
        })
        .unwrap();
    phone.core.leave_case(case).unwrap();
    assert_eq!(card().reach, "0191 496 0002");
}
