//! The real server in a world: its router, its engine and its file, without a socket.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside_core::ports::{SeededEntropy, SeededIds};
use alongside_core::sync::{HttpReply, HttpRequest};
use alongside_server::settings::Settings;
use alongside_server::store::Store;
use alongside_server::store::sqlite::{SqliteOptions, SqliteStore};
use alongside_server::{Ports, service};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, header};
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

use super::clock::{DeviceClock, TrueTime};
use super::folder;
use super::guard::{Guarded, Troubles};

/// The name of the server's file.
const FILE: &str = "server.db";

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
    folder: PathBuf,
}

impl Server {
    /// Starts on the file in `folder`, which is made when there is none.
    pub(super) fn start(folder: PathBuf, time: &TrueTime, seed: u64) -> Self {
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let clock = Arc::new(DeviceClock::new(time, 0));
        let ports = Ports {
            clock: clock.clone(),
            ids: Arc::new(SeededIds::new(seed ^ 0x5e_4e4)),
            entropy: Arc::new(SeededEntropy::new(seed ^ 0x5ec_4e7)),
        };
        let troubles = Troubles::default();
        let store = open(&folder, &troubles);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        let runtime = runtime.expect("a runtime can be made");
        let router = router(&store, &ports);
        Self { store, troubles, ports, clock, router, runtime, folder }
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

    /// Ends the process and starts another on what the disk holds.
    pub(super) fn power_cut(&mut self) {
        let next = folder::next(&self.folder);
        folder::copy(&self.folder, &next).expect("files can be copied");
        self.start_on(next);
    }

    fn start_on(&mut self, folder: PathBuf) {
        let troubles = self.troubles.hold();
        self.store = open(&folder, &self.troubles);
        self.router = router(&self.store, &self.ports);
        self.troubles.resume(troubles);
        let _ = std::fs::remove_dir_all(std::mem::replace(&mut self.folder, folder));
    }
}

fn open(folder: &Path, troubles: &Troubles) -> Arc<dyn Store> {
    let options = SqliteOptions { readers: 1, ..SqliteOptions::at(folder.join(FILE)) };
    let inner = Arc::new(SqliteStore::open(&options).expect("the database opens"));
    Arc::new(Guarded { inner, troubles: troubles.clone() })
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
