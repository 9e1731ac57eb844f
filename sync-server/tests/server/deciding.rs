//! What was set aside is decided after all: by a supervisor, or by a server that knows what it is.

use alongside_core::instrument::Registry;
use alongside_core::model::{Outcome, Role, Timestamp, Why};
use alongside_core::wire::OpResult;
use alongside_server::admin;
use alongside_server::engine::{Decision, accept_late, leave_aside, replay_waiting};
use alongside_server::store::{OrgNo, PersonNo, Seq, SetAside, StoreError};
use serde_json::json;

use crate::support::{Phone, Service, client, contact, goal, set, text};

/// A supervisor, and Ada, who was taken off a case, has heard of it, and has written all the same.
fn after_a_handover(service: &Service) -> (Phone, Phone, Decision<'static>, alongside_core::model::Op) {
    let (mut ada, ben) = (service.link_worker("Ada Invented"), service.link_worker("Ben Invented"));
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    service.assign(case, &ben);
    service.unassign(case, &ada);
    ada.pull_all();
    let late = contact(case, "kitchen");
    let response = ada.push(std::slice::from_ref(&late));
    assert_eq!(response.results[0].why, Some(Why::NotAllowed));
    let new = admin::NewPerson { role: Role::Supervisor, name: "Ruth Invented", sign_in: None };
    let ruth = admin::make_person(&*service.store, &service.ports, service.organisation, new).unwrap();
    let by = service.store.read(|txn| txn.find_person(ruth)).unwrap().unwrap();
    let aside = service.store.read(|txn| txn.list_set_aside(by.org, 9)).unwrap().remove(0);
    let (replica, n) = (aside.replica, aside.n);
    let decision = Decision { org: by.org, replica, n, by: by.no, note: "She was there.", now: Timestamp(9) };
    (ada, ben, decision, late)
}

fn open(service: &Service, org: OrgNo) -> usize {
    service.store.read(|txn| txn.list_set_aside(org, 99)).unwrap().len()
}

#[test]
fn rule_21_what_was_written_after_a_handover_can_be_taken_in_by_a_supervisor() {
    let service = Service::start();
    let (mut ada, mut ben, decision, late) = after_a_handover(&service);
    let instruments = Registry::shipped();
    let accept = || service.store.write(|txn| accept_late(txn, &instruments, &decision)).unwrap();
    assert_eq!(accept().map(|answer| answer.outcome), Some(Outcome::Late));
    assert_eq!(accept(), None, "it is decided once");
    assert_eq!(open(&service, decision.org), 0);
    ben.pull_all();
    assert_eq!(ben.find(late.entity).unwrap().fields["place"], json!("kitchen"));
    let told = ada.pull().settled;
    assert_eq!(told, [OpResult { n: decision.n, r: Outcome::Late, why: Some(Why::CaseMovedOn) }]);
    assert_eq!(ada.find(late.entity), None, "the case is not hers to read");
}

#[test]
fn rule_21_what_is_left_aside_stays_on_the_server_and_its_author_is_told() {
    let service = Service::start();
    let (mut ada, mut ben, decision, late) = after_a_handover(&service);
    assert!(service.store.write(|txn| leave_aside(txn, &decision)).unwrap());
    assert!(!service.store.write(|txn| leave_aside(txn, &decision)).unwrap(), "it is decided once");
    assert_eq!(open(&service, decision.org), 0);
    ben.pull_all();
    assert_eq!(ben.find(late.entity), None);
    let told = ada.pull().settled;
    assert_eq!(told, [OpResult { n: decision.n, r: Outcome::Quarantined, why: Some(Why::LeftAside) }]);
    assert_eq!(ada.pull().settled, [], "once");
}

#[test]
fn rule_25_what_waited_is_done_in_order_by_a_server_that_knows_it() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let made = goal(case, "walk");
    ada.push(&[opens]);
    let org = service.store.read(|txn| txn.list_organisations()).unwrap().remove(0).no;
    let person = service.store.read(|txn| txn.find_person(ada.person())).unwrap().unwrap();
    // As an older server left them: a new goal, a change of it, and something this server does not know either.
    let unknown = set(made.entity, 2, &[("shoe_size", json!(7))]);
    let after = set(made.entity, 2, &[("wording", json!("never"))]);
    let waiting = [made.clone(), set(made.entity, 1, &[("wording", json!("swim"))]), unknown, after];
    let aside = |n: u64, op: &alongside_core::model::Op| waits(&ada, person.no, n, op);
    let write = service.store.write(|txn| {
        for (n, op) in (10..).zip(&waiting) {
            txn.set_aside(org, &aside(n, op))?;
        }
        Ok::<_, StoreError>(())
    });
    write.unwrap();
    let replay = || replay_waiting(&*service.store, &Registry::shipped(), Timestamp(99)).unwrap();
    assert_eq!((replay(), replay()), (2, 0));
    assert_eq!(open(&service, org), 2, "what follows on something unknown waits with it");
    let response = ada.pull();
    let told: Vec<_> = response.settled.iter().map(|result| (result.n, result.r)).collect();
    assert_eq!(told, [(10, Outcome::Applied), (11, Outcome::Applied)]);
    assert_eq!(ada.find(made.entity).unwrap().fields["wording"], json!("swim"));
}

fn waits(ada: &Phone, person: PersonNo, n: u64, op: &alongside_core::model::Op) -> SetAside {
    SetAside {
        replica: ada.enrolled.replica,
        n,
        person,
        entity: Some(op.entity),
        outcome: Outcome::Parked,
        why: Some(Why::UnknownKind),
        op: text(op),
        at: Timestamp(50),
        eff: Timestamp(i64::try_from(n).unwrap()),
        told: Seq(0),
    }
}
