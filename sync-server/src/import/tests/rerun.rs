//! The same file again, and files in parts.

use serde_json::{Value, json};

use super::service::{Service, answer, assessment, client, contact, file, goal, id, line, line_of};
use crate::import::Fault;

fn caseload() -> Vec<Value> {
    vec![
        client(1),
        contact(2),
        line("note", 3, Some(2), json!({"body": "Tea with Ada."})),
        assessment(4, "final"),
        answer(11, 4, "home", 3),
        answer(12, 4, "money", 2),
        assessment(5, "draft"),
        answer(13, 5, "home", 4),
        goal(6),
        line("step", 7, Some(6), json!({"seq": 0, "title": "Go", "done": false})),
    ]
}

#[test]
fn the_same_file_again_changes_nothing() {
    let service = Service::new();
    assert_eq!(service.import(&caseload()).counts(), (10, 0, 0));
    let seq = |service: &Service| service.store.read(|txn| txn.list_organisations()).unwrap()[0].seq;
    let log = |service: &Service| service.store.read(|txn| txn.list_audit(service.org, 100)).unwrap();
    let before = (seq(&service), log(&service));
    assert_eq!(service.import(&caseload()).counts(), (0, 10, 0));
    assert_eq!((seq(&service), log(&service)), before);
}

#[test]
fn a_file_can_go_on_where_another_ended() {
    let service = Service::new();
    let all = caseload();
    service.import(&all[..4]);
    let done = service.import(&all);
    // The assessment was sealed without answers when the first file ended, and stays as it was sealed.
    assert_eq!(done.faults(), [(5, Fault::TooLate), (6, Fault::TooLate)]);
    assert_eq!(done.counts(), (4, 4, 2));
}

#[test]
fn what_was_changed_since_is_left_as_it_is() {
    let service = Service::new();
    service.import(&caseload());
    let mut ticked = service.find(7).unwrap();
    ticked.entity.rev = 2;
    ticked.entity.cells.get_mut("done").unwrap().value = json!(true);
    service.store.write(|txn| txn.save_record(&ticked)).unwrap();
    let done = service.import(&caseload());
    assert_eq!((done.counts(), done.faults()), ((0, 9, 1), vec![(10, Fault::DuplicateId)]));
    assert_eq!(service.fields(7)["done"], json!(true));
}

#[test]
fn an_answer_given_otherwise_does_not_change_what_is_sealed() {
    let service = Service::new();
    service.import(&caseload());
    let mut other = caseload();
    other[4]["score"] = json!(5);
    let done = service.import(&other);
    assert_eq!((done.counts(), done.faults()), ((0, 9, 1), vec![(5, Fault::TooLate)]));
    assert_eq!(service.fields(4)["answer.home"]["value"], json!(3));
}

#[test]
fn a_sealed_assessment_is_not_opened_by_a_draft_of_its_id() {
    let service = Service::new();
    service.import(&caseload());
    let done = service.import(&[client(1), assessment(4, "draft"), answer(11, 4, "home", 3)]);
    assert_eq!(done.faults(), [(2, Fault::DuplicateId), (3, Fault::DuplicateId)]);
}

#[test]
fn a_case_somebody_else_opened_stays_theirs() {
    let mut service = Service::new();
    service.import(&[client(1)]);
    service.worker = service.add_worker(905, "Nadia Invented");
    assert_eq!(service.import(&caseload()).counts(), (9, 1, 0));
    let assigned = service.store.read(|txn| {
        let case = txn.find_case(service.org, id(1).into())?.unwrap();
        txn.list_assignments(case.no)
    });
    let names: Vec<String> = assigned.unwrap().into_iter().map(|assigned| assigned.person.name).collect();
    assert_eq!(names, ["Tomasz Invented"]);
}

#[test]
fn a_client_with_more_lines_than_a_batch_keeps_assessments_open() {
    let service = Service::new();
    let contacts = (0..2_500).map(|n| contact(10_000 + n));
    let mut lines = vec![client(1), assessment(2, "final"), answer(11, 2, "home", 3)];
    lines.extend(contacts);
    lines.push(answer(12, 2, "money", 4));
    lines.push(line_of(
        9,
        "client",
        9,
        None,
        json!({"name": "B", "born": 1960, "practice": 1, "condition": "t2d",
        "consent": false, "months": 6}),
    ));
    assert_eq!(service.import(&lines).counts(), (2_505, 0, 0));
    assert_eq!(service.fields(2)["discussed"], json!(["home", "money"]));
    // Three commits for three batches, and one audit entry for each beside those of the two cases.
    let log = service.store.read(|txn| txn.list_audit(service.org, 100)).unwrap();
    assert_eq!(log.iter().filter(|entry| entry.act == "import").count(), 3);
    assert_eq!(log.iter().filter(|entry| entry.act == "open_case").count(), 2);
}

#[test]
fn a_file_without_a_last_line_break_or_with_windows_ones_is_the_same_file() {
    let service = Service::new();
    let text = file(&caseload());
    assert_eq!(service.import_bytes(text.trim_end().as_bytes()).counts(), (10, 0, 0));
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(service.import_bytes(windows.as_bytes()).counts(), (0, 10, 0));
}
