//! A running service with link workers who have few clients or many. Made at the first use, and taken down with all its files
//! at the end.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use alongside_core::companion::Companion;
use alongside_core::model::catalogue::find_kind;
use alongside_core::model::{EntityId, PersonId, Role};
use alongside_core::sync::{HttpTransport, SyncReport};
use alongside_demo::people::{USUAL_ENDING, caseload};
use alongside_tests::bench::{
    Echo, Line, RawRow, list_clients, open_companion, open_store, synchronise_store, write_caseload,
};
use alongside_tests::service::Service;
use tempfile::TempDir;
use tokio::runtime::Runtime;

static WORLD: Mutex<Option<Arc<World>>> = Mutex::new(None);

const DEADLINE: Duration = Duration::from_secs(300);

/// The service.
pub(crate) struct World {
    pub(crate) echo: Echo,
    caseloads: [OnceLock<Caseload>; SIZES.len()],
    service: Service,
    folder: TempDir,
    runtime: Runtime,
}

/// How many clients the workers have.
pub(crate) const SIZES: [usize; 5] = [3, 5, 30, 100, 300];

/// A worker and their phone that has everything.
pub(crate) struct Caseload {
    worker: PersonId,
    pub(crate) folder: PathBuf,
}

/// A phone of its own.
pub(crate) struct Phone {
    pub(crate) core: Companion,
    pub(crate) folder: TempDir,
}

/// The service; the first call makes it.
pub(crate) fn world() -> Arc<World> {
    let mut world = WORLD.lock().unwrap_or_else(PoisonError::into_inner);
    world.get_or_insert_with(|| Arc::new(World::start())).clone()
}

/// Takes the service down.
pub(crate) fn close() {
    WORLD.lock().unwrap_or_else(PoisonError::into_inner).take();
}

impl World {
    fn start() -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let (service, echo) =
            runtime.block_on(async { (Service::start().await, Echo::start().await.expect("an echo")) });
        Self { echo, caseloads: Default::default(), service, folder, runtime }
    }

    /// The worker with so many clients; made when first asked for. One client is one case of the organisation, so all caseloads
    /// are of other people.
    pub(crate) fn caseload(&self, clients: usize) -> &Caseload {
        let place = SIZES.iter().position(|size| *size == clients).expect("a size there is");
        self.caseloads[place].get_or_init(|| {
            let name = format!("Worker with {clients}");
            let worker = self.service.person(Role::LinkWorker, &name);
            let caseload = Caseload { worker, folder: self.folder.path().join(name) };
            self.wait(fill(&self.service, &caseload, &lines(clients, place as u64 + 1)));
            caseload
        })
    }

    /// A phone of the worker with so many clients that has enrolled and not read anything yet.
    pub(crate) fn fresh_phone(&self, clients: usize) -> Phone {
        let folder = tempfile::tempdir_in(self.folder.path()).expect("a folder");
        let core = open(folder.path());
        let code = self.service.code(self.caseload(clients).worker);
        self.wait(core.enrol(&self.service.url, &code, "bench")).expect("the phone enrols");
        Phone { core, folder }
    }

    /// A phone of that worker with everything on it.
    pub(crate) fn full_phone(&self, clients: usize) -> Phone {
        let phone = self.fresh_phone(clients);
        self.sync(&phone.core);
        phone
    }

    /// Syncs a phone.
    pub(crate) fn sync(&self, core: &Companion) -> SyncReport {
        self.wait(core.synchronise(DEADLINE)).expect("the sync goes through")
    }

    /// Waits for what needs the network.
    pub(crate) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

/// The records of a phone as rows of the floor.
pub(crate) fn raw_rows(core: &Companion) -> Vec<RawRow> {
    let mut rows = Vec::new();
    core.visit_records(&mut |record| {
        let parent = find_kind(&record.kind).and_then(|kind| record.fields.get(kind.parent?)?.as_str());
        let parent = parent.and_then(|parent| parent.parse::<EntityId>().ok());
        rows.push(RawRow {
            id: record.id.0.into_bytes(),
            kind: record.kind,
            owner: record.stream.owner.into_bytes(),
            parent: parent.map(|parent| parent.0.into_bytes()),
            at: record.fields.get("at").and_then(serde_json::Value::as_i64),
            doc: serde_json::to_string(&record.fields).expect("fields are JSON"),
        });
    })
    .expect("the phone can be read");
    rows
}

/// The phone in `folder`, with its core open.
pub(crate) fn open(folder: &Path) -> Companion {
    open_companion(folder, transport()).expect("the phone opens")
}

/// One for all phones: making one reads the system's certificates, which is no part of any work measured here.
fn transport() -> Arc<HttpTransport> {
    static TRANSPORT: LazyLock<Arc<HttpTransport>> =
        LazyLock::new(|| Arc::new(HttpTransport::new().expect("a client")));
    TRANSPORT.clone()
}

async fn fill(service: &Service, caseload: &Caseload, lines: &[Line]) {
    let code = service.code(caseload.worker);
    let core = open(&caseload.folder);
    core.enrol(&service.url, &code, "bench").await.expect("the phone enrols");
    drop(core);
    let store = open_store(&caseload.folder).expect("the store opens");
    write_caseload(&store, &list_clients(lines).expect("the lines are ours")).expect("it is written");
    synchronise_store(&store, &*transport()).await.expect("it is pushed");
}

fn lines(clients: usize, seed: u64) -> Vec<Line> {
    let lines = caseload(clients, seed, USUAL_ENDING).enumerate();
    lines.map(|(place, text)| Line::read(place + 1, &text).expect("the line is ours")).collect()
}
