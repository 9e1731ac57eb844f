//! Running the server on a listener until it is told to stop.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt as _;

use crate::app::App;
use crate::engine::replay_waiting;
use crate::erasures::erase_again;
use crate::keep;
use crate::opening::{ServeError, open_store};
use crate::ports::Ports;
use crate::routes;
use crate::settings::Settings;
use crate::store::Store;

/// Largest head of a request, in bytes: no header of ours is longer than a few hundred.
const MAX_HEAD: usize = 16 * 1024;
/// How long requests in flight may take to end when the server stops.
const STOPPING: Duration = Duration::from_secs(30);

/// Opens the database that the settings name and serves it until `shutdown`. `listen` gives the listener, and is asked once
/// the database is open: whoever is told of it then can rely on a server being there.
///
/// # Errors
/// When the database cannot be opened, the settings name something that is not there, or there is no listener.
pub async fn launch(
    listen: impl Future<Output = std::io::Result<TcpListener>>,
    settings: Settings,
    ports: Ports,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), ServeError> {
    let _alone = settings.store.lock()?;
    let (store, witness) = (open_store(&settings)?, settings.store.witness());
    if let Some(witness) = &witness {
        witness.check(&*store)?;
    }
    erase_again(&settings, &*store, &ports)?;
    if let Some(witness) = &witness {
        witness.note(&*store)?;
    }
    let listener = listen.await.map_err(ServeError::Listen)?;
    let keeping = keep::keep(store.clone(), settings.clone(), ports.clone());
    let served = serve(listener, store.clone(), settings, ports, shutdown).await;
    keeping.abort();
    witness.map_or(Ok(()), |witness| witness.note(&*store))?;
    served
}

/// Serves an open store on `listener` until `shutdown`. Then no connection is taken any more, requests in flight end, and
/// the database is folded into one file.
///
/// # Errors
/// When the settings name something that is not there or the database fails.
pub async fn serve(
    listener: TcpListener,
    store: Arc<dyn Store>,
    settings: Settings,
    ports: Ports,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), ServeError> {
    let instruments = settings.instruments.load_registry()?;
    let app = App::new(store.clone(), &settings, instruments, ports)?;
    let done = replay_waiting(&*store, &app.engine.instruments, app.ports.clock.now())?;
    if done > 0 {
        tracing::info!(done, "operations that had waited for this version were done");
    }
    let door = Door::new(routes::router(app.clone()), &settings);
    let ending = door.accept_until(listener, shutdown).await;
    app.bell.close();
    if tokio::time::timeout(STOPPING, ending.shutdown()).await.is_err() {
        tracing::warn!("requests were still running when the server stopped");
    }
    store.checkpoint()?;
    Ok(())
}

/// The whole server as one service, to be driven without a socket, as a simulation does.
///
/// # Errors
/// When the settings name something that is not there or the database fails.
pub fn service(store: Arc<dyn Store>, settings: &Settings, ports: Ports) -> Result<Router, ServeError> {
    let instruments = settings.instruments.load_registry()?;
    Ok(routes::router(App::new(store, settings, instruments, ports)?))
}

/// Takes connections.
struct Door {
    router: Router,
    http: http1::Builder,
    places: Arc<Semaphore>,
}

impl Door {
    fn new(router: Router, settings: &Settings) -> Self {
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(Duration::from_secs(settings.limits.header_seconds))
            .max_buf_size(MAX_HEAD)
            // Phones take the time from the body; on an idle exchange the header would be a fifth of the answer.
            .auto_date_header(false);
        let places = settings.limits.connections.clamp(1, Semaphore::MAX_PERMITS);
        Self { router, http, places: Arc::new(Semaphore::new(places)) }
    }

    /// Takes connections until `shutdown`; answers what waits for those that are open to end.
    async fn accept_until(
        &self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send,
    ) -> GracefulShutdown {
        let open = GracefulShutdown::new();
        let mut breath = tokio::time::interval(Duration::from_secs(1));
        tokio::pin!(shutdown);
        loop {
            tokio::select! {
                () = &mut shutdown => return open,
                (place, taken) = self.take(&listener) => match taken {
                    Ok((stream, address)) => self.open(stream, address, place, &open),
                    Err(error) => {
                        // Out of file handles, most likely: what is open must end before more can come.
                        tracing::warn!(%error, "could not accept a connection");
                        breath.tick().await;
                    }
                },
            }
        }
    }

    /// Waits for a place, then for a connection to take it.
    async fn take(
        &self,
        listener: &TcpListener,
    ) -> (Option<OwnedSemaphorePermit>, std::io::Result<(TcpStream, SocketAddr)>) {
        let place = self.places.clone().acquire_owned().await.ok();
        (place, listener.accept().await)
    }

    fn open(
        &self,
        stream: TcpStream,
        address: SocketAddr,
        place: Option<OwnedSemaphorePermit>,
        open: &GracefulShutdown,
    ) {
        // Small answers must not wait for more to come.
        let _ = stream.set_nodelay(true);
        let router = self.router.clone();
        let service = tower::service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(address));
            let answering = router.clone().oneshot(request.map(axum::body::Body::new));
            async move { Ok::<_, Infallible>(answering.await.unwrap_or_else(|never| match never {})) }
        });
        let connection = self.http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = open.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "connection ended");
            }
            drop(place);
        });
    }
}
