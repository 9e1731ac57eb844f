//! How phones read: small pages and large ones come to the same, and nothing is sent or read that need not be.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::{Audience, CaseId, EntityId, Op, StreamRef};
use alongside_core::wire::{Code, Want};
use alongside_server::admin;
use serde_json::json;

use crate::support::{Phone, Service, Told, client, contact, goal, need, set, text};

/// Cases with a few records in each stream; answers all records.
fn caseload(worker: &mut Phone, cases: usize) -> (Vec<CaseId>, Vec<Op>) {
    let (mut ids, mut all) = (Vec::new(), Vec::new());
    for n in 0..cases {
        let (case, opens) = client(&format!("Client {n}"));
        let ops =
            [opens, need(case, "rent"), goal(case, "walk"), contact(case, "kitchen"), contact(case, "hall")];
        worker.push(&ops);
        ids.push(case);
        all.extend(ops);
    }
    (ids, all)
}

/// What a phone was told of cases, and which of their streams are ready.
fn of_cases(phone: &Phone) -> (BTreeMap<StreamRef, BTreeMap<EntityId, Told>>, BTreeSet<StreamRef>) {
    let (mut told, mut ready) = (phone.told.clone(), phone.ready.clone());
    told.retain(|stream, _| stream.case().is_some());
    ready.retain(|stream| stream.case().is_some());
    (told, ready)
}

fn reader(service: &Service, cases: &[CaseId], want: Option<Want>) -> Phone {
    let mut phone = service.link_worker("Ben Invented");
    phone.want = want;
    cases.iter().for_each(|case| service.assign(*case, &phone));
    phone
}

#[test]
fn small_pages_reach_the_same_records_as_one_large_page() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (cases, all) = caseload(&mut ada, 6);
    let mut large = reader(&service, &cases, None);
    assert_eq!(large.pull_all(), 1);
    assert_eq!(large.told_of_cases().len(), all.len());
    for want in
        [Want { rows: 1, bytes: 1 << 20 }, Want { rows: 3, bytes: 1 << 20 }, Want { rows: 100, bytes: 700 }]
    {
        let mut small = reader(&service, &cases, Some(want));
        assert!(small.pull_all() > 4);
        assert!(of_cases(&small) == of_cases(&large), "{want:?}");
        assert_eq!(small.pull().cursor, None, "nothing is left");
    }
}

#[test]
fn what_is_written_while_a_phone_catches_up_is_not_missed() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (cases, all) = caseload(&mut ada, 5);
    let mut small = reader(&service, &cases, Some(Want { rows: 2, bytes: 1 << 20 }));
    let editable: Vec<&Op> = all.iter().filter(|op| op.kind.as_deref() == Some("need")).collect();
    let mut rounds = 0;
    while small.pull().more {
        let op = editable[rounds % editable.len()];
        let rev = u32::try_from(rounds / editable.len()).unwrap() + 1;
        ada.push(&[
            set(op.entity, rev, &[("words", json!(format!("round {rounds}")))]),
            contact(cases[rounds % cases.len()], &format!("place {rounds}")),
        ]);
        rounds += 1;
        assert!(rounds < 200, "catching up must end");
    }
    small.want = None;
    small.pull_all();
    let mut fresh = service.phone(ada.person());
    fresh.pull_all();
    assert!(rounds > 5);
    assert_eq!(of_cases(&small), of_cases(&fresh));
}

#[test]
fn cases_come_one_after_another_and_are_ready_one_by_one() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (cases, _) = caseload(&mut ada, 3);
    let mut small = reader(&service, &cases, Some(Want { rows: 5, bytes: 1 << 20 }));
    small.pull();
    let of = |case: CaseId| Audience::ALL.into_iter().map(move |audience| StreamRef::of_case(case, audience));
    assert_eq!(of(cases[0]).filter(|stream| small.ready.contains(stream)).count(), 3);
    assert_eq!(of(cases[1]).chain(of(cases[2])).filter(|stream| small.ready.contains(stream)).count(), 0);
}

#[test]
fn what_a_phone_wrote_itself_is_not_told_back() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    ada.pull_all();
    let goal = goal(case, "walk");
    let response = ada.push(&[opens, goal.clone()]);
    let rows: usize = response.pages.iter().map(|page| page.rows.len()).sum();
    assert_eq!((rows, response.pages.len()), (0, 4), "four streams of a new case are ready and empty");
    assert!(response.pages.iter().all(|page| page.ready && !page.full));
    let response = ada.push(&[set(goal.entity, 1, &[("wording", json!("run"))])]);
    assert_eq!((response.pages.len(), response.cursor.is_some()), (0, true));
    assert_eq!(ada.pull().cursor, None);

    // Somebody else's edit in between makes it worth telling.
    let mut ben = service.link_worker("Ben Invented");
    service.assign(case, &ben);
    ben.pull_all();
    ben.push(&[set(goal.entity, 1, &[("status", json!("reached"))])]);
    let response = ada.push(&[set(goal.entity, 2, &[("wording", json!("swim"))])]);
    let of_cases = response.pages.iter().filter(|page| page.s.case().is_some());
    let rows: Vec<_> = of_cases.flat_map(|page| &page.rows).collect();
    assert_eq!((rows.len(), rows[0].r), (1, 4));
    assert_eq!(rows[0].f["status"], json!("reached"));
}

