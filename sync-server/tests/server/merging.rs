//! What becomes of operations: the chain, the groups, the bad one among many, and two people at once.

use alongside_core::model::{Act, Op, Outcome, Why};
use alongside_core::wire::{ChainHash, Code, OpResult, Tail};
use alongside_server::admin;
use serde_json::json;

use crate::support::{Service, client, clocked, contact, fields, goal, joined, need, new_id, set, text};

#[test]
fn a_lost_answer_is_given_again_and_what_follows_is_taken() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let bad = Op { kind: Some("need".into()), ..contact(case, "kitchen") };
    let first = [opens, need(case, "rent arrears"), bad];
    let lost = ada.push_without_answer(&first);
    let again = ada.push_without_answer(&first);
    assert_eq!((&again.revs, &again.results, again.acked), (&lost.revs, &lost.results, lost.acked));
    let more: Vec<Op> = first.iter().cloned().chain([need(case, "the damp")]).collect();
    let response = ada.push(&more);
    assert_eq!((response.revs[..3].to_vec(), response.revs[3]), (lost.revs.clone(), 1));
    assert_eq!(response.results, lost.results);
    let fewer = {
        let mut old = ada.clone();
        old.tail = Tail::default();
        old.push_without_answer(&first[..2])
    };
    assert_eq!((fewer.revs.as_slice(), fewer.acked.unwrap().0), (&[1, 1][..], 2));

    let mut ben = service.link_worker("Ben Invented");
    service.assign(case, &ben);
    ben.pull_all();
    assert_eq!(ben.told_of_cases().len(), 3, "nothing was written twice");
    assert_eq!(admin::list_set_aside(&*service.store, service.organisation, 10).unwrap().len(), 1);
}

#[test]
fn the_same_push_many_times_at_once_is_taken_once() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    let ops: Vec<Op> = (0..20).map(|n| need(case, &format!("need {n}"))).collect();
    let (phone, ops) = (&ada, &ops);
    let answers: Vec<_> = std::thread::scope(|scope| {
        let sending: Vec<_> =
            (1..=8).map(|n| scope.spawn(move || phone.push_without_answer(&ops[..n * 2]))).collect();
        sending.into_iter().map(|sent| sent.join().unwrap()).collect()
    });
    assert!(
        answers.iter().all(|answer| answer.results.is_empty() && answer.revs.iter().all(|rev| *rev == 1))
    );
    ada.push(ops);
    let mut ben = service.link_worker("Ben Invented");
    service.assign(case, &ben);
    ben.pull_all();
    assert_eq!(ben.told_of_cases().len(), 21);
}

#[test]
fn a_phone_restored_from_a_backup_is_told_that_its_chain_forked() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let backup = ada.clone();
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    assert_eq!(backup.send(&[text(&need(case, "something else"))]).code(), Code::Forked);
    let mut ahead = ada.clone();
    ahead.tail = Tail(9, ChainHash([1; 8]));
    assert_eq!(ahead.send(&[]).code(), Code::Forked);
    ada.push(&[need(case, "rent arrears")]);
}

#[test]
fn one_bad_operation_among_four_hundred_stops_no_other() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    for bad in [r#"{"k":"create"}"#.to_owned(), "[[[[]]]]".into(), "\"\u{feff}\"".into(), "-0".into()] {
        let mut texts: Vec<String> = (0..399).map(|n| text(&need(case, &format!("need {n}")))).collect();
        texts.insert(200, bad);
        let before = ada.tail.0;
        let response = ada.push_texts(&texts);
        let malformed = OpResult { n: before + 201, r: Outcome::Quarantined, why: Some(Why::Malformed) };
        assert_eq!(response.results, [malformed]);
        assert_eq!(response.revs.iter().filter(|rev| **rev == 1).count(), 399);
    }
    let aside = admin::list_set_aside(&*service.store, service.organisation, 10).unwrap();
    assert_eq!(aside.len(), 4);
}

#[test]
fn values_that_do_not_fit_are_set_aside_one_by_one() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let long = |length: usize| need(case, &"x".repeat(length));
    let op = |kind: &str, field: &str, value: serde_json::Value| {
        let good = goal(case, "walk");
        Op { kind: Some(kind.into()), fields: fields(&[(field, value)]), ..good }
    };
    let response = ada.push(&[
        opens.clone(),
        long(64 * 1024),
        long(64 * 1024 + 1),
        need(case, ""),
        op("goal", "status", json!(7)),
        op("goal", "shoe_size", json!(7)),
        op("song", "title", json!("x")),
        Op { stream: None, ..goal(case, "walk") },
        clocked(Op::bare(Act::Archive, new_id())),
        set(opens.entity, 1, &[("birth_year", json!(3000))]),
    ]);
    let told: Vec<_> =
        response.results.iter().map(|result| (result.n, result.r, result.why.unwrap())).collect();
    use Outcome::{Parked, Quarantined};
    assert_eq!(
        told,
        [
            (3, Quarantined, Why::BadValue),
            (5, Quarantined, Why::BadValue),
            (6, Parked, Why::UnknownField),
            (7, Parked, Why::UnknownKind),
            (8, Quarantined, Why::Malformed),
            (9, Quarantined, Why::NoSuchRecord),
            (10, Quarantined, Why::BadValue),
        ]
    );
}

