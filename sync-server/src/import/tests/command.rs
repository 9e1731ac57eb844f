//! The command: whom it imports for, what it says and how it exits.

use alongside_core::instrument::Registry;
use alongside_core::model::{OrganisationId, PersonId, Role};

use super::service::{NOW, Service, client, contact, file, id};
use crate::import::{ImportArgs, run};
use crate::store::NewPerson;

/// The exit code, standard output and standard error.
fn command(service: &Service, file: &str, worker: &str, organisation: Option<&str>) -> (u8, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("caseload.jsonl");
    std::fs::write(&path, file).unwrap();
    run_on(service, path, worker, organisation)
}

fn run_on(
    service: &Service,
    file: std::path::PathBuf,
    worker: &str,
    organisation: Option<&str>,
) -> (u8, String, String) {
    let args = ImportArgs { file, worker: worker.to_owned(), organisation: organisation.map(str::to_owned) };
    let (mut out, mut notes) = (Vec::new(), Vec::new());
    let instruments = Registry::shipped();
    let code = run(&args, &*service.store, &instruments, &service.clock, &mut out, &mut notes).unwrap();
    (code, String::from_utf8(out).unwrap(), String::from_utf8(notes).unwrap())
}

#[test]
fn every_line_taken_exits_with_nought() {
    let service = Service::new();
    let lines = file(&[client(1), contact(2)]);
    let first = command(&service, &lines, "Tomasz Invented", None);
    let said = "2 lines read: 2 taken, 0 already there, 0 refused; 0 ms\n";
    assert_eq!(first, (0, said.to_owned(), String::new()));
    let again = command(&service, &lines, &id(901).to_string(), Some("Harbour"));
    assert_eq!(again.0, 0);
    assert!(again.1.contains("2 already there"), "{}", again.1);
}

#[test]
fn a_bad_line_exits_with_two_after_the_rest_was_taken() {
    let service = Service::new();
    let lines = format!("{}nonsense\n{}", file(&[client(1)]), file(&[contact(2)]));
    let (code, out, notes) = command(&service, &lines, "Tomasz Invented", None);
    assert_eq!(code, 2);
    assert_eq!(out, "3 lines read: 2 taken, 0 already there, 1 refused; 0 ms\n");
    assert_eq!(notes, "line 2: not_json, the line is not one whole JSON object\n");
}

#[test]
fn what_cannot_run_exits_with_one_and_changes_nothing() {
    let service = Service::new();
    service.add_worker(910, "Two Invented");
    service.add_worker(911, "Two Invented");
    let lines = file(&[client(1)]);
    for (worker, organisation, said) in [
        ("Nobody", None, "import: there is no such person in the organisation\n"),
        ("Two Invented", None, "import: more than one link worker has this name; use the id\n"),
        (
            "Ruth Invented",
            None,
            "import: this person is not a link worker of the organisation any more or never was\n",
        ),
        ("Tomasz Invented", Some("Elsewhere"), "import: there is no such organisation\n"),
    ] {
        let done = command(&service, &lines, worker, organisation);
        assert_eq!(done, (1, String::new(), said.to_owned()));
    }
    let (code, _, notes) = run_on(&service, "/nowhere/caseload.jsonl".into(), "Tomasz Invented", None);
    assert_eq!(code, 1);
    assert!(notes.starts_with("import: the file cannot be read: "), "{notes}");
    assert!(service.find(1).is_none());
}

#[test]
fn a_second_organisation_must_be_named() {
    let service = Service::new();
    let worker = PersonId(id(951));
    service
        .store
        .write(|txn| {
            let org = txn.add_organisation(OrganisationId(id(950)), "Elsewhere", NOW)?;
            let (role, name) = (Role::LinkWorker, "Tomasz Invented");
            txn.add_person(&NewPerson { id: worker, org, role, name, sign_in: None, at: NOW })
        })
        .unwrap();
    let lines = file(&[client(1)]);
    assert_eq!(command(&service, &lines, "Tomasz Invented", None).0, 1);
    assert_eq!(command(&service, &lines, &worker.to_string(), Some("Elsewhere")).0, 0);
    assert!(service.find(1).is_none(), "it went to the other organisation");
    // The same file for the first organisation is another caseload there.
    assert_eq!(command(&service, &lines, "Tomasz Invented", Some(&id(900).to_string())).0, 0);
    assert!(service.find(1).is_some());
}
