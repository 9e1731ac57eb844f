//! Bodies that are too large, packed wrongly, too deep, or no request at all.

use std::io::Write;

use alongside_core::model::Outcome;
use alongside_core::wire::{Code, SYNC_PATH, SyncResponse, limits};
use serde_json::json;

use crate::support::{Call, Phone, Service, client, need, text};

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(plain).unwrap();
    encoder.finish().unwrap()
}

fn call(phone: &Phone, body: impl Into<Vec<u8>>) -> Call {
    Call::post(SYNC_PATH, body).token(&phone.enrolled.token)
}

#[test]
fn what_is_no_request_is_refused() {
    let service = Service::start();
    let ada = service.link_worker("Ada Invented");
    let good = serde_json::to_value(ada.request(&[])).unwrap();
    let with = |key: &str, value: serde_json::Value| {
        let mut changed = good.clone();
        changed[key] = value;
        changed.to_string()
    };
    for body in [
        String::new(),
        "<html>Please sign in to the hotel's network</html>".to_owned(),
        "{".to_owned(),
        "\u{feff}{}".to_owned(),
        good.to_string() + "x",
        "[".repeat(1_000_000),
        with("v", json!(2)),
        with("ops", json!([{}])),
        with("replica", json!(-1)),
        with("tail", json!([1.5, "0"])),
        with("want", json!({"rows": -1, "bytes": 1})),
        good.to_string().replacen('{', r#"{"v":1,"#, 1),
        good.to_string().replace("[0,", "[1e999,"),
    ] {
        assert_eq!(service.send(&call(&ada, body.clone())).code(), Code::BadRequest, "{:.60}", body);
    }
    let utf16: Vec<u8> = good.to_string().encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(service.send(&call(&ada, utf16)).code(), Code::BadRequest);
    assert_eq!(service.send(&call(&ada, vec![0xff; 64])).code(), Code::BadRequest);
    assert_eq!(service.send(&call(&ada, good.to_string())).status, 200);
}

#[test]
fn what_a_newer_phone_says_beside_is_passed_over_and_changes_nothing() {
    let service = Service::start();
    let ada = service.link_worker("Ada Invented");
    let ben = service.link_worker("Ben Invented");
    let mut request = serde_json::to_value(ada.request(&[])).unwrap();
    request["person"] = json!(ben.person());
    request["role"] = json!("supervisor");
    let said: serde_json::Value = service.send(&call(&ada, request.to_string())).json();
    let plain: serde_json::Value = service.send(&ada.call(&ada.request(&[]))).json();
    assert_eq!(said["pages"], plain["pages"]);
}

#[test]
fn what_is_not_json_is_not_read() {
    let service = Service::start();
    let ada = service.link_worker("Ada Invented");
    let body = serde_json::to_vec(&ada.request(&[])).unwrap();
    let untyped = Call::post_untyped(SYNC_PATH, body).token(&ada.enrolled.token);
    for media in ["text/html", "application/json; charset=utf-16", "application/x-www-form-urlencoded"] {
        let answer = service.send(&untyped.clone().header("content-type", media));
        assert_eq!(answer.code(), Code::UnsupportedMedia, "{media}");
    }
    assert_eq!(service.send(&untyped).code(), Code::UnsupportedMedia);
}

#[test]
fn packed_bodies_are_read_and_answers_are_packed() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let ops: Vec<String> = std::iter::once(opens)
        .chain((0..50).map(|n| need(case, &format!("need {n}"))))
        .map(|op| text(&op))
        .collect();
    let plain = serde_json::to_vec(&ada.request(&ops)).unwrap();
    let packed = call(&ada, gzip(&plain)).header("content-encoding", "gzip");
    assert_eq!(service.send(&packed).json::<SyncResponse>().revs.len(), 51);
    let packed =
        call(&ada, zstd::encode_all(plain.as_slice(), 3).unwrap()).header("content-encoding", "zstd");
    assert_eq!(service.send(&packed).json::<SyncResponse>().revs.len(), 51);

    ada.tail = service.send(&packed).json::<SyncResponse>().acked.unwrap();
    let read = ada.call(&ada.request(&[]));
    let plain = service.send(&read);
    let zstd = service.send(&read.clone().header("accept-encoding", "gzip, zstd"));
    let gzip = service.send(&read.header("accept-encoding", "gzip"));
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(
        (zstd.header("content-encoding"), gzip.header("content-encoding")),
        (Some("zstd"), Some("gzip"))
    );
    assert_eq!(zstd::decode_all(zstd.body.as_slice()).unwrap(), plain.body);
    assert!(zstd.body.len() * 4 < plain.body.len());
}

