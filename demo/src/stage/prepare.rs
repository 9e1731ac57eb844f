//! Setting the stage: a real server, an imported caseload, and three phones that enrol and sync over HTTP.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use alongside_core::model::{CaseId, PersonId, Timestamp};
use alongside_core::ports::{Clock, SystemClock};
use alongside_core::sync::{HttpTransport, SyncError, Transport};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::{Owner, Phase, Stage, morning};
use crate::caseload::Caseload;
use crate::error::DemoError;
use crate::instruments;
use crate::phone::Phone;
use crate::service::{Loaded, Service};

/// How long a first sync may take before the demonstration says that it did not work.
const PATIENCE: Duration = Duration::from_secs(120);
/// How many cases the second link worker shares with the first.
const SHARED: usize = 8;

/// What to put on the stage.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Where every file of the demonstration goes.
    pub folder: PathBuf,
    /// How many clients to invent.
    pub clients: usize,
    /// Which ones.
    pub seed: u64,
}

/// A stage that is set.
#[derive(Debug)]
pub struct Prepared {
    /// The running server.
    pub service: Service,
    /// The caseload that was imported.
    pub caseload: Arc<Caseload>,
    /// How many records the import took.
    pub loaded: Loaded,
    /// The case of the client who carries a phone.
    pub own_case: CaseId,
}

/// Sets `stage` after `plan`.
///
/// # Errors
/// [`DemoError`]: the folder, the server, the import or a phone.
pub async fn prepare(stage: &Arc<Stage>, plan: &Plan) -> Result<Prepared, DemoError> {
    let now = SystemClock::new().now();
    let ending = now.to_utc().map_or(crate::people::USUAL_ENDING, |now| now.date_naive());
    let (clients, seed) = (plan.clients.max(1), plan.seed);
    let inventing = spawn_blocking(move || Caseload::invent(clients, seed, ending));
    let service = Service::start(&plan.folder.join("server")).await?;
    stage.show_supervisors_page(service.supervisors_page());

    stage.enter(Phase::Loading);
    let caseload = Arc::new(inventing.await?);
    let loaded = service.import(Arc::clone(&caseload)).await?;
    stage.enter(Phase::Receiving);
    let own_case = hand_out_all(stage, plan, &service, &caseload, now).await?;
    stage.enter(Phase::Ready);
    Ok(Prepared { service, caseload, loaded, own_case })
}

/// The first client's phone, and both link workers'. What the first link worker did this morning reaches the others.
async fn hand_out_all(
    stage: &Arc<Stage>,
    plan: &Plan,
    service: &Service,
    caseload: &Caseload,
    now: Timestamp,
) -> Result<CaseId, DemoError> {
    let cases = caseload.cases();
    let (own_case, name) = *cases.first().ok_or_else(|| DemoError::Import("it is empty".to_owned()))?;
    let ids: Vec<CaseId> = cases.iter().map(|(case, _)| *case).collect();
    let worker = hand_out(stage, plan, service, Owner::Worker, service.team().worker).await?;
    morning::work(worker.companion(), &ids, now)?;
    fetch(&worker).await?;
    let client = service.make_client(name, own_case).await?;
    service.share_cases(service.team().second, &ids[..ids.len().min(SHARED)]).await?;
    hand_out(stage, plan, service, Owner::Client, client).await?;
    hand_out(stage, plan, service, Owner::Second, service.team().second).await?;
    Ok(own_case)
}

/// A new phone in somebody's hand: enrolled with a one-time code, shown on the page at once, and synced.
async fn hand_out(
    stage: &Arc<Stage>,
    plan: &Plan,
    service: &Service,
    owner: Owner,
    person: PersonId,
) -> Result<Arc<Phone>, DemoError> {
    let folder = plan.folder.join("phones").join(owner.name());
    let network: Arc<dyn Transport> = Arc::new(HttpTransport::new().map_err(SyncError::from)?);
    let phone = Arc::new(Phone::switch_on(&folder, network, instruments::known(), stage.on_change())?);
    phone.enrol(service.address(), &service.enrolment_code(person).await?).await?;
    stage.put_phone(owner, Arc::clone(&phone));
    fetch(&phone).await?;
    Ok(phone)
}

async fn fetch(phone: &Phone) -> Result<(), DemoError> {
    let synced = timeout(PATIENCE, phone.sync_now()).await;
    synced.map_err(|_| DemoError::TooSlow)??;
    Ok(())
}
