//! One request of ours and its answer, by JSON.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{HttpRequest, SyncError, SyncReport, Transport, body};
use crate::store::Identity;
use crate::wire::limits;

/// Sends `request` to a path of the phone's server and reads the answer. Counts what went over the wire.
pub(super) async fn post<Q: Serialize, A: DeserializeOwned>(
    transport: &dyn Transport,
    identity: &Identity,
    (path, within): (&str, Duration),
    request: &Q,
    report: &mut SyncReport,
) -> Result<A, SyncError> {
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
    let reply = transport.send(request).await?;
    report.bytes_down += reply.body.len();
    body::decode(&reply)
}
