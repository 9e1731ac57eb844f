//! What administrators do, through the library and through the program.

use std::process::{Command, Output};

use alongside_core::model::{CaseId, Role};
use alongside_server::admin::{self, AdminError, NewPerson};
use uuid::Uuid;

use crate::support::{Service, client};

#[test]
fn roles_are_kept_apart() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    let (store, ports, organisation) = (&*service.store, &service.ports, service.organisation);
    let mo = service.person(Role::Client, "Mo Example");
    let sam = service.person(Role::Supervisor, "Sam Invented");
    assert!(matches!(admin::assign(store, ports, case, mo), Err(AdminError::Role)));
    assert!(matches!(admin::assign(store, ports, case, sam), Err(AdminError::Role)));
    assert!(matches!(admin::assign(store, ports, case, ada.person()), Err(AdminError::Taken)));
    assert!(matches!(
        admin::assign(store, ports, CaseId(Uuid::nil()), ada.person()),
        Err(AdminError::NoCase)
    ));
    let own = |client| admin::open_case(store, ports, organisation, Some(case), Some(client));
    assert!(matches!(own(sam), Err(AdminError::Role)));
    own(mo).unwrap();
    assert!(matches!(own(mo), Err(AdminError::Taken)));
    let worker = NewPerson { role: Role::LinkWorker, name: "X", sign_in: Some(("x", "a long password")) };
    assert!(matches!(admin::make_person(store, ports, organisation, worker), Err(AdminError::Role)));
}

#[test]
fn a_supervisor_signs_in_with_a_login_nobody_else_has() {
    let service = Service::start();
    let make = |login, password| {
        let new =
            NewPerson { role: Role::Supervisor, name: "Sam Invented", sign_in: Some((login, password)) };
        admin::make_person(&*service.store, &service.ports, service.organisation, new)
    };
    let sam = make("sam", "a long password").unwrap();
    assert!(matches!(make("sam", "another password"), Err(AdminError::Taken)));
    assert!(matches!(make("two words", "another password"), Err(AdminError::Login)));
    assert!(matches!(make("pat", "short"), Err(AdminError::Password)));
    let found = service.store.read(|txn| txn.find_sign_in("sam")).unwrap().unwrap();
    assert_eq!(found.person.id, sam);
    assert!(found.password_hash.starts_with("$argon2id$"));
    assert!(service.store.read(|txn| txn.find_sign_in("pat")).unwrap().is_none());
}

#[test]
fn a_case_is_handed_over_in_one_moment_or_not_at_all() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let ben = service.link_worker("Ben Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    let (store, ports) = (&*service.store, &service.ports);
    let workers = || {
        let cases = admin::list_cases(store, service.organisation).unwrap();
        cases[0].workers.iter().map(|(id, _)| *id).collect::<Vec<_>>()
    };
    let client = service.person(Role::Client, "Mo Example");
    assert!(admin::reassign(store, ports, case, ada.person(), client, None).is_err());
    assert_eq!(workers(), [ada.person()]);
    admin::reassign(store, ports, case, ada.person(), ben.person(), Some("leaving")).unwrap();
    assert_eq!(workers(), [ben.person()]);
    assert!(matches!(admin::unassign(store, ports, case, ada.person(), None), Err(AdminError::NoPerson)));
}

#[test]
fn every_change_leaves_a_line_in_the_audit_log() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    ada.push(&[opens]);
    service.unassign(case, &ada);
    admin::revoke_device(&*service.store, &service.ports, ada.enrolled.device).unwrap();
    let org = admin::find_only_organisation(&*service.store, None).unwrap().no;
    let log = service.store.read(|txn| txn.list_audit(org, 100)).unwrap();
    let acts: Vec<&str> = log.iter().rev().map(|entry| entry.act.as_str()).collect();
    let expected = [
        "make_organisation",
        "make_person",
        "make_code",
        "enrol_device",
        "open_case",
        "unassign",
        "revoke_device",
    ];
    assert_eq!(acts, expected);
    assert!(log.iter().all(|entry| entry.target.is_some()));
}

fn program(folder: &std::path::Path, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_alongside-server"));
    program
        .current_dir(folder)
        .env("ALONGSIDE_STORE_PATH", folder.join("server.db"))
        .args(arguments)
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn the_program_makes_people_and_codes_and_lists_them() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| program(folder.path(), arguments);
    let organisation = told(&run(&["admin", "organisation", "Northside"]));
    assert!(organisation.starts_with("organisation "));
    let ada = told(&run(&["admin", "person", "link_worker", "Ada Invented"]));
    let ada = ada.trim().strip_prefix("person ").unwrap();
    let code = told(&run(&["admin", "code", ada]));
    assert_eq!(code.lines().next().unwrap().len(), "code ".len() + 19, "{code}");
    let sam = told(&run(&["admin", "person", "supervisor", "Sam Invented", "--login", "sam"]));
    assert!(sam.lines().any(|line| line.starts_with("password ")));
    let case = told(&run(&["admin", "case"]));
    let case = case.trim().strip_prefix("case ").unwrap();
    told(&run(&["admin", "assign", case, ada]));
    let cases = told(&run(&["admin", "list", "cases"]));
    assert!(cases.contains(case) && cases.contains("Ada Invented"), "{cases}");
    let people = told(&run(&["admin", "list", "people"]));
    assert_eq!(people.lines().count(), 2);
    told(&run(&["admin", "leave", ada]));
    assert!(told(&run(&["admin", "list", "people"])).contains("left "));
    assert_eq!(told(&run(&["admin", "list", "devices"])), "");
}

#[test]
fn the_program_says_plainly_what_it_could_not_do() {
    let folder = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| {
        let output = program(folder.path(), arguments);
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&["admin", "person", "client", "Mo"]).contains("no such organisation"));
    assert!(said(&["admin", "code", &Uuid::nil().to_string()]).contains("no such person"));
    assert!(said(&["--config", "missing.toml", "serve"]).contains("could not read missing.toml"));
    std::fs::write(folder.path().join("alongside.toml"), "[server]\nlisten = 7").unwrap();
    assert!(said(&["serve"]).contains("could not use alongside.toml"));
}
