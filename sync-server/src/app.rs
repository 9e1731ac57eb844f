//! What handlers share: the store, the engine's keys, the ports and the limits.

use std::sync::Arc;
use std::time::Duration;

use alongside_core::instrument::Registry;
use tokio::sync::Semaphore;

use crate::bell::Bell;
use crate::engine::{CursorKey, Engine};
use crate::ports::Ports;
use crate::secret::ServerSecret;
use crate::settings::Settings;
use crate::store::{Store, StoreError};

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub(crate) struct App(Arc<Shared>);

/// What is shared.
pub(crate) struct Shared {
    pub(crate) bell: Bell,
    pub(crate) waits: Arc<Semaphore>,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) engine: Engine,
    pub(crate) ports: Ports,
    pub(crate) secret: ServerSecret,
    pub(crate) body_time: Duration,
    pub(crate) enrol_failures: u32,
    pub(crate) behind_proxy: bool,
    pub(crate) tls: bool,
}

impl App {
    /// Puts an app together; makes the server's secret at the first start.
    ///
    /// # Errors
    /// When the storage fails, or there is no randomness for a secret.
    pub(crate) fn new(
        store: Arc<dyn Store>,
        settings: &Settings,
        instruments: Registry,
        ports: Ports,
    ) -> Result<Self, StoreError> {
        let mut fresh = [0; 32];
        ports.entropy.fill(&mut fresh).map_err(|error| StoreError::Engine(Box::new(error)))?;
        let secret = ServerSecret::new(store.load_secret(fresh)?);
        let (cursors, instruments) = (CursorKey::new(secret.key("cursor")), Arc::new(instruments));
        let engine = Engine { cursors, instruments, wishes: settings.limits.wishes() };
        begin_run(&*store, &ports)?;
        Ok(Self(Arc::new(Shared {
            bell: Bell::default(),
            waits: Arc::new(Semaphore::new(settings.limits.connections.clamp(2, Semaphore::MAX_PERMITS) / 2)),
            store,
            engine,
            ports,
            secret,
            body_time: Duration::from_secs(settings.limits.body_seconds),
            enrol_failures: settings.limits.enrol_failures,
            behind_proxy: settings.server.behind_proxy,
            tls: settings.server.tls,
        })))
    }
}

/// Notes in every organisation that a run of the server begins.
fn begin_run(store: &dyn Store, ports: &Ports) -> Result<(), StoreError> {
    let mut salt = [0; 4];
    ports.entropy.fill(&mut salt).map_err(|error| StoreError::Engine(Box::new(error)))?;
    let (salt, now) = (u32::from_be_bytes(salt), ports.clock.now());
    store.write(|txn| {
        let organisations = txn.list_organisations()?;
        organisations.into_iter().try_for_each(|organisation| txn.begin_run(organisation.no, salt, now))
    })
}

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
