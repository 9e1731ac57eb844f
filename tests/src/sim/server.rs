//! The real server in a world: its router, its engine and its file, without a socket.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use alongside_core::model::{CaseId, EntityId, OrganisationId};
use alongside_core::ports::{SeededEntropy, SeededIds};
use alongside_core::sync::{HttpReply, HttpRequest};
use alongside_server::settings::Settings;
use alongside_server::store::Store;
use alongside_server::{Ports, service};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, header};
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

use super::clock::{DeviceClock, TrueTime};
use super::guard::{Guarded, Troubles};
use super::keeping::Keeping;

/// The server of a world.
pub(super) struct Server {
    /// What it keeps.
    pub(super) store: Arc<dyn Store>,
    /// What goes wrong in it.
    pub(super) troubles: Troubles,
    /// Its clock, ids and randomness.
    pub(super) ports: Ports,
    /// Its clock once more, to be set.
    pub(super) clock: Arc<DeviceClock>,
    router: Router,
    runtime: Runtime,
    keeping: Keeping,
    backups: u32,
    backup: Option<PathBuf>,
}

impl Server {
    /// Starts on what is kept at a place.
    pub(super) fn start(keeping: Keeping, time: &TrueTime, seed: u64) -> Self {
        let clock = Arc::new(DeviceClock::new(time, usize::MAX, 0));
        let ports = Ports {
            clock: clock.clone(),
            ids: Arc::new(SeededIds::new(seed ^ 0x5e_4e4)),
            entropy: Arc::new(SeededEntropy::new(seed ^ 0x5ec_4e7)),
        };
        let troubles = Troubles::default();
        let store = guarded(&keeping, &troubles);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        let runtime = runtime.expect("a runtime can be made");
        let router = router(&store, &ports);
        Self { store, troubles, ports, clock, router, runtime, keeping, backups: 0, backup: None }
    }

    /// Answers a request of the phone with this number; nothing when the process ended on the way.
    pub(super) fn answer(&mut self, phone: usize, request: &HttpRequest) -> Option<HttpReply> {
        let asked = asked(phone, request);
        let answering = self.router.clone().oneshot(asked);
        let reply = self.runtime.block_on(async {
            let response = answering.await.unwrap_or_else(|never| match never {});
            let (head, body) = response.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.expect("the body is in memory");
            reply(head.status.as_u16(), &head.headers, body.to_vec())
        });
        if self.troubles.settle() {
            self.power_cut();
            return None;
        }
        Some(reply)
    }

    /// The files it works on; none where it has no files of its own.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        self.keeping.files()
    }

    /// Ends the process and starts another on what the disk holds.
    pub(super) fn power_cut(&mut self) {
        let before = self.keeping.survive();
        self.start_again(before);
    }

    /// Backs the database up, by the command; phones hear that what is in it is safe. Says whether the engine has one.
    pub(super) fn back_up(&mut self) -> bool {
        let name = format!("backup-{}.db", self.backups);
        self.backups += 1;
        let made = self.keeping.back_up(&*self.store, &self.ports, &name);
        self.backup = made.or(self.backup.take());
        self.backup.is_some()
    }

    /// Puts the last backup in the database's place, by the command. Says whether there was one.
    pub(super) fn restore(&mut self) -> bool {
        let Some(from) = self.backup.clone() else { return false };
        let before = self.keeping.restore(&self.ports, &from);
        self.start_again(before);
        true
    }

    /// Erases a case by the command, which notes it outside the database too; says whether the process came to its end.
    pub(super) fn erase(&mut self, organisation: OrganisationId, case: CaseId) -> bool {
        let erased = self.keeping.erase(&*self.store, &self.ports, organisation, EntityId(case.0));
        if self.troubles.settle() {
            self.power_cut();
            return false;
        }
        erased.expect("it is erased");
        true
    }

    fn start_again(&mut self, before: Option<PathBuf>) {
        let troubles = self.troubles.hold();
        self.store = guarded(&self.keeping, &self.troubles);
        self.keeping.erase_again(&*self.store, &self.ports);
        self.router = router(&self.store, &self.ports);
        self.troubles.resume(troubles);
        if let Some(before) = before {
            let _ = std::fs::remove_dir_all(before);
        }
    }
}

fn guarded(keeping: &Keeping, troubles: &Troubles) -> Arc<dyn Store> {
    Arc::new(Guarded { inner: keeping.open(), troubles: troubles.clone() })
}

fn router(store: &Arc<dyn Store>, ports: &Ports) -> Router {
    service(store.clone(), &Settings::default(), ports.clone()).expect("the server starts")
}

fn asked(phone: usize, request: &HttpRequest) -> Request<Body> {
    let path = request.url.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    let path = path.map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}"));
    let mut asked = Request::post(path)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCEPT_ENCODING, "zstd");
    if let Some(encoding) = request.encoding {
        asked = asked.header(header::CONTENT_ENCODING, encoding);
    }
    if let Some(token) = &request.bearer {
        asked = asked.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let last = u8::try_from(phone % 250).unwrap_or(0) + 1;
    let address = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(10, 0, 0, last)), 4_000);
    let asked = asked.extension(ConnectInfo(address));
    asked.body(Body::from(request.body.clone())).expect("the request is well formed")
}

fn reply(status: u16, headers: &HeaderMap, body: Vec<u8>) -> HttpReply {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    HttpReply {
        status,
        content_type: text(header::CONTENT_TYPE).unwrap_or_default().to_owned(),
        encoding: text(header::CONTENT_ENCODING).map(str::to_owned),
        retry_after: text(header::RETRY_AFTER).and_then(|seconds| seconds.parse().ok()),
        body,
    }
}
