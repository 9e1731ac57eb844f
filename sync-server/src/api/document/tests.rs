//! The document against the code it describes: a shape that drifts from the wire fails here.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::{
    Audience, Bases, CaseId, DeviceId, EntityId, Fields, Op, OpClock, Outcome, PersonId, Publication,
    ReplicaId, RequestClock, Role, State, StreamRef, Timestamp, Why,
};
use alongside_core::wire::{
    Again, App, ChainHash, Claim, Code, DeviceDescription, Directive, DownloadRequest, DownloadResponse,
    EnrolRequest, EnrolResponse, Known, Named, OpResult, Page, Part, PokeRequest, PokeResponse, Problem,
    ReplicaRequest, ReplicaResponse, Row, SalvageRequest, SalvageResponse, SealRow, SiblingRow, StreamDigest,
    SyncRequest, SyncResponse, Tail, UploadRequest, UploadResponse, Want, WipeOrder, limits,
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

fn again() -> Again {
    Again { s: stream(), at: Some("x".into()) }
}

fn known() -> Known {
    let result = OpResult { n: 1, r: Outcome::Merged, why: None };
    Known { tail: Tail::default(), revs: vec![1], results: vec![result] }
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
    let bare = SyncRequest { v: 1, replica: 1, ..SyncRequest::default() };
    let full = SyncRequest {
        cursor: Some("x".into()),
        ops: vec![serde_json::value::RawValue::from_string("{}".into()).unwrap()],
        clock: Some(clock.clone()),
        want: Some(Want { rows: 1, bytes: 1 }),
        app: Some(App { build: "1".into(), catalogue: 1 }),
        epoch: Some(1),
        safe: Some(1),
        audit: vec![(stream(), StreamDigest::default())],
        again: Some(again()),
        ..SyncRequest { v: 1, replica: 1, ..SyncRequest::default() }
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
        settled: vec![result],
        people: vec![(PersonId(id()), "x".into())],
        drops: vec![stream()],
        erased: vec![EntityId(id())],
        pages: vec![page.clone()],
        cursor: Some("x".into()),
        more: true,
        durable: Some(1),
        epoch: Some(1),
        audit: vec![(stream(), true)],
        again: Some(again()),
        directives: vec![Directive::Rekey],
    };
    same_shape(&document, "Again", &again(), &Again { at: None, ..again() });
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
    let before =
        Claim { replica: ReplicaId(id()), tail: Tail::default(), points: vec![ChainHash::default()] };
    same_shape(&document, "Claim", &before, &before);
    let replica = ReplicaId(id());
    let request =
        EnrolRequest { v: 1, code: "x".into(), replica, device: device.clone(), before: Some(before) };
    same_shape(&document, "EnrolRequest", &request, &EnrolRequest { before: None, ..request.clone() });
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
        epoch: Some(1),
        known: Some(known()),
    };
    let bare = EnrolResponse { case: None, epoch: None, known: None, ..full.clone() };
    same_shape(&document, "EnrolResponse", &full, &bare);
    same_shape(&document, "Known", &known(), &Known::default());
    same_shape(&document, "Named", &named, &named);
}

#[test]
fn what_recovery_and_waiting_need_is_as_it_is_described() {
    let document = document();
    let request = ReplicaRequest { v: 1, replica: ReplicaId(id()), before: None };
    let before = Claim { replica: ReplicaId(id()), tail: Tail::default(), points: vec![] };
    same_shape(
        &document,
        "ReplicaRequest",
        &ReplicaRequest { before: Some(before), ..request.clone() },
        &request,
    );
    let response = ReplicaResponse { v: 1, replica: 1, epoch: 1, known: known(), now: Timestamp(1) };
    same_shape(&document, "ReplicaResponse", &response, &response);
    let salvage = SalvageRequest { v: 1, replica: ReplicaId(id()), first: 1, ops: vec![] };
    same_shape(&document, "SalvageRequest", &salvage, &salvage);
    let kept = SalvageResponse { v: 1, kept: 1, now: Timestamp(1) };
    same_shape(&document, "SalvageResponse", &kept, &kept);
    let poke = PokeRequest { v: 1, replica: 1, cursor: Some("x".into()), wait: 1 };
    same_shape(&document, "PokeRequest", &poke, &PokeRequest { cursor: None, ..poke.clone() });
    let news = PokeResponse { v: 1, news: 1 };
    same_shape(&document, "PokeResponse", &news, &news);
    let (names, _) = properties(&document, "Directive");
    let build = Directive::MinBuild { build: "1".into() };
    let resume = Directive::Resume { tail: Tail::default() };
    for directive in [resume, Directive::Backoff { ms: 1 }, Directive::Limits { ops: 1, bytes: 1 }, build] {
        let said = serde_json::to_value(directive).unwrap();
        assert!(said.as_object().unwrap().keys().all(|key| names.contains(key)), "{said}");
    }
}

#[test]
fn photos_on_their_way_are_as_they_are_described() {
    let document = document();
    let (v, attachment, part) = (1, EntityId(id()), Part(vec![1]));
    let upload = UploadRequest { v, attachment, at: 0, part: part.clone() };
    let only_asks = UploadRequest { v, attachment, at: 0, part: Part::default() };
    same_shape(&document, "UploadRequest", &upload, &only_asks);
    let have = UploadResponse { v, have: 1 };
    same_shape(&document, "UploadResponse", &have, &have);
    let download = DownloadRequest { v, attachment, at: 0 };
    same_shape(&document, "DownloadRequest", &download, &download);
    let (full, bare) = (DownloadResponse { v, part }, DownloadResponse { v, part: Part::default() });
    same_shape(&document, "DownloadResponse", &full, &bare);
}

#[test]
fn every_code_is_named() {
    let document = document();
    let order = WipeOrder::give(&[1; 32], DeviceId(id()), Timestamp(1));
    same_shape(&document, "WipeOrder", &order, &order);
    let (message, request) = ("x".to_owned(), "x".to_owned());
    let problem = Problem { code: Code::Internal, message, request, wipe: Some(order) };
    same_shape(&document, "Problem", &problem, &Problem { wipe: None, ..problem.clone() });
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
