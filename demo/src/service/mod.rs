//! The demonstration's server: the real one, on a port of its own on this machine, with an invented organisation on it.
//!
//! People, codes and assignments are made with the functions an administrator's commands use. Nothing here reads a record.

mod sign_in;
mod team;

use std::path::Path;
use std::sync::Arc;

use alongside_core::model::{CaseId, OrganisationId, PersonId};
use alongside_server::import::{Import, ImportReport, import};
use alongside_server::settings::Settings;
use alongside_server::store::Store;
use alongside_server::{Ports, ServeError, admin, open_store, serve};
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, spawn_blocking};

pub use sign_in::SupervisorsPage;
pub use team::Team;

use crate::caseload::Caseload;
use crate::error::DemoError;
use crate::instruments;

/// Minutes for which a code can be used: a phone of the demonstration uses it at once.
const CODE_MINUTES: u32 = 10;

/// A running server.
pub struct Service {
    store: Arc<dyn Store>,
    ports: Ports,
    address: String,
    organisation: OrganisationId,
    team: Team,
    stop: Option<oneshot::Sender<()>>,
    running: JoinHandle<Result<(), ServeError>>,
}

/// What the import took.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Loaded {
    /// Records that are on the server now.
    pub records: u64,
    /// How long it took.
    pub milliseconds: u64,
}

impl Service {
    /// Starts a server whose database is in `folder`, with an organisation, a supervisor and two link workers.
    ///
    /// # Errors
    /// [`DemoError`] when the folder cannot be used or the server does not start.
    pub async fn start(folder: &Path) -> Result<Self, DemoError> {
        std::fs::create_dir_all(folder)?;
        let mut settings = Settings::default();
        settings.store.path = folder.join("alongside-server.db");
        let (packs, signers) = instruments::write_packs(&folder.join("instruments"))?;
        settings.instruments.folder = Some(packs);
        settings.instruments.signers = Some(signers);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = format!("http://{}", listener.local_addr()?);
        let (store, ports) = (open_store(&settings).map_err(failed)?, Ports::system());
        let (stop, stopping) = oneshot::channel();
        let shutdown = async move {
            // The sender that goes away stops the server too.
            let _ = stopping.await;
        };
        let running = tokio::spawn(serve(listener, Arc::clone(&store), settings, ports.clone(), shutdown));
        let (desk, at) = (Arc::clone(&store), ports.clone());
        let (organisation, team) = spawn_blocking(move || team::make(&*desk, &at)).await?.map_err(failed)?;
        Ok(Self { store, ports, address, organisation, team, stop: Some(stop), running })
    }

    /// Where the server listens, such as `http://127.0.0.1:40123`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The people the server began with.
    pub fn team(&self) -> &Team {
        &self.team
    }

    /// Where the supervisors' page is, and the sign-in.
    pub fn supervisors_page(&self) -> SupervisorsPage {
        let Team { login, password, .. } = self.team.clone();
        SupervisorsPage { address: format!("{}/assessments", self.address), login, password }
    }

    /// A one-time code with which `person` makes a phone theirs.
    ///
    /// # Errors
    /// [`DemoError::Server`] when there is no such person.
    pub async fn enrolment_code(&self, person: PersonId) -> Result<String, DemoError> {
        let work =
            move |store: &dyn Store, ports: &Ports| admin::make_code(store, ports, person, CODE_MINUTES);
        self.administrate(work).await
    }

    /// Loads `caseload` through the server's import; its cases become the first link worker's.
    ///
    /// # Errors
    /// [`DemoError::Import`] when a line was not taken or the server cannot store it.
    pub async fn import(&self, caseload: Arc<Caseload>) -> Result<Loaded, DemoError> {
        let (store, ports, worker) = (Arc::clone(&self.store), self.ports.clone(), self.team.worker);
        let done = spawn_blocking(move || load(&*store, &ports, worker, &caseload)).await??;
        if done.refused > 0 || done.taken == 0 {
            return Err(DemoError::Import(done.to_string()));
        }
        Ok(Loaded { records: done.taken, milliseconds: done.milliseconds })
    }

    /// Makes a client called `name` whose own case is `case`, so that their phone gets what is shared with them.
    ///
    /// # Errors
    /// [`DemoError::Server`] when there is no such case.
    pub async fn make_client(&self, name: &str, case: CaseId) -> Result<PersonId, DemoError> {
        let (organisation, name) = (self.organisation, name.to_owned());
        self.administrate(move |store, ports| team::make_client(store, ports, organisation, &name, case))
            .await
    }

    /// Puts `person` on `cases` beside whoever is on them.
    ///
    /// # Errors
    /// [`DemoError::Server`] when one of them is not there.
    pub async fn share_cases(&self, person: PersonId, cases: &[CaseId]) -> Result<(), DemoError> {
        let cases = cases.to_vec();
        let assign_all = move |store: &dyn Store, ports: &Ports| {
            cases.iter().try_for_each(|case| admin::assign(store, ports, *case, person))
        };
        self.administrate(assign_all).await
    }

    /// Stops the server; requests on their way end first.
    ///
    /// # Errors
    /// [`DemoError::Server`] when it had failed.
    pub async fn stop(mut self) -> Result<(), DemoError> {
        if let Some(stop) = self.stop.take() {
            // A server that has ended by itself says why below.
            let _ = stop.send(());
        }
        self.running.await?.map_err(failed)
    }

    async fn administrate<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Store, &Ports) -> Result<T, admin::AdminError> + Send + 'static,
    ) -> Result<T, DemoError> {
        let (store, ports) = (Arc::clone(&self.store), self.ports.clone());
        spawn_blocking(move || work(&*store, &ports)).await?.map_err(failed)
    }
}

impl std::fmt::Debug for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Service").field("address", &self.address).finish_non_exhaustive()
    }
}

fn load(
    store: &dyn Store,
    ports: &Ports,
    worker: PersonId,
    caseload: &Caseload,
) -> Result<ImportReport, DemoError> {
    let worker = store.read(|txn| txn.find_person(worker)).map_err(failed)?;
    let worker = &worker.ok_or_else(|| DemoError::Import("there is no such link worker".to_owned()))?;
    let job = Import { store, worker, instruments: &instruments::known(), clock: &*ports.clock };
    let mut first = None;
    let done = import(&job, caseload.to_file().as_bytes(), &mut |remark| {
        first.get_or_insert(remark.to_string());
    });
    match (done, first) {
        (Ok(_), Some(remark)) => Err(DemoError::Import(remark)),
        (done, _) => done.map_err(|error| DemoError::Import(error.to_string())),
    }
}

/// What the server's errors say, with their causes: they hold no personal data.
fn failed(error: impl std::error::Error) -> DemoError {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words = format!("{words}: {error}");
        cause = error.source();
    }
    DemoError::Server(words)
}