#[test]
fn only_the_fields_that_changed_are_sent() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let goal = goal(case, "walk");
    ada.push(&[opens, goal.clone()]);
    let mut ben = service.link_worker("Ben Invented");
    service.assign(case, &ben);
    ben.pull_all();
    ada.push(&[set(goal.entity, 1, &[("status", json!("reached"))])]);
    ada.push(&[set(goal.entity, 1, &[("park_reason", json!("x"))])]);
    let response = ben.pull();
    let row = &response.pages[0].rows[0];
    assert_eq!(row.f.keys().collect::<Vec<_>>(), ["park_reason", "status"]);
    assert_eq!((row.r, row.rs["status"], row.rs.len()), (3, 2, 1));
}

#[test]
fn an_idle_request_reads_one_row_and_answers_in_few_bytes() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    caseload(&mut ada, 20);
    ada.pull_all();
    let before = service.store.reads();
    let answer = ada.send(&[]);
    let after = service.store.reads();
    assert_eq!((after.rows - before.rows, after.scanned - before.scanned), (1, 0));
    assert!(answer.body.len() <= 32, "{}", String::from_utf8_lossy(&answer.body));
    let names: Vec<_> = answer.headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["content-type", "content-length", "connection"]);
    assert_eq!(ada.pull().cursor, None);
}

#[test]
fn reading_costs_what_changed_and_not_what_is_there() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (cases, _) = caseload(&mut ada, 40);
    let mut ben = reader(&service, &cases, None);
    ben.pull_all();
    ada.push(&[need(cases[7], "one more")]);
    let before = service.store.reads();
    let response = ben.pull();
    let after = service.store.reads();
    assert_eq!(response.pages.iter().map(|page| page.rows.len()).sum::<usize>(), 1);
    let (rows, scanned) = (after.rows - before.rows, after.scanned - before.scanned);
    assert!(rows <= 6 && scanned == 0, "{rows} rows read, {scanned} scanned");
}

#[test]
fn writing_costs_what_is_written_and_not_what_is_there() {
    let cost = |cases: usize| {
        let service = Service::start();
        let mut ada = service.link_worker("Ada Invented");
        let (cases, _) = caseload(&mut ada, cases);
        let before = service.store.reads();
        ada.push(&[need(cases[0], "one more")]);
        let after = service.store.reads();
        (after.rows - before.rows, after.scanned - before.scanned)
    };
    let (small, large) = (cost(2), cost(20));
    assert_eq!(small, large);
    assert_eq!(small.1, 0);
}

#[test]
fn a_cursor_of_somebody_else_or_of_nobody_is_refused_and_changes_nothing() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let mut ben = service.link_worker("Ben Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    ben.pull();
    let own = ada.cursor.clone();
    for forged in
        [ben.cursor.clone(), Some("AAAA".into()), Some(String::new()), own.clone().map(|c| c.to_lowercase())]
    {
        ada.cursor = forged;
        assert_eq!(ada.send(&[]).code(), Code::CursorUnknown);
        assert_eq!(ada.send(&[text(&need(case, "x"))]).code(), Code::CursorUnknown);
    }
    ada.cursor = own;
    assert_eq!(ada.push(&[need(case, "x")]).revs, [1], "nothing of the refused requests was taken");
}

#[test]
fn a_phone_without_a_cursor_gets_everything_again() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (_, all) = caseload(&mut ada, 2);
    ada.cursor = None;
    let response = ada.pull();
    assert!(response.pages.iter().all(|page| page.full && page.ready));
    assert_eq!(ada.told_ids().len(), all.len());
}

#[test]
fn a_supervisors_phone_gets_submitted_assessments_of_every_case() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (cases, _) = caseload(&mut ada, 2);
    let sam = service.person(alongside_core::model::Role::Supervisor, "Sam Invented");
    let (later, opens) = client("Later");
    ada.push(&[opens]);
    let mut sam = service.phone(sam);
    sam.pull_all();
    let expected = cases.iter().chain([&later]).map(|case| StreamRef::of_case(*case, Audience::Submitted));
    assert_eq!(sam.ready, expected.collect());
    assert_eq!(admin::list_cases(&*service.store, service.organisation).unwrap().len(), 3);
}
