//! The phone's radio: the real HTTP transport behind the aeroplane-mode switch, with a meter on it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, SyncReport, Transport, TransportError};

use super::{Aeroplane, Figures};

/// A transport that reaches nobody while aeroplane mode is on.
pub(super) struct Radio {
    network: Arc<dyn Transport>,
    aeroplane: Arc<Aeroplane>,
    meter: Arc<Meter>,
}

impl Radio {
    pub(super) fn new(network: Arc<dyn Transport>, aeroplane: Arc<Aeroplane>, meter: Arc<Meter>) -> Self {
        Self { network, aeroplane, meter }
    }
}

impl Transport for Radio {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(async move {
            if self.aeroplane.is_on() {
                return Err(TransportError::Unreachable);
            }
            self.meter.sent(request.body.len());
            let reply = tokio::select! {
                reply = self.network.send(request) => reply?,
                () = self.aeroplane.until_on() => return Err(TransportError::CutOff),
            };
            self.meter.received(reply.body.len());
            Ok(reply)
        })
    }
}

/// Counts what passes.
#[derive(Debug, Default)]
pub(super) struct Meter {
    ops_synced: AtomicU64,
    records_received: AtomicU64,
    requests: AtomicU64,
    bytes_up: AtomicU64,
    bytes_down: AtomicU64,
}

impl Meter {
    fn sent(&self, bytes: usize) {
        self.requests.fetch_add(1, Ordering::Relaxed);
        count(&self.bytes_up, bytes);
    }

    fn received(&self, bytes: usize) {
        count(&self.bytes_down, bytes);
    }

    pub(super) fn add(&self, report: &SyncReport) {
        count(&self.ops_synced, report.sent);
        count(&self.records_received, report.received);
    }

    pub(super) fn figures(&self) -> Figures {
        let read = |number: &AtomicU64| number.load(Ordering::Relaxed);
        Figures {
            ops_synced: read(&self.ops_synced),
            records_received: read(&self.records_received),
            requests: read(&self.requests),
            bytes_up: read(&self.bytes_up),
            bytes_down: read(&self.bytes_down),
        }
    }
}

fn count(number: &AtomicU64, more: usize) {
    number.fetch_add(u64::try_from(more).unwrap_or(u64::MAX), Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::time::Duration;

    use super::*;

    /// A network that never answers, or answers at once.
    struct Network(bool);

    impl Transport for Network {
        fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
            let answers = self.0;
            Box::pin(async move {
                if answers {
                    Ok(HttpReply { body: vec![0; 7], ..HttpReply::default() })
                } else {
                    pending().await
                }
            })
        }
    }

    fn radio(answers: bool) -> (Arc<Radio>, Arc<Aeroplane>, Arc<Meter>) {
        let (aeroplane, meter) = (Arc::new(Aeroplane::default()), Arc::new(Meter::default()));
        let radio = Radio::new(Arc::new(Network(answers)), Arc::clone(&aeroplane), Arc::clone(&meter));
        (Arc::new(radio), aeroplane, meter)
    }

    fn request() -> HttpRequest {
        let (within, most) = (Duration::from_secs(1), 100);
        HttpRequest { url: String::new(), bearer: None, body: vec![0; 3], encoding: None, within, most }
    }

    #[tokio::test]
    async fn nothing_leaves_the_phone_in_aeroplane_mode() {
        let (radio, aeroplane, meter) = radio(true);
        aeroplane.set(true);
        assert_eq!(radio.send(request()).await, Err(TransportError::Unreachable));
        assert_eq!(meter.figures(), Figures::default());
        aeroplane.set(false);
        assert!(radio.send(request()).await.is_ok());
        let passed = meter.figures();
        assert_eq!((passed.requests, passed.bytes_up, passed.bytes_down), (1, 3, 7));
    }

    #[tokio::test]
    async fn the_switch_cuts_off_a_request_on_its_way() {
        let (radio, aeroplane, _) = radio(false);
        let sent = tokio::spawn(async move { radio.send(request()).await });
        aeroplane.set(true);
        let ended = sent.await.unwrap();
        assert!(matches!(ended, Err(TransportError::CutOff | TransportError::Unreachable)));
    }
}
