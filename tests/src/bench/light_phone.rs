//! A phone that speaks the protocol and keeps nothing on a disk, so that what is measured is the server.

use std::time::Duration;

use alongside_core::model::ReplicaId;
use alongside_core::model::{Audience, CaseId, EntityId, Fields, Op, OpClock, RequestClock, StreamRef};
use alongside_core::ports::{Ids as _, SystemIds};
use alongside_core::sync::{HttpRequest, HttpTransport, Transport as _};
use alongside_core::wire::{
    App, DeviceDescription, ENROL_PATH, EnrolRequest, EnrolResponse, PROTOCOL, SYNC_PATH, SyncRequest,
    SyncResponse, Tail,
};
use serde_json::json;
use serde_json::value::RawValue;

use super::BenchError;

const WITHIN: Duration = Duration::from_secs(120);
const MOST: usize = 16 * 1024 * 1024;

/// The phone.
pub(super) struct LightPhone {
    http: HttpTransport,
    enrolled: EnrolResponse,
    tail: Tail,
    cursor: Option<String>,
    case: CaseId,
}

impl LightPhone {
    /// Enrols with `code` at the server at `url`.
    pub(super) async fn enrol(url: &str, code: String) -> Result<Self, BenchError> {
        let http = HttpTransport::new()?;
        let device = DeviceDescription { platform: "bench".to_owned(), build: "0".to_owned() };
        let request =
            EnrolRequest { v: PROTOCOL, code, replica: ReplicaId(SystemIds.uuid()), device, before: None };
        let body = serde_json::to_vec(&request).map_err(std::io::Error::other)?;
        let enrolled = post(&http, format!("{url}{ENROL_PATH}"), None, body).await?;
        let enrolled = serde_json::from_slice(&enrolled).map_err(std::io::Error::other)?;
        Ok(Self { http, enrolled, tail: Tail::default(), cursor: None, case: CaseId(SystemIds.uuid()) })
    }

    /// Opens a case, into which later pushes write.
    pub(super) async fn open_case(&mut self, url: &str) -> Result<(), BenchError> {
        let case = self.case;
        let fields = Fields::from([("name".to_owned(), json!("Ada Invented"))]);
        let core = StreamRef::of_case(case, Audience::Core);
        self.exchange(url, &[clocked(Op::create(EntityId(case.0), core, "client", fields))]).await
    }

    /// Pushes `count` new goals in one request.
    pub(super) async fn push(&mut self, url: &str, count: usize) -> Result<(), BenchError> {
        let shared = StreamRef::of_case(self.case, Audience::Shared);
        let goal = |_| {
            let fields = Fields::from([
                (
                    "wording".to_owned(),
                    json!("Walk to the allotment twice a week, with the dog if it is dry."),
                ),
                ("wording_by".to_owned(), json!("client")),
                ("status".to_owned(), json!("active")),
                ("at".to_owned(), json!(1)),
            ]);
            clocked(Op::create(EntityId(SystemIds.uuid()), shared, "goal", fields))
        };
        let ops: Vec<Op> = (0..count).map(goal).collect();
        self.exchange(url, &ops).await
    }

    /// Asks what is new, until nothing is.
    pub(super) async fn idle(&mut self, url: &str) -> Result<(), BenchError> {
        self.exchange(url, &[]).await
    }

    async fn exchange(&mut self, url: &str, ops: &[Op]) -> Result<(), BenchError> {
        let texts = ops.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>();
        let texts = texts.map_err(std::io::Error::other)?;
        let request = self.request(&texts)?;
        let token = Some(self.enrolled.token.clone());
        let body = serde_json::to_vec(&request).map_err(std::io::Error::other)?;
        let answer = post(&self.http, format!("{url}{SYNC_PATH}"), token, body).await?;
        let answer: SyncResponse = serde_json::from_slice(&answer).map_err(std::io::Error::other)?;
        if !answer.results.is_empty() {
            return Err(BenchError::Remarks(answer.results.len()));
        }
        self.tail = answer.acked.unwrap_or(self.tail);
        self.cursor = answer.cursor.or(self.cursor.take());
        Ok(())
    }

    fn request(&self, texts: &[String]) -> Result<SyncRequest, BenchError> {
        let raw = |text: &String| RawValue::from_string(text.clone()).map_err(std::io::Error::other);
        let ops = texts.iter().map(raw).collect::<Result<Vec<_>, _>>()?;
        let clock = RequestClock { boot: 1, elapsed: 60_000, ..RequestClock::default() };
        let app = App { build: "0".to_owned(), catalogue: 1 };
        Ok(SyncRequest {
            v: PROTOCOL,
            replica: self.enrolled.replica,
            tail: self.tail,
            cursor: self.cursor.clone(),
            clock: (!ops.is_empty()).then_some(clock),
            app: (!ops.is_empty()).then_some(app),
            ops,
            ..SyncRequest::default()
        })
    }
}

fn clocked(op: Op) -> Op {
    Op { clock: OpClock(1, 59_000), ..op }
}

/// Posts a body and gives back the answer's text.
async fn post(
    http: &HttpTransport,
    url: String,
    bearer: Option<String>,
    body: Vec<u8>,
) -> Result<Vec<u8>, BenchError> {
    let request = HttpRequest { url, bearer, body, encoding: None, within: WITHIN, most: MOST };
    let reply = http.send(request).await?;
    if reply.status != 200 {
        return Err(std::io::Error::other(format!("the server answers {}", reply.status)).into());
    }
    Ok(match reply.encoding.as_deref() {
        Some("zstd") => zstd::decode_all(reply.body.as_slice())?,
        _ => reply.body,
    })
}
