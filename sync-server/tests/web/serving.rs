//! The pages on a port of their own, until the test lets go of them.

use std::net::SocketAddr;
use std::sync::Arc;

use alongside_core::instrument::Registry;
use alongside_server::web::{Site, router};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::browser::Browser;
use crate::service::{PASSWORD, SUPERVISOR, Service};

/// A running server.
pub(crate) struct Serving {
    address: SocketAddr,
    _runtime: Runtime,
}

impl Serving {
    /// Serves `service` as people without TLS reach it.
    pub(crate) fn plain(service: &Service) -> Self {
        Self::start(service, false)
    }

    /// Serves `service` as it is behind TLS.
    pub(crate) fn behind_tls(service: &Service) -> Self {
        Self::start(service, true)
    }

    fn start(service: &Service, secure: bool) -> Self {
        let site = Site {
            store: Arc::clone(&service.store),
            clock: service.clock.clone(),
            entropy: service.entropy.clone(),
            instruments: Arc::new(Registry::shipped()),
            secret: [9; 32],
            secure,
        };
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let pages = router(site).into_make_service_with_connect_info::<SocketAddr>();
        runtime.spawn(async move { axum::serve(listener, pages).await });
        Self { address, _runtime: runtime }
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
