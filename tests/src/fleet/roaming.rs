//! A phone's transport that asks another process each time, as a proxy in front of them would.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, HttpTransport, Transport, TransportError};

use super::Fleet;

/// The address phones know the processes by.
pub const FLEET_URL: &str = "http://fleet.invalid";

/// The transport.
#[derive(Debug)]
pub struct Roaming {
    http: HttpTransport,
    fleet: Arc<Fleet>,
    turn: AtomicUsize,
    refused: AtomicUsize,
}

impl Roaming {
    /// A transport whose first request goes to the process at `first`.
    ///
    /// # Panics
    /// When the system gives no sockets.
    pub fn new(fleet: Arc<Fleet>, first: usize) -> Self {
        let http = HttpTransport::new().expect("a client can be made");
        Self { http, fleet, turn: AtomicUsize::new(first), refused: AtomicUsize::new(0) }
    }

    /// How many requests had no answer, or one that says to try again.
    pub fn refused(&self) -> usize {
        self.refused.load(Ordering::SeqCst)
    }
}

impl Transport for Roaming {
    fn send(&self, mut request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(async move {
            let address = self.fleet.address(self.turn.fetch_add(1, Ordering::SeqCst));
            request.url = request.url.replacen(FLEET_URL, &address, 1);
            let reply = self.http.send(request).await;
            if reply.as_ref().map_or(true, |reply| reply.status >= 500) {
                self.refused.fetch_add(1, Ordering::SeqCst);
            }
            reply
        })
    }
}
