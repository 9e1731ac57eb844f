//! The document against the code it describes: a shape that drifts from the wire fails here.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::{
    Audience, Bases, CaseId, DeviceId, EntityId, Fields, Op, OpClock, Outcome, PersonId, Publication,
    ReplicaId, RequestClock, Role, State, StreamRef, Timestamp, Why,
};
use alongside_core::wire::{
    App, ChainHash, Code, DeviceDescription, EnrolRequest, EnrolResponse, Named, OpResult, Page, Problem,
    Row, SealRow, SiblingRow, SyncRequest, SyncResponse, Tail, Want, limits,
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::OpenApi;
use uuid::Uuid;

use super::Document;

fn document() -> Value {
    serde_json::to_value(Document::openapi()).unwrap()
}

/// The names of a schema's properties, and of those that must be there.
fn properties(document: &Value, schema: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let schema = &document["components"]["schemas"][schema];
    let names = schema["properties"].as_object().unwrap().keys().cloned().collect();
    let required = schema["required"].as_array().into_iter().flatten();
    (names, required.map(|name| name.as_str().unwrap().to_owned()).collect())
}

/// `full` has everything, `bare` nothing that may be left out.
fn same_shape<T: Serialize>(document: &Value, schema: &str, full: &T, bare: &T) {
    let keys = |value: &T| -> BTreeSet<String> {
        serde_json::to_value(value).unwrap().as_object().unwrap().keys().cloned().collect()
    };
    let (names, required) = properties(document, schema);
    assert_eq!(keys(full), names, "{schema}");
    assert!(required.is_subset(&keys(bare)), "{schema}: {required:?}");
}

fn id() -> Uuid {
    Uuid::from_u128(1)
}

fn stream() -> StreamRef {
    StreamRef { audience: Audience::Work, owner: id() }
}

fn fields() -> Fields {
    Fields::from([("body".into(), json!("x"))])
}

fn row() -> Row {
    let sibling = SiblingRow { value: json!("x"), rev: 1, by: 0, at: Timestamp(1) };
    Row {
        e: EntityId(id()),
        t: "need".into(),
        r: 2,
        rs: BTreeMap::from([("words".into(), 1)]),
        st: State::Archived,
        by: 0,
        f: fields(),
        sib: BTreeMap::from([("words".into(), vec![sibling])]),
        seal: Some(SealRow { hash: "ab".into(), by: 0, at: Timestamp(1) }),
    }
}

#[test]
fn requests_and_operations_are_as_they_are_described() {
    let document = document();
    let clock = RequestClock { boots: BTreeMap::from([(1, 1)]), ..RequestClock::default() };
    let bare = SyncRequest {
        v: 1,
        replica: 1,
        tail: Tail::default(),
        cursor: None,
        ops: vec![],
        clock: None,
        want: None,
        app: None,
    };
    let full = SyncRequest {
        cursor: Some("x".into()),
        ops: vec![serde_json::value::RawValue::from_string("{}".into()).unwrap()],
        clock: Some(clock.clone()),
        want: Some(Want { rows: 1, bytes: 1 }),
        app: Some(App { build: "1".into(), catalogue: 1 }),
        ..bare
    };
    same_shape(&document, "SyncRequest", &full, &bare);
    same_shape(&document, "Want", &Want { rows: 1, bytes: 1 }, &Want { rows: 1, bytes: 1 });
    same_shape(&document, "App", full.app.as_ref().unwrap(), full.app.as_ref().unwrap());
    same_shape(&document, "RequestClock", &clock, &RequestClock::default());
    let op = Op {
        kind: Some("need".into()),
        fields: fields(),
        bases: Bases::All(alongside_core::model::Base::Revision(1)),
        joined: true,
        resolved: BTreeMap::from([("words".into(), vec![1])]),
        clock: OpClock(1, 1),
        ..Op::publish(EntityId(id()), stream(), Publication { id: EntityId(id()), hash: "ab".into() })
    };
    same_shape(&document, "Op", &op, &Op::bare(op.act, op.entity));
}

#[test]
fn answers_are_as_they_are_described() {
    let document = document();
    let result = OpResult { n: 1, r: Outcome::Quarantined, why: Some(Why::Malformed) };
    let page = Page { s: stream(), full: true, ready: true, rows: vec![row()] };
    let full = SyncResponse {
        v: 1,
        now: Timestamp(1),
        acked: Some(Tail(1, ChainHash::default())),
        revs: vec![1],
        results: vec![result],
        people: vec![(PersonId(id()), "x".into())],
        drops: vec![stream()],
        pages: vec![page.clone()],
        cursor: Some("x".into()),
        more: true,
        durable: Some(1),
    };
    same_shape(&document, "SyncResponse", &full, &SyncResponse { v: 1, ..SyncResponse::default() });
    same_shape(&document, "OpResult", &result, &OpResult { why: None, ..result });
    same_shape(&document, "Page", &page, &Page { full: false, ready: false, ..page.clone() });
    let (row, empty) = (row(), Default::default());
    let bare = Row {
        rs: empty,
        st: State::Active,
        f: Fields::new(),
        sib: BTreeMap::new(),
        seal: None,
        ..row.clone()
    };
    same_shape(&document, "Row", &row, &bare);
    same_shape(&document, "SiblingRow", &row.sib["words"][0], &row.sib["words"][0]);
    same_shape(&document, "SealRow", row.seal.as_ref().unwrap(), row.seal.as_ref().unwrap());
}

#[test]
fn enrolment_is_as_it_is_described() {
    let document = document();
    let device = DeviceDescription { platform: "android".into(), build: "1".into() };
    let request = EnrolRequest { v: 1, code: "x".into(), replica: ReplicaId(id()), device: device.clone() };
    same_shape(&document, "EnrolRequest", &request, &request);
    same_shape(&document, "DeviceDescription", &device, &device);
    let named = Named { id: id(), name: "x".into() };
    let full = EnrolResponse {
        v: 1,
        token: "x".into(),
        device: DeviceId(id()),
        replica: 1,
        person: named.clone(),
        role: Role::Client,
        organisation: named.clone(),
        case: Some(CaseId(id())),
        now: Timestamp(1),
    };
    same_shape(&document, "EnrolResponse", &full, &EnrolResponse { case: None, ..full.clone() });
    same_shape(&document, "Named", &named, &named);
}

#[test]
fn every_code_is_named() {
    let document = document();
    let problem = Problem { code: Code::Internal, message: "x".into(), request: "x".into() };
    same_shape(&document, "Problem", &problem, &problem);
    let told = document["components"]["schemas"]["ProblemCode"]["enum"].as_array().unwrap();
    let all = Code::ALL.map(|code| serde_json::to_value(code).unwrap());
    assert_eq!(told.as_slice(), all.as_slice());
}

#[test]
fn every_status_of_an_endpoint_names_its_codes() {
    let document = document();
    let sync = &document["paths"]["/sync/v1"]["post"]["responses"];
    assert!(sync["403"]["description"].as_str().unwrap().contains("`token_revoked`"));
    assert!(sync["409"]["description"].as_str().unwrap().contains("`forked`"));
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let refusals =
                operation["responses"].as_object().unwrap().iter().filter(|(status, _)| *status != "200");
            for (status, refusal) in refusals {
                let described = refusal["description"].as_str().unwrap();
                let named = Code::ALL.into_iter().filter(|code| described.contains(code.sentence()));
                assert!(named.map(Code::status).any(|told| told.to_string() == *status), "{path} {status}");
            }
        }
    }
}

#[test]
fn limits_are_numbers_in_it() {
    let document = document();
    assert_eq!(document["info"]["x-limits"]["max_request_bytes"], json!(limits::MAX_REQUEST_BYTES));
    let ops = &document["components"]["schemas"]["SyncRequest"]["properties"]["ops"];
    assert_eq!(ops["maxItems"], json!(limits::MAX_OPS));
}