#[test]
fn bombs_and_stacked_encodings_are_refused() {
    let service = Service::start();
    let ada = service.link_worker("Ada Invented");
    let bomb = gzip(&vec![b' '; 200 * limits::MAX_REQUEST_BYTES]);
    assert!(bomb.len() < limits::MAX_REQUEST_BYTES);
    let send = |body: Vec<u8>, encoding: &str| {
        service.send(&call(&ada, body).header("content-encoding", encoding)).code()
    };
    assert_eq!(send(bomb, "gzip"), Code::TooLarge);
    let plain = serde_json::to_vec(&ada.request(&[])).unwrap();
    assert_eq!(send(gzip(&gzip(&plain)), "gzip"), Code::BadRequest);
    assert_eq!(send(gzip(&gzip(&plain)), "gzip, gzip"), Code::UnsupportedMedia);
    assert_eq!(send(plain.clone(), "br"), Code::UnsupportedMedia);
    let cut = gzip(&plain);
    assert_eq!(send(cut[..cut.len() - 4].to_vec(), "gzip"), Code::BadRequest);
}

#[test]
fn a_body_beyond_the_limit_is_refused_with_and_without_its_length() {
    let service = Service::start();
    let ada = service.link_worker("Ada Invented");
    let request = serde_json::to_vec(&ada.request(&[])).unwrap();
    let padded = |length: usize| {
        let mut body = request.clone();
        body.resize(length, b' ');
        body
    };
    assert_eq!(service.send(&call(&ada, padded(limits::MAX_REQUEST_BYTES))).status, 200);
    assert_eq!(service.send(&call(&ada, padded(limits::MAX_REQUEST_BYTES)).chunked()).status, 200);
    let more = padded(limits::MAX_REQUEST_BYTES + 1);
    assert_eq!(service.send(&call(&ada, more.clone())).code(), Code::TooLarge);
    assert_eq!(service.send(&call(&ada, more).chunked()).code(), Code::TooLarge);
}

#[test]
fn too_many_operations_are_refused_and_too_large_ones_set_aside() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let many: Vec<String> = (0..=limits::MAX_OPS).map(|_| "{}".to_owned()).collect();
    assert_eq!(ada.send(&many).code(), Code::TooLarge);
    let (case, opens) = client("Mo Example");
    let large = text(&need(case, &"x".repeat(1024 * 1024 + 1)));
    let deep = text(&need(case, "deep"))
        .replace(r#""deep""#, &format!("{}{}", "[".repeat(2_000), "]".repeat(2_000)));
    let response = ada.push_texts(&[text(&opens), large, deep, text(&need(case, "after"))]);
    let told: Vec<_> = response.results.iter().map(|result| (result.n, result.r)).collect();
    assert_eq!(told, [(2, Outcome::Quarantined), (3, Outcome::Quarantined)]);
    assert_eq!(response.revs, [1, 0, 0, 1]);
}

#[test]
fn words_of_any_script_come_back_as_they_were_written() {
    let service = Service::start();
    let mut ada = service.link_worker("Ada Invented");
    let (case, opens) = client("Mo Example");
    let words = [
        "Łódź — Żółć",
        "বাংলা",
        "مرحبا",
        "👩🏽‍⚕️",
        "e\u{301} é",
        "\u{202e}override",
        "nul\u{0}inside",
        "'; DROP TABLE entity; --",
        "=1+1",
        "<script>alert(1)</script>",
        "{{ 7 }}",
        "tab\tcr\r\nlf",
    ];
    let ops: Vec<_> = words.iter().map(|words| need(case, words)).collect();
    ada.push(&[&[opens][..], &ops].concat());
    let mut ben = service.link_worker("Ben Invented");
    service.assign(case, &ben);
    ben.pull_all();
    for (op, words) in ops.iter().zip(words) {
        assert_eq!(ben.find(op.entity).unwrap().fields["words"], json!(words));
    }
}
