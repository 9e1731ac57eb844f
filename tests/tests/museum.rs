//! The museum: requests exactly as released versions sent them, and the answers they got. They must get them for ever.
//!
//! A recorded answer says what an old client relies on. Newer servers may say more beside it, never less and nothing else.
//! Values that begin with `$` stand for what only a running server knows: cursors, times, tokens, and ids it makes.
//! `MUSEUM_RECORD=1 cargo test -p alongside-tests --test museum` fills in the answers of a recording that has none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use alongside_core::model::{DeviceId, OrganisationId, PersonId, ReplicaId, Role, StreamRef, Timestamp};
use alongside_core::sync::{HttpRequest, HttpTransport, Transport as _};
use alongside_core::wire::{DeviceDescription, limits};
use alongside_server::enrolment::{Code, Token};
use alongside_server::store::{NewDevice, NewPerson, StoreError, WriteTxn};
use alongside_tests::service::Service;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use uuid::Uuid;

/// A request and what became of it.
#[derive(Serialize, Deserialize)]
struct Step {
    name: String,
    /// Whose phone sends it, by its token.
    phone: String,
    path: String,
    request: Box<RawValue>,
    status: u16,
    answer: Value,
}

fn recordings() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("museum");
    let files = std::fs::read_dir(folder).expect("the museum is there");
    let mut files: Vec<_> = files.map(|file| file.expect("it can be read").path()).collect();
    files.retain(|path| path.extension().is_some_and(|kind| kind == "json"));
    files.sort();
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_of_every_released_shape_still_gets_its_results() {
    let files = recordings();
    assert!(!files.is_empty(), "the museum holds something");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a recording can be read");
        let mut steps: Vec<Step> = serde_json::from_str(&text).expect("a recording is a list of steps");
        let exhibit = Exhibit::open().await;
        let record = std::env::var_os("MUSEUM_RECORD").is_some();
        let mut cursors = BTreeMap::new();
        for step in &mut steps {
            let (status, answer) = exhibit.send(step, &mut cursors).await;
            if record && step.status == 0 {
                (step.status, step.answer) = (status, veiled("", answer));
                continue;
            }
            let place = format!("{}: {}", file.display(), step.name);
            assert_eq!(status, step.status, "{place}: {answer}");
            compare(&place, &step.answer, &answer);
        }
        if record {
            let lines: Vec<String> = steps.iter().map(line).collect();
            std::fs::write(&file, format!("[\n{}\n]\n", lines.join(",\n"))).expect("it can be written");
        }
    }
}

fn line(step: &Step) -> String {
    let text = |value: &Value| serde_json::to_string(value).expect("it is JSON");
    format!(
        " {{\"name\": {},\n  \"phone\": {}, \"path\": {},\n  \"request\": {},\n  \"status\": {},\n  \"answer\": {}}}",
        text(&Value::from(step.name.as_str())),
        text(&Value::from(step.phone.as_str())),
        text(&Value::from(step.path.as_str())),
        step.request.get(),
        step.status,
        text(&step.answer),
    )
}

/// What only this server at this moment could say.
fn veiled(key: &str, answer: Value) -> Value {
    match (key, answer) {
        ("now" | "cursor" | "request" | "token" | "device" | "at" | "epoch" | "durable" | "message", _) => {
            Value::from("$any")
        }
        (_, Value::Object(map)) => {
            Value::Object(map.into_iter().map(|(key, value)| (key.clone(), veiled(&key, value))).collect())
        }
        (_, Value::Array(items)) => Value::Array(items.into_iter().map(|item| veiled("", item)).collect()),
        (_, plain) => plain,
    }
}

/// Everything recorded is there; there may be more.
fn compare(place: &str, recorded: &Value, answer: &Value) {
    match (recorded, answer) {
        (Value::String(any), _) if any.starts_with('$') => {}
        (Value::Object(recorded), Value::Object(answer)) => {
            for (key, value) in recorded {
                let said = answer.get(key).unwrap_or(&Value::Null);
                compare(&format!("{place} / {key}"), value, said);
            }
        }
        (Value::Array(recorded), Value::Array(answer)) => {
            assert_eq!(recorded.len(), answer.len(), "{place}");
            for (at, (value, said)) in recorded.iter().zip(answer).enumerate() {
                compare(&format!("{place} / {at}"), value, said);
            }
        }
        _ => assert_eq!(recorded, answer, "{place}"),
    }
}

/// The people and phones of every recording, with ids that never change.
struct Exhibit {
    service: Service,
    http: HttpTransport,
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0000_0000_0000_4000_8000_0000_0000_0000 | number)
}

impl Exhibit {
    async fn open() -> Self {
        let service = Service::start().await;
        service.store.write(furnish).expect("the people of the recordings are made");
        Self { service, http: HttpTransport::new().expect("a client can be made") }
    }

    async fn send(&self, step: &Step, cursors: &mut BTreeMap<String, String>) -> (u16, Value) {
        let cursor = cursors.get(&step.phone).cloned().unwrap_or_default();
        let body = step.request.get().replace("$cursor", &cursor);
        let request = HttpRequest {
            url: format!("{}{}", self.service.url, step.path),
            bearer: (!step.phone.is_empty()).then(|| token(&step.phone)),
            body: body.into_bytes(),
            encoding: None,
            within: Duration::from_secs(60),
            most: limits::MAX_RESPONSE_BYTES,
        };
        let reply = self.http.send(request).await.expect("the server answers");
        let body = match reply.encoding {
            Some(_) => zstd::decode_all(reply.body.as_slice()).expect("it unpacks"),
            None => reply.body,
        };
        let (status, answer) = (reply.status, serde_json::from_slice::<Value>(&body).expect("JSON"));
        if let Some(cursor) = answer["cursor"].as_str() {
            cursors.insert(step.phone.clone(), cursor.to_owned());
        }
        (status, answer)
    }
}

fn token(phone: &str) -> String {
    format!("museum-token-of-{phone}")
}

fn furnish(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let at = Timestamp(1_764_000_000_000);
    let org = txn.add_organisation(OrganisationId(id(1)), "Museum of Phones", at)?;
    let wren = PersonId(id(0x11));
    let new = NewPerson { id: wren, org, role: Role::LinkWorker, name: "Wren Okafor", sign_in: None, at };
    let person = txn.add_person(&new)?;
    let seq = txn.next_seq(org)?;
    let private = txn.add_stream(org, StreamRef::private(wren))?;
    txn.grant(person, private, seq)?;
    let description = DeviceDescription { platform: "android".into(), build: "0.1.0".into() };
    for (number, phone) in ["wren", "idle", "wren2"].into_iter().enumerate() {
        let number = number as u128;
        let token_hash = Token::read(&token(phone)).expect("a token").hash();
        let new =
            NewDevice { id: DeviceId(id(0x20 + number)), person, token_hash, description: &description, at };
        let device = txn.add_device(&new)?;
        txn.add_replica(org, device, ReplicaId(id(0x30 + number)), at)?;
    }
    let code = Code::read("7K2M-9QXD-04TB-VH6E").expect("a code");
    txn.add_code(code.hash(), person, at, Timestamp(i64::MAX))
}
