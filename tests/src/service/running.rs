//! The real server on a port of its own, with one organisation.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use alongside_core::model::{CaseId, OrganisationId, PersonId, Role};
use alongside_core::ports::{Clock, SystemClock};
use alongside_server::admin::{NewPerson, make_code, make_organisation, make_person, open_case};
use alongside_server::settings::{InstrumentSettings, Settings};
use alongside_server::store::Store;
use alongside_server::{Ports, serve};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::packs::{signed_as_it_stands, signers_file};
use super::{Browser, Phone};
use crate::engine::{Engine, Place};

/// How the supervisor of a test service signs in.
pub const SUPERVISOR: (&str, &str) = ("marta", "correct horse battery staple");

/// A running service.
pub struct Service {
    /// The server's address.
    pub url: String,
    /// What the server keeps.
    pub store: Arc<dyn Store>,
    /// The server's ports.
    pub ports: Ports,
    /// The organisation.
    pub organisation: OrganisationId,
    pub(super) place: Place,
    settings: Settings,
    address: SocketAddr,
    phones: AtomicU8,
    stop: Option<oneshot::Sender<()>>,
    running: Option<JoinHandle<()>>,
}

impl Service {
    /// Starts a server with an organisation and a supervisor, on the engine that `ALONGSIDE_ENGINE` names.
    pub async fn start() -> Self {
        Self::start_on(Engine::chosen()).await
    }

    /// The same, on this engine.
    pub async fn start_on(engine: Engine) -> Self {
        Self::start_with(engine, &[]).await
    }

    /// The same, with these instrument definitions as packs it takes.
    pub async fn start_with_packs(definitions: &[String]) -> Self {
        Self::start_with(Engine::chosen(), definitions).await
    }

    async fn start_with(engine: Engine, definitions: &[String]) -> Self {
        let place = engine.find_place("a service").expect("the engine that was chosen is there");
        let ports = Ports::system();
        let store = place.open();
        let settings =
            Settings { instruments: instruments(place.folder(), definitions), ..Settings::default() };
        let organisation = make_organisation(&*store, &ports, "Riverside").expect("an organisation is made");
        let marta = NewPerson { role: Role::Supervisor, name: "Marta Lindqvist", sign_in: Some(SUPERVISOR) };
        make_person(&*store, &ports, organisation, marta).expect("a supervisor is made");
        let mut service = Self {
            url: String::new(),
            store,
            ports,
            organisation,
            place,
            settings,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            phones: AtomicU8::new(1),
            stop: None,
            running: None,
        };
        service.listen().await;
        service
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops the server and starts it again on the same database, at the same port.
    pub async fn restart(&mut self) {
        self.stop().await;
        self.listen().await;
    }

    /// Stops the server; requests in flight end first.
    pub async fn stop(&mut self) {
        if let (Some(stop), Some(running)) = (self.stop.take(), self.running.take()) {
            let _ = stop.send(());
            running.await.expect("the server ends by itself");
        }
    }

    /// The folder of the server's files.
    pub fn folder(&self) -> &Path {
        self.place.folder()
    }

    /// Somebody new.
    pub fn person(&self, role: Role, name: &str) -> PersonId {
        let new = NewPerson { role, name, sign_in: None };
        make_person(&*self.store, &self.ports, self.organisation, new).expect("a person is made")
    }

    /// The client of `case`, so that they can have a phone.
    pub fn client_of(&self, case: CaseId, name: &str) -> PersonId {
        let client = self.person(Role::Client, name);
        open_case(&*self.store, &self.ports, self.organisation, Some(case), Some(client))
            .expect("the case is theirs");
        client
    }

    /// A one-time code for `person`.
    pub fn code(&self, person: PersonId) -> String {
        make_code(&*self.store, &self.ports, person, 10).expect("a code is made")
    }

    /// A phone of `person`, enrolled.
    pub async fn phone(&self, person: PersonId) -> Phone {
        self.phone_with_clock(person, Arc::new(SystemClock::new())).await
    }

    /// A phone of `person` with a clock of its own, enrolled.
    pub async fn phone_with_clock(&self, person: PersonId, clock: Arc<dyn Clock>) -> Phone {
        let phone = Phone::new(self.phones.fetch_add(1, Ordering::SeqCst), clock);
        phone.core.enrol(&self.url, &self.code(person), "test").await.expect("the phone enrols");
        phone
    }

    /// A browser at the supervisors' pages, signed in.
    pub async fn supervisor(&self) -> Browser {
        Browser::sign_in(&self.url, SUPERVISOR.0, SUPERVISOR.1).await
    }

    pub(super) async fn listen(&mut self) {
        let listener = TcpListener::bind(self.address).await.expect("the port is free");
        self.address = listener.local_addr().expect("the port is known");
        self.url = format!("http://{}", self.address);
        let (stop, stopped) = oneshot::channel::<()>();
        let (store, ports, settings) = (self.store.clone(), self.ports.clone(), self.settings.clone());
        self.running = Some(tokio::spawn(async move {
            let stopped = async { stopped.await.unwrap_or(()) };
            serve(listener, store, settings, ports, stopped).await.expect("the server serves");
        }));
        self.stop = Some(stop);
    }
}

fn instruments(folder: &Path, definitions: &[String]) -> InstrumentSettings {
    let (packs, signers) = (folder.join("packs"), folder.join("signers.txt"));
    std::fs::create_dir_all(&packs).expect("a folder can be made");
    std::fs::write(&signers, signers_file()).expect("a file can be written");
    for (n, definition) in definitions.iter().enumerate() {
        let pack = signed_as_it_stands(definition);
        std::fs::write(packs.join(format!("{n}.pack")), pack).expect("a file can be written");
    }
    InstrumentSettings { folder: Some(packs), signers: Some(signers) }
}
