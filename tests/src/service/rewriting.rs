//! A phone's network with somebody of another version at its other end: what is sent and what is answered is rewritten on
//! the way, as a server that knows less or more would have read or written it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, HttpTransport, Transport, TransportError};
use serde_json::Value;
use serde_json::value::RawValue;

/// How a server of another version is imitated. Both get the path.
pub trait Version: Send + Sync {
    /// Whether it has this path at all; one that it has not is answered with 404.
    fn has(&self, path: &str) -> bool;
    /// Whether it knows this part of a request; what it does not know it passes over.
    fn knows(&self, path: &str, key: &str) -> bool;
    /// What it makes of an answer.
    fn answers(&self, path: &str, answer: &mut Value);
}

/// The transport. It keeps what was sent and answered, as it was before and after.
pub struct Rewriting {
    http: HttpTransport,
    version: Mutex<Option<Box<dyn Version>>>,
    sent: Mutex<Vec<Value>>,
    heard: Mutex<Vec<Value>>,
}

impl Rewriting {
    /// A network whose other end is of this version.
    pub fn to(version: Box<dyn Version>) -> Self {
        let http = HttpTransport::new().expect("a client can be made");
        Self { http, version: Mutex::new(Some(version)), sent: Mutex::default(), heard: Mutex::default() }
    }

    /// From here on the other end is of this version.
    pub fn upgrade(&self) {
        *held(&self.version) = None;
    }

    /// What the phone has sent, before anything was rewritten.
    pub fn sent(&self) -> Vec<Value> {
        held(&self.sent).clone()
    }

    /// What the phone was answered, after it was rewritten.
    pub fn heard(&self) -> Vec<Value> {
        held(&self.heard).clone()
    }

    async fn carry(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        let path = request.url.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap_or_default();
        let asked = text(request.encoding.is_some(), &request.body);
        held(&self.sent).push(serde_json::from_slice(&asked).expect("it is JSON"));
        // Part by part as it stands: the text of an operation is part of what is hashed.
        let mut parts: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&asked).expect("an object");
        if let Some(version) = &*held(&self.version) {
            if !version.has(&path) {
                return Ok(unknown());
            }
            parts.retain(|key, _| version.knows(&path, key));
        }
        let body = serde_json::to_vec(&parts).expect("it is JSON");
        let reply = self.http.send(HttpRequest { body, encoding: None, ..request }).await?;
        let answer = text(reply.encoding.is_some(), &reply.body);
        let mut answer: Value = serde_json::from_slice(&answer).expect("it is JSON");
        if let Some(version) = &*held(&self.version) {
            version.answers(&path, &mut answer);
        }
        held(&self.heard).push(answer.clone());
        Ok(HttpReply { body: serde_json::to_vec(&answer).expect("it is JSON"), encoding: None, ..reply })
    }
}

impl Transport for Rewriting {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(self.carry(request))
    }
}

fn held<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

fn text(packed: bool, body: &[u8]) -> Vec<u8> {
    if packed { zstd::decode_all(body).expect("it unpacks") } else { body.to_vec() }
}

fn unknown() -> HttpReply {
    let body = br#"{"code":"not_found","message":"There is nothing here.","request":"r"}"#.to_vec();
    HttpReply { status: 404, content_type: "application/json".to_owned(), body, ..HttpReply::default() }
}
