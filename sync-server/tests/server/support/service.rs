//! A server that runs for the length of a test.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use alongside_core::model::{CaseId, OrganisationId, PersonId, ReplicaId, Role, Timestamp};
use alongside_core::ports::{FixedClock, SeededIds, SystemEntropy};
use alongside_core::wire::{DeviceDescription, ENROL_PATH, EnrolRequest, PROTOCOL};
use alongside_server::settings::Settings;
use alongside_server::store::Store;
use alongside_server::{Ports, ServeError, admin, open_store, serve};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{Answer, Call, Phone, engine};

/// 22 November 2026, 09:30.
pub(crate) const NOW: Timestamp = Timestamp(1_795_339_800_000);

/// A running server with one organisation.
pub(crate) struct Service {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) ports: Ports,
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) organisation: OrganisationId,
    pub(crate) address: SocketAddr,
    pub(crate) path: PathBuf,
    pub(crate) settings: Settings,
    runtime: Runtime,
    stop: Option<oneshot::Sender<()>>,
    running: Option<JoinHandle<Result<(), ServeError>>>,
    _folder: tempfile::TempDir,
}

impl Service {
    pub(crate) fn start() -> Self {
        Self::start_with(|_| {})
    }

    /// Starts with settings other than the defaults.
    pub(crate) fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("server.db");
        let mut settings = engine::settings(&path);
        change(&mut settings);
        let clock = Arc::new(FixedClock::at(NOW));
        let ids = Arc::new(SeededIds::new(7));
        let ports = Ports { clock: clock.clone(), ids, entropy: Arc::new(SystemEntropy) };
        let store = open_store(&settings).unwrap();
        let organisation = admin::make_organisation(&*store, &ports, "Northside").unwrap();
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let shutdown = async move { drop(stopped.await) };
        let running =
            runtime.spawn(serve(listener, store.clone(), settings.clone(), ports.clone(), shutdown));
        let (stop, running) = (Some(stop), Some(running));
        Self {
            store,
            ports,
            clock,
            organisation,
            address,
            path,
            settings,
            runtime,
            stop,
            running,
            _folder: folder,
        }
    }

    /// Tells the server to stop and waits until it has.
    pub(crate) fn stop(&mut self) -> Result<(), ServeError> {
        drop(self.stop.take());
        match self.running.take() {
            Some(running) => self.runtime.block_on(running).unwrap(),
            None => Ok(()),
        }
    }

    pub(crate) fn send(&self, call: &Call) -> Answer {
        call.send(self.address)
    }

    pub(crate) fn person(&self, role: Role, name: &str) -> PersonId {
        let new = admin::NewPerson { role, name, sign_in: None };
        admin::make_person(&*self.store, &self.ports, self.organisation, new).unwrap()
    }

    pub(crate) fn code(&self, person: PersonId) -> String {
        admin::make_code(&*self.store, &self.ports, person, admin::DEFAULT_CODE_MINUTES).unwrap()
    }

    pub(crate) fn enrol_request(&self, code: &str) -> Call {
        let request = EnrolRequest {
            v: PROTOCOL,
            code: code.to_owned(),
            replica: ReplicaId(self.ports.ids.uuid()),
            device: DeviceDescription { platform: "test".into(), build: "0".into() },
            before: None,
        };
        Call::post(ENROL_PATH, serde_json::to_vec(&request).unwrap())
    }

    /// A phone of somebody who is there.
    pub(crate) fn phone(&self, person: PersonId) -> Phone {
        let answer = self.send(&self.enrol_request(&self.code(person)));
        Phone::new(self.address, answer.json())
    }

    /// A link worker with a phone.
    pub(crate) fn link_worker(&self, name: &str) -> Phone {
        self.phone(self.person(Role::LinkWorker, name))
    }

    pub(crate) fn assign(&self, case: CaseId, worker: &Phone) {
        admin::assign(&*self.store, &self.ports, case, worker.person()).unwrap();
    }

    pub(crate) fn unassign(&self, case: CaseId, worker: &Phone) {
        admin::unassign(&*self.store, &self.ports, case, worker.person(), None).unwrap();
    }

    /// The client of a case, with a phone.
    pub(crate) fn client(&self, case: CaseId, name: &str) -> Phone {
        let client = self.person(Role::Client, name);
        admin::open_case(&*self.store, &self.ports, self.organisation, Some(case), Some(client)).unwrap();
        self.phone(client)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // A test that fails has its own message; stopping must not hide it.
        let _ = self.stop();
    }
}
