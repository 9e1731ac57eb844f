//! Paths, methods, heads, and what every answer carries.

use alongside_core::wire::{Code, ENROL_PATH, SYNC_PATH};
use serde_json::Value;

use crate::support::{Call, Service};

#[test]
fn unknown_paths_and_methods_are_refused_as_problems() {
    let service = Service::start();
    for path in ["/nothing", "/sync/v2", "/sync/v1/", "/sync/v1/../../etc/passwd", "/%2e%2e/x", "/sync%2fv1"]
    {
        assert_eq!(service.send(&Call::new("GET", path)).code(), Code::NotFound, "{path}");
    }
    for (method, path) in [
        ("GET", SYNC_PATH),
        ("PUT", SYNC_PATH),
        ("GET", ENROL_PATH),
        ("DELETE", "/healthz"),
        ("POST", "/openapi.json"),
    ] {
        assert_eq!(service.send(&Call::new(method, path)).code(), Code::MethodNotAllowed, "{method} {path}");
    }
}

#[test]
fn every_answer_has_a_request_id_of_its_own_and_never_the_callers() {
    let service = Service::start();
    let call = Call::new("GET", "/healthz").header("x-request-id", "mine");
    let ids: std::collections::BTreeSet<String> = (0..5)
        .map(|_| service.send(&call).header("x-request-id").unwrap().to_owned())
        .inspect(|id| assert!(id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_hexdigit())))
        .collect();
    assert_eq!(ids.len(), 5);
}

#[test]
fn health_says_that_all_is_well() {
    let service = Service::start();
    let health: Value = service.send(&Call::new("GET", "/healthz")).json();
    assert_eq!(health["status"], "ok");
}

#[test]
fn the_document_describes_every_path_there_is() {
    let service = Service::start();
    let document: Value = service.send(&Call::new("GET", "/openapi.json")).json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let paths = document["paths"].as_object().unwrap();
    let all = [
        "/download/v1",
        "/enrol/v1",
        "/healthz",
        "/openapi.json",
        "/poke/v1",
        "/replica/v1",
        "/salvage/v1",
        "/sync/v1",
        "/upload/v1",
    ];
    assert_eq!(paths.keys().collect::<Vec<_>>(), all);
    for (path, item) in paths {
        for method in item.as_object().unwrap().keys() {
            let answer = service.send(&Call::new(&method.to_uppercase(), path));
            assert!(answer.status != 404 && answer.status != 405, "{method} {path}");
            let told = item[method]["responses"].as_object().unwrap();
            assert!(told.contains_key(&answer.status.to_string()) || answer.status == 200, "{method} {path}");
        }
    }
}

#[test]
fn a_head_that_is_too_long_or_two_tokens_are_refused() {
    let service = Service::start();
    let ada = service.link_worker("Ada Invented");
    let long = Call::new("GET", "/healthz").header("x-padding", &"x".repeat(64 * 1024));
    assert_eq!(service.send(&long).status, 431);
    let twice = ada.call(&ada.request(&[])).token(&ada.enrolled.token);
    assert_eq!(service.send(&twice).code(), Code::Unauthorised);
    let none = Call::post(SYNC_PATH, serde_json::to_vec(&ada.request(&[])).unwrap());
    for value in ["", "Basic YTpi", "Bearer", "Bearer ", "Bearer eyJhbGciOiJub25lIn0.e30."] {
        assert_eq!(
            service.send(&none.clone().header("authorization", value)).code(),
            Code::Unauthorised,
            "{value}"
        );
    }
}

#[test]
fn an_address_in_a_header_is_not_believed() {
    let service = Service::start();
    for n in 0..10 {
        let call =
            service.enrol_request("0000-0000-0000-0000").header("x-forwarded-for", &format!("192.0.2.{n}"));
        assert_eq!(service.send(&call).code(), Code::CodeWrong);
    }
    let call = service.enrol_request("0000-0000-0000-0000").header("x-forwarded-for", "192.0.2.99");
    assert_eq!(service.send(&call).code(), Code::RateLimited);
}

#[test]
fn behind_a_proxy_each_client_has_its_own_count() {
    let service = Service::start_with(|settings| settings.server.behind_proxy = true);
    let from =
        |address: &str| service.enrol_request("0000-0000-0000-0000").header("x-forwarded-for", address);
    for _ in 0..10 {
        assert_eq!(service.send(&from("192.0.2.1")).code(), Code::CodeWrong);
    }
    assert_eq!(service.send(&from("198.51.100.7, 192.0.2.1")).code(), Code::RateLimited);
    assert_eq!(service.send(&from("192.0.2.2")).code(), Code::CodeWrong);
}
