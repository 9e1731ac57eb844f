//! A phone of a newer app: it speaks the protocol and writes whatever it is told to, in words this version does not know.

use alongside_core::model::{Op, OpClock, Outcome, PersonId, ReplicaId, RequestClock};
use alongside_core::wire::{
    App, DeviceDescription, ENROL_PATH, EnrolRequest, EnrolResponse, PROTOCOL, SALVAGE_PATH, SYNC_PATH,
    SalvageRequest, SalvageResponse, SyncRequest, SyncResponse, Tail,
};
use serde_json::value::RawValue;

use super::Service;

/// A newer phone. It only writes; what it reads it does not keep.
#[derive(Debug)]
pub struct NewerPhone {
    client: reqwest::Client,
    url: String,
    enrolled: EnrolResponse,
    tail: Tail,
}

impl NewerPhone {
    /// A newer phone of `person`, enrolled.
    pub async fn enrol(service: &Service, person: PersonId) -> Self {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client can be made");
        let request = EnrolRequest {
            v: PROTOCOL,
            code: service.code(person),
            replica: ReplicaId(uuid::Uuid::from_u128(0xfeed)),
            device: DeviceDescription { platform: "test".into(), build: "9.0.0".into() },
            before: None,
        };
        let body = serde_json::to_vec(&request).expect("a request is JSON");
        let answer = post(&client, &format!("{}{ENROL_PATH}", service.url), None, body).await;
        let enrolled = serde_json::from_slice(&answer).expect("the answer is JSON");
        Self { client, url: service.url.clone(), enrolled, tail: Tail::default() }
    }

    /// Sends operations; gives what became of each, in order.
    pub async fn push(&mut self, ops: Vec<Op>) -> Vec<Outcome> {
        let clocked = ops.into_iter().map(|op| Op { clock: OpClock(1, 60_000), ..op });
        let texts: Vec<String> =
            clocked.map(|op| serde_json::to_string(&op).expect("an operation is JSON")).collect();
        let request = self.request(&texts);
        let body = serde_json::to_vec(&request).expect("a request is JSON");
        let url = format!("{}{SYNC_PATH}", self.url);
        let answer = post(&self.client, &url, Some(&self.enrolled.token), body).await;
        let response: SyncResponse = serde_json::from_slice(&answer).expect("the answer is JSON");
        let first = self.tail.0 + 1;
        self.tail = response.acked.expect("operations are acknowledged");
        let told = |n| {
            response.results.iter().find(|result| result.n == n).map_or(Outcome::Applied, |result| result.r)
        };
        (first..).take(texts.len()).map(told).collect()
    }

    /// Leaves texts with the server in quarantine; gives how many are kept.
    pub async fn leave(&self, texts: &[String]) -> usize {
        let raw = |text: &String| RawValue::from_string(text.clone()).expect("it is JSON");
        let request = SalvageRequest {
            v: PROTOCOL,
            replica: ReplicaId(uuid::Uuid::from_u128(0xfeed)),
            first: 1,
            ops: texts.iter().map(raw).collect(),
        };
        let body = serde_json::to_vec(&request).expect("a request is JSON");
        let url = format!("{}{SALVAGE_PATH}", self.url);
        let answer = post(&self.client, &url, Some(&self.enrolled.token), body).await;
        serde_json::from_slice::<SalvageResponse>(&answer).expect("the answer is JSON").kept
    }

    fn request(&self, texts: &[String]) -> SyncRequest {
        let raw = |text: &String| RawValue::from_string(text.clone()).expect("an operation is JSON");
        SyncRequest {
            v: PROTOCOL,
            replica: self.enrolled.replica,
            tail: self.tail,
            cursor: None,
            ops: texts.iter().map(raw).collect(),
            clock: Some(RequestClock { boot: 1, elapsed: 60_000, ..RequestClock::default() }),
            want: None,
            app: Some(App { build: "9.0.0".into(), catalogue: 900 }),
            ..SyncRequest::default()
        }
    }
}

async fn post(client: &reqwest::Client, url: &str, token: Option<&str>, body: Vec<u8>) -> Vec<u8> {
    let request = client.post(url).header("content-type", "application/json").body(body);
    let request = match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    let reply = request.send().await.expect("the server answers");
    reply.bytes().await.expect("the answer is whole").to_vec()
}
