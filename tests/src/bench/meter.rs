//! A transport that counts what goes through it, for what must hold in numbers and not in time.

use std::sync::{Mutex, MutexGuard, PoisonError};

use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, HttpTransport, Transport, TransportError};

use super::Cost;

/// The real transport with counters.
#[derive(Debug)]
pub struct Meter {
    http: HttpTransport,
    counted: Mutex<Counted>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    cost: Cost,
    tokens: usize,
    json_down: usize,
}

impl Meter {
    /// A transport that has carried nothing.
    ///
    /// # Errors
    /// When the system gives no certificates or sockets.
    pub fn new() -> Result<Self, TransportError> {
        Ok(Self { http: HttpTransport::new()?, counted: Mutex::default() })
    }

    /// Requests and bytes of bodies since the counters were last cleared.
    pub fn cost(&self) -> Cost {
        self.counted().cost
    }

    /// Bytes of `Authorization` header values since then.
    pub fn token_bytes(&self) -> usize {
        self.counted().tokens
    }

    /// Bytes of replies before compression since then.
    pub fn json_down(&self) -> usize {
        self.counted().json_down
    }

    /// Clears the counters.
    pub fn clear(&self) {
        *self.counted() = Counted::default();
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Meter {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(async move {
            {
                let mut counted = self.counted();
                counted.cost.requests += 1;
                counted.cost.up += request.body.len();
                counted.tokens += request.bearer.as_ref().map_or(0, |token| "Bearer ".len() + token.len());
            }
            let reply = self.http.send(request).await?;
            let mut counted = self.counted();
            counted.cost.down += reply.body.len();
            counted.json_down += json_bytes(&reply);
            Ok(reply)
        })
    }
}

fn json_bytes(reply: &HttpReply) -> usize {
    match reply.encoding.as_deref() {
        Some("zstd") => zstd::decode_all(reply.body.as_slice()).map_or(0, |json| json.len()),
        _ => reply.body.len(),
    }
}
