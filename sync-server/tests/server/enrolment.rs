//! A one-time code becomes one token, whoever tries what.

use std::collections::BTreeSet;

use alongside_core::model::Role;
use alongside_core::wire::{Code, EnrolResponse};
use alongside_server::admin;

use crate::support::{Phone, Service};

#[test]
fn a_code_is_traded_for_a_token_that_works() {
    let service = Service::start();
    let ada = service.person(Role::LinkWorker, "Ada Invented");
    let enrolled: EnrolResponse = service.send(&service.enrol_request(&service.code(ada))).json();
    assert_eq!((enrolled.person.name.as_str(), enrolled.role), ("Ada Invented", Role::LinkWorker));
    assert_eq!((enrolled.organisation.name.as_str(), enrolled.replica), ("Northside", 1));
    assert_eq!(Phone::new(service.address, enrolled).send(&[]).status, 200);
}

#[test]
fn a_wrong_a_used_and_an_old_code_say_so() {
    let service = Service::start();
    let ada = service.person(Role::LinkWorker, "Ada Invented");
    let enrol = |code: &str| service.send(&service.enrol_request(code));
    assert_eq!(enrol("0000-0000-0000-0000").code(), Code::CodeWrong);
    assert_eq!(enrol("hello").code(), Code::CodeWrong);
    let code = service.code(ada);
    assert_eq!(enrol(&code.to_lowercase()).status, 200);
    assert_eq!(enrol(&code).code(), Code::CodeUsed);
    let old = service.code(ada);
    service.clock.advance(u64::from(admin::DEFAULT_CODE_MINUTES) * 60_000);
    assert_eq!(enrol(&old).code(), Code::CodeExpired);
}

#[test]
fn a_code_of_somebody_who_left_is_refused() {
    let service = Service::start();
    let ada = service.person(Role::LinkWorker, "Ada Invented");
    let code = service.code(ada);
    admin::disable_person(&*service.store, &service.ports, ada).unwrap();
    assert_eq!(service.send(&service.enrol_request(&code)).code(), Code::Forbidden);
}

#[test]
fn fifty_at_once_get_one_token() {
    let service = Service::start_with(|settings| settings.limits.enrol_failures = 1_000);
    let code = service.code(service.person(Role::LinkWorker, "Ada Invented"));
    let calls: Vec<_> = (0..50).map(|_| service.enrol_request(&code)).collect();
    let (service, calls) = (&service, &calls);
    let answers: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = calls.iter().map(|call| scope.spawn(move || service.send(call))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let (good, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 200);
    assert_eq!(good.len(), 1);
    let codes: BTreeSet<_> = refused.iter().map(|answer| format!("{:?}", answer.code())).collect();
    assert_eq!(codes, BTreeSet::from(["CodeUsed".to_owned()]));
}

#[test]
fn the_eleventh_wrong_code_of_a_minute_waits_and_a_right_one_with_it() {
    let service = Service::start();
    let ada = service.person(Role::LinkWorker, "Ada Invented");
    let wrong = service.enrol_request("0000-0000-0000-0000");
    for _ in 0..10 {
        assert_eq!(service.send(&wrong).code(), Code::CodeWrong);
    }
    let code = service.code(ada);
    for call in [&wrong, &service.enrol_request(&code)] {
        let answer = service.send(call);
        assert_eq!((answer.code(), answer.header("retry-after")), (Code::RateLimited, Some("60")));
    }
    service.clock.advance(60_000);
    assert_eq!(service.send(&service.enrol_request(&code)).status, 200);
}

#[test]
fn tokens_and_codes_are_nowhere_in_the_database() {
    // Whichever engine the suite runs on: only a file can be read from end to end, and the statements are the same.
    let service = Service::start_with(|settings| settings.store.url = None);
    let ada = service.person(Role::LinkWorker, "Ada Invented");
    let code = service.code(ada);
    let enrolled: EnrolResponse = service.send(&service.enrol_request(&code)).json();
    service.store.checkpoint().unwrap();
    let file = std::fs::read(&service.path).unwrap();
    let holds = |secret: &str| file.windows(secret.len()).any(|window| window == secret.as_bytes());
    assert!(holds("Ada Invented"), "the file was read");
    assert!(!holds(&enrolled.token) && !holds(&code) && !holds(&code.replace('-', "")));
}

#[test]
fn a_request_that_is_no_enrolment_uses_no_code_up() {
    let service = Service::start();
    let code = service.code(service.person(Role::LinkWorker, "Ada Invented"));
    let good: serde_json::Value = serde_json::json!({
        "v": 1, "code": code, "replica": uuid::Uuid::from_u128(1), "device": {"platform": "t", "build": "0"},
    });
    for (key, value) in [
        ("v", serde_json::json!(2)),
        ("device", serde_json::json!({"platform": "x".repeat(65), "build": "0"})),
        ("replica", serde_json::json!("me")),
    ] {
        let mut bad = good.clone();
        bad[key] = value;
        let call = crate::support::Call::post(alongside_core::wire::ENROL_PATH, bad.to_string());
        assert_eq!(service.send(&call).code(), Code::BadRequest, "{key}");
    }
    let call = crate::support::Call::post(alongside_core::wire::ENROL_PATH, good.to_string());
    assert_eq!(service.send(&call).status, 200);
}
