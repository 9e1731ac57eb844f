//! The real server on a port of its own, until the test lets go of it.

use std::net::SocketAddr;
use std::sync::Arc;

use alongside_core::ports::SystemIds;
use alongside_server::settings::Settings;
use alongside_server::{Ports, ServeError, serve};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::browser::Browser;
use crate::service::{PASSWORD, SUPERVISOR, Service};

/// A running server.
pub(crate) struct Serving {
    address: SocketAddr,
    runtime: Runtime,
    running: Option<Running>,
}

/// What stops the server, and what it answers when it has stopped.
type Running = (oneshot::Sender<()>, JoinHandle<Result<(), ServeError>>);

impl Serving {
    /// Serves `service` as people without TLS reach it.
    pub(crate) fn plain(service: &Service) -> Self {
        Self::start(service, false)
    }

    /// Serves `service` as it is behind TLS.
    pub(crate) fn behind_tls(service: &Service) -> Self {
        Self::start(service, true)
    }

    fn start(service: &Service, tls: bool) -> Self {
        let mut settings = Settings::default();
        settings.server.tls = tls;
        let ports = Ports {
            clock: service.clock.clone(),
            ids: Arc::new(SystemIds),
            entropy: service.entropy.clone(),
        };
        let store = Arc::clone(&service.store);
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let until = async move { drop(stopped.await) };
        let server = runtime.spawn(serve(listener, store, settings, ports, until));
        Self { address, runtime, running: Some((stop, server)) }
    }

    /// A browser in which nobody has signed in.
    pub(crate) fn browser(&self) -> Browser {
        Browser::at(self.address)
    }

    /// A browser in which the supervisor has signed in.
    pub(crate) fn signed_in(&self) -> Browser {
        let mut browser = self.browser();
        assert_eq!(browser.sign_in(SUPERVISOR, PASSWORD).status, 303);
        browser
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if let Some((stop, server)) = self.running.take() {
            let _ = stop.send(());
            let ended = self.runtime.block_on(server);
            assert!(
                std::thread::panicking() || ended.is_ok_and(|served| served.is_ok()),
                "the server ends well"
            );
        }
    }
}
