//! A phone's network: the real transport, with faults a test asks for.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, HttpTransport, Transport, TransportError};

/// What goes wrong with one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing: the request goes through.
    None,
    /// Somebody else answers, as a test said.
    Stranger,
    /// There is no signal.
    Unreachable,
    /// The server got the request and its reply was lost.
    ReplyLost,
    /// The reply was cut off in the middle.
    CutInHalf,
    /// A hotel's login page answered.
    LoginPage,
    /// The request arrived twice; the phone hears the second reply.
    Twice,
}

/// A request that is held up on its way.
#[derive(Debug, Default)]
pub struct Held {
    reached: Notify,
    going: Notify,
}

impl Held {
    /// Waits until the request has set out.
    pub async fn reached(&self) {
        self.reached.notified().await;
    }

    /// Lets it go on.
    pub fn let_go(&self) {
        self.going.notify_one();
    }
}

/// The network of one phone.
#[derive(Debug)]
pub struct Network {
    http: HttpTransport,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    aeroplane: bool,
    narrow: Option<usize>,
    faults: VecDeque<Fault>,
    answers: VecDeque<(u16, String)>,
    hold: Option<(usize, Arc<Held>)>,
    up: usize,
    down: usize,
    requests: usize,
}

impl Network {
    /// A network without faults.
    pub fn new() -> Self {
        let http = HttpTransport::new().expect("a client can be made");
        Self { http, state: Mutex::default() }
    }

    /// Switches aeroplane mode on or off.
    pub fn set_aeroplane(&self, on: bool) {
        self.state().aeroplane = on;
    }

    /// Puts a proxy in the way that finds bodies longer than this too large.
    pub fn set_narrow(&self, bytes: usize) {
        self.state().narrow = Some(bytes);
    }

    /// Lets the next request go wrong; called several times, the ones after it.
    pub fn fail_next(&self, fault: Fault) {
        self.state().faults.push_back(fault);
    }

    /// Lets this many requests through before the next fault.
    pub fn pass_next(&self, requests: usize) {
        self.state().faults.extend(std::iter::repeat_n(Fault::None, requests));
    }

    /// Lets somebody else answer the next request, with this status and this JSON.
    pub fn answer_next(&self, status: u16, json: &str) {
        let mut state = self.state();
        state.faults.push_back(Fault::Stranger);
        state.answers.push_back((status, json.to_owned()));
    }

    /// Holds one request up, after `passing` others.
    pub fn hold_after(&self, passing: usize) -> Arc<Held> {
        let held = Arc::new(Held::default());
        let mut state = self.state();
        state.hold = Some((state.requests + passing, held.clone()));
        held
    }

    /// What holds the request up that was counted last.
    fn find_held(&self) -> Option<Arc<Held>> {
        let mut state = self.state();
        let due = state.hold.as_ref().is_some_and(|(after, _)| state.requests > *after);
        if due { state.hold.take().map(|(_, held)| held) } else { None }
    }

    /// Requests, and bytes of bodies up and down, since the phone was made.
    pub fn traffic(&self) -> (usize, usize, usize) {
        let state = self.state();
        (state.requests, state.up, state.down)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next_fault(&self, request: &HttpRequest) -> Option<Fault> {
        let mut state = self.state();
        state.requests += 1;
        state.up += request.body.len();
        if state.aeroplane { Some(Fault::Unreachable) } else { state.faults.pop_front() }
    }

    fn strange_answer(&self) -> HttpReply {
        let (status, json) = self.state().answers.pop_front().expect("a test said what is answered");
        let content_type = "application/json".to_owned();
        HttpReply { status, content_type, body: json.into_bytes(), ..HttpReply::default() }
    }

    async fn carry(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        if self.state().narrow.is_some_and(|most| request.body.len() > most) {
            return Ok(HttpReply { status: 413, ..problem("too_large") });
        }
        let reply = self.http.send(request).await?;
        self.state().down += reply.body.len();
        Ok(reply)
    }
}

impl Default for Network {
    fn default() -> Self {
        Self::new()
    }
}

impl Transport for Network {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(async move {
            let fault = self.next_fault(&request);
            if let Some(held) = self.find_held() {
                held.reached.notify_one();
                held.going.notified().await;
            }
            match fault {
                None | Some(Fault::None) => self.carry(request).await,
                Some(Fault::Stranger) => Ok(self.strange_answer()),
                Some(Fault::Unreachable) => Err(TransportError::Unreachable),
                Some(Fault::ReplyLost) => self.carry(request).await.and(Err(TransportError::CutOff)),
                Some(Fault::LoginPage) => Ok(login_page()),
                Some(Fault::CutInHalf) => {
                    let reply = self.carry(request).await?;
                    Ok(HttpReply { body: reply.body[..reply.body.len() / 2].to_vec(), ..reply })
                }
                Some(Fault::Twice) => {
                    self.carry(request.clone()).await?;
                    self.carry(request).await
                }
            }
        })
    }
}

fn problem(code: &str) -> HttpReply {
    let body = format!(r#"{{"code":"{code}","message":"","request":""}}"#).into_bytes();
    HttpReply { content_type: "application/json".to_owned(), body, ..HttpReply::default() }
}

fn login_page() -> HttpReply {
    let body = b"<html><body><h1>Welcome! Accept our terms to go online.</h1></body></html>".to_vec();
    HttpReply { status: 200, content_type: "text/html; charset=utf-8".into(), body, ..HttpReply::default() }
}
