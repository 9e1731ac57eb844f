//! One request of ours and its answer, by JSON.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{BoxFuture, HttpReply, HttpRequest, SyncError, SyncReport, Transport, TransportError, body};
use crate::store::Identity;
use crate::wire::limits;

/// A request on its way.
pub(super) enum Sending<'a> {
    /// Nothing came back yet.
    UnderWay(BoxFuture<'a, Result<HttpReply, TransportError>>),
    /// What came back.
    Done(Result<HttpReply, TransportError>),
}

impl Sending<'_> {
    /// Lets the request set out and does not wait for it: who carries it goes on by itself.
    pub(super) async fn set_out(self) -> Self {
        let Self::UnderWay(mut sending) = self else { return self };
        let first = poll_fn(|context| Poll::Ready(sending.as_mut().poll(context))).await;
        match first {
            Poll::Ready(reply) => Self::Done(reply),
            Poll::Pending => Self::UnderWay(sending),
        }
    }

    /// Waits for the reply.
    pub(super) async fn reply(self) -> Result<HttpReply, SyncError> {
        Ok(match self {
            Self::UnderWay(sending) => sending.await?,
            Self::Done(reply) => reply?,
        })
    }
}

/// Makes a request to a path of the phone's server; it sets out when it is first waited for. Counts what goes over the wire.
pub(super) fn send<'a, Q: Serialize>(
    transport: &'a dyn Transport,
    identity: &Identity,
    (path, within): (&str, Duration),
    request: &Q,
    report: &mut SyncReport,
) -> Result<Sending<'a>, SyncError> {
    let (body, encoding) = body::encode(request)?;
    report.requests += 1;
    report.bytes_up += body.len();
    let request = HttpRequest {
        url: format!("{}{path}", identity.server),
        bearer: Some(identity.token.clone()),
        body,
        encoding,
        within,
        most: limits::MAX_RESPONSE_BYTES,
    };
    Ok(Sending::UnderWay(transport.send(request)))
}

/// Reads a reply. Counts what came over the wire.
pub(super) fn read<A: DeserializeOwned>(reply: &HttpReply, report: &mut SyncReport) -> Result<A, SyncError> {
    report.bytes_down += reply.body.len();
    body::decode(reply)
}

/// Sends `request` to a path of the phone's server and reads the answer.
pub(super) async fn post<Q: Serialize, A: DeserializeOwned>(
    transport: &dyn Transport,
    identity: &Identity,
    to: (&str, Duration),
    request: &Q,
    report: &mut SyncReport,
) -> Result<A, SyncError> {
    let reply = send(transport, identity, to, request, report)?.reply().await?;
    read(&reply, report)
}
