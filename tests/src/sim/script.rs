//! A phone that is not our core: an app of another year, or somebody who writes what they like. It speaks the protocol as
//! `docs/protocol.md` has it and keeps a queue of texts, nothing else.

use std::collections::BTreeSet;
use std::sync::Arc;

use alongside_core::model::PersonId;
use alongside_core::sync::{HttpReply, HttpRequest};
use alongside_core::wire::{ChainHash, ENROL_PATH, PROTOCOL, SYNC_PATH};
use serde_json::{Value, json};

use super::ledger::{Mark, marks};

/// Its queue and how far it has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Script {
    /// Whose it says it is, and is.
    pub(super) person: usize,
    token: String,
    replica: u64,
    acked: u64,
    chain: ChainHash,
    queue: Vec<Arc<str>>,
    cursor: Option<String>,
    /// How often it was enrolled.
    pub(super) enrolled: u32,
    /// How many requests in a row were refused.
    pub(super) refused: u32,
}

impl Script {
    /// What it asks to be enrolled with.
    pub(super) fn enrolling(code: &str, replica: u128) -> HttpRequest {
        let replica = PersonId(uuid::Uuid::from_u128(replica));
        let device = json!({ "platform": "script", "build": "0.0.1" });
        request(
            ENROL_PATH,
            None,
            &json!({ "v": PROTOCOL, "code": code, "replica": replica, "device": device }),
        )
    }

    /// Takes in what it was enrolled as, and keeps its queue.
    pub(super) fn enrol(&mut self, person: usize, reply: &HttpReply) {
        let told: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        *self = Self {
            person,
            token: told["token"].as_str().unwrap_or_default().to_owned(),
            replica: told["replica"].as_u64().unwrap_or_default(),
            queue: std::mem::take(&mut self.queue),
            enrolled: self.enrolled + 1,
            ..Self::default()
        };
    }

    /// The words in its queue.
    pub(super) fn words(&self) -> BTreeSet<Mark> {
        self.queue.iter().flat_map(|text| marks(text.as_bytes())).collect()
    }

    /// Takes out what the server has, though this app was never answered: to say it again under another number is a second time.
    pub(super) fn forget(&mut self, received: &BTreeSet<Mark>) {
        self.queue.retain(|text| !marks(text.as_bytes()).iter().any(|mark| received.contains(mark)));
    }

    /// Puts a text at the end of its queue.
    pub(super) fn write(&mut self, text: &str) {
        self.queue.push(text.into());
    }

    /// Whether everything was answered.
    pub(super) fn is_done(&self) -> bool {
        self.queue.is_empty()
    }

    /// Its next request, in the shape of an app that knows no more than it must.
    pub(super) fn asking(&self) -> HttpRequest {
        let ops: Vec<String> = self.queue.iter().map(|text| text.to_string()).collect();
        let cursor =
            self.cursor.as_ref().map(|cursor| format!(",\"cursor\":\"{cursor}\"")).unwrap_or_default();
        let clock = ",\"clock\":{\"boot\":1,\"elapsed\":5000,\"wall\":0}";
        let body = format!(
            "{{\"v\":{PROTOCOL},\"replica\":{},\"tail\":[{},\"{}\"]{cursor},\"ops\":[{}]{}}}",
            self.replica,
            self.acked,
            self.chain,
            ops.join(","),
            if ops.is_empty() { "" } else { clock },
        );
        let mut request = request(SYNC_PATH, Some(self.token.clone()), &Value::Null);
        request.body = body.into_bytes();
        request
    }

    /// Takes an answer in; says whether it was one.
    pub(super) fn take(&mut self, reply: &HttpReply, body: &[u8]) -> bool {
        let told: Value = serde_json::from_slice(body).unwrap_or_default();
        if reply.status != 200 || told["v"] != json!(PROTOCOL) {
            self.refused += 1;
            return false;
        }
        self.refused = 0;
        if let Some(cursor) = told["cursor"].as_str() {
            self.cursor = Some(cursor.to_owned());
        }
        let sent = std::mem::take(&mut self.queue);
        self.acked += sent.len() as u64;
        self.chain = sent.iter().fold(self.chain, |chain, text| chain.after(text));
        true
    }
}

fn request(path: &str, bearer: Option<String>, body: &Value) -> HttpRequest {
    HttpRequest {
        url: format!("http://server{path}"),
        bearer,
        body: body.to_string().into_bytes(),
        encoding: None,
        within: std::time::Duration::from_secs(60),
        most: 1 << 23,
    }
}
