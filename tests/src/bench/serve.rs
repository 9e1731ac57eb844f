//! `serve`: the real server on a port of loopback, with the people whose codes the other commands know.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;

use alongside_core::model::{OrganisationId, Role};
use alongside_server::admin::{NewPerson, make_code, make_organisation, make_person};
use alongside_server::settings::Settings;
use alongside_server::store::Store;
use alongside_server::{Ports, open_store};
use tokio::net::TcpListener;

use super::{BenchError, entropy_of};

/// Workers beside the first, one for each device of a swarm.
pub const SWARM_WORKERS: usize = 64;
/// Codes are used when their command is run, minutes or hours after the server started.
const CODE_MINUTES: u32 = 7 * 24 * 60;

/// Serves the database in `folder` until `stopped`; a fresh one gets its people first, so that the port opens when they
/// are there.
///
/// # Errors
/// When the database cannot be opened or the port not be had.
pub async fn serve(
    folder: &Path,
    port: u16,
    stopped: impl Future<Output = ()> + Send,
) -> Result<(), BenchError> {
    std::fs::create_dir_all(folder)?;
    let mut settings = Settings::default();
    settings.store.path = folder.join("server.db");
    let (packs, signers) = super::packs::write(&folder.join("instruments"))?;
    settings.instruments.folder = Some(packs);
    settings.instruments.signers = Some(signers);
    let fresh = !settings.store.path.exists();
    let store = open_store(&settings)?;
    if fresh {
        provision(&*store)?;
    }
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    Ok(alongside_server::serve(listener, store, settings, Ports::system(), stopped).await?)
}

/// Makes an organisation, its workers and their codes.
///
/// # Errors
/// When the store cannot be written.
pub fn provision(store: &dyn Store) -> Result<(), BenchError> {
    let ports = Ports::system();
    let organisation = make_organisation(store, &ports, "Benchmark")?;
    worker(store, organisation, "Worker", &[0, 1])?;
    (2..).take(SWARM_WORKERS).try_for_each(|k| worker(store, organisation, &format!("Worker {k}"), &[k]))
}

fn worker(
    store: &dyn Store,
    organisation: OrganisationId,
    name: &str,
    codes: &[u64],
) -> Result<(), BenchError> {
    let new = NewPerson { role: Role::LinkWorker, name, sign_in: None };
    let person = make_person(store, &Ports::system(), organisation, new)?;
    for k in codes {
        let ports = Ports { entropy: Arc::new(entropy_of(*k)), ..Ports::system() };
        make_code(store, &ports, person, CODE_MINUTES)?;
    }
    Ok(())
}