#[test]
fn what_follows_on_something_that_waits_waits_too() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let goal = goal(case, "walk");
    ada.push(&[opens, goal.clone()]);
    let newer = set(goal.entity, 1, &[("shoe_size", json!(7))]);
    let after = set(goal.entity, 1, &[("status", json!("reached"))]);
    let response = ada.push(&[newer, after.clone()]);
    let outcomes: Vec<_> = response.results.iter().map(|result| result.r).collect();
    assert_eq!(outcomes, [Outcome::Parked, Outcome::Parked]);
    assert_eq!(ada.push(&[after]).results[0].r, Outcome::Parked);
    assert_eq!(ada.push(&[need(case, "unrelated")]).results, []);
}

#[test]
fn a_group_stands_or_falls_together() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let (good, alone) = (need(case, "in a group"), need(case, "alone"));
    let other = need(case, "behind");
    let bad = joined(set(new_id(), 1, &[("words", json!("x"))]));
    let response = ada.push(&[opens, good.clone(), bad, joined(other.clone()), alone.clone()]);
    let told: Vec<_> = response.results.iter().map(|result| (result.n, result.why.unwrap())).collect();
    assert_eq!(told, [(2, Why::GroupRefused), (3, Why::NoSuchRecord), (4, Why::GroupRefused)]);
    assert_eq!(response.revs, [1, 0, 0, 0, 1]);
    let mut ben = service.link_worker("Ben Invented");
    service.assign(case, &ben);
    ben.pull_all();
    assert!(ben.find(good.entity).is_none() && ben.find(other.entity).is_none());
    assert!(ben.find(alone.entity).is_some());
}

#[test]
fn a_refused_group_that_opened_a_case_opens_none() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let bad = joined(set(new_id(), 1, &[("words", json!("x"))]));
    ada.push(&[opens.clone(), bad]);
    assert_eq!(ada.push(&[need(case, "nowhere")]).results[0].why, Some(Why::NotAllowed));
    assert_eq!(ada.push(&[opens, need(case, "here")]).revs, [1, 1]);
}

#[test]
fn two_offline_rewrites_of_one_text_both_stay() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let mut ben = service.link_worker("Ben Invented");
    let (case, opens) = client("Mo Example");
    let goal = goal(case, "walk");
    ada.push(&[opens, goal.clone()]);
    service.assign(case, &ben);
    ben.pull_all();
    ada.push(&[set(goal.entity, 1, &[("wording", json!("walk to the shop"))])]);
    let response = ben.push(&[set(goal.entity, 1, &[("wording", json!("walk with the dog"))])]);
    assert_eq!(response.results[0].r, Outcome::Sibling);
    assert_eq!(ben.find(goal.entity).unwrap().siblings, 1, "the answer brings the other text");
    ada.pull_all();
    let told = ada.find(goal.entity).unwrap();
    assert_eq!((told.siblings, told.rev), (1, 3));
}

#[test]
fn an_edit_of_what_was_seen_applies_whatever_the_clocks_say() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let goal = goal(case, "walk");
    ada.push(&[opens, goal.clone()]);
    service.clock.set_wall(alongside_core::model::Timestamp(0));
    let response = ada.push(&[set(goal.entity, 1, &[("wording", json!("run"))])]);
    assert_eq!((response.results.len(), response.revs), (0, vec![2]));
}

#[test]
fn rule_9_two_workers_who_plan_one_contact_write_to_one_record_and_the_audit_log_says_so() {
    let service = Service::start();
    let (mut ada, mut ben) = (service.link_worker("Ada Invented"), service.link_worker("Ben Invented"));
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    service.assign(case, &ben);
    let first = goal(case, "walk");
    let second = Op { fields: [("wording".to_owned(), json!("swim"))].into(), ..first.clone() };
    ada.push(std::slice::from_ref(&first));
    assert_eq!(ben.push(&[second]).results[0].r, Outcome::Sibling);
    let organisation = admin::find_only_organisation(&*service.store, None).unwrap();
    let entries = service.store.read(|txn| txn.list_audit(organisation.no, 50)).unwrap();
    let met = entries.iter().filter(|entry| entry.act == "create_met_record");
    assert_eq!(met.map(|entry| entry.target).collect::<Vec<_>>(), [Some(first.entity.0)]);
}
