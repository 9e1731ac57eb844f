//! The use cases on a phone with no network at all.

mod assessing;
mod assessment_ends;
mod clients_side;
mod deciding;
mod ending;
mod exporting;
mod following_through;
mod half_saying;
mod handing;
mod keeping_in_touch;
mod matters;
mod noting;
mod packs;
mod picking;
mod planning;
mod reaching;
mod received;
mod searching;
mod syncing;
mod todays_work;

use std::path::Path;
use std::sync::{Arc, Mutex};

use uuid::Uuid;

use super::*;
use crate::model::kinds::{Mode, StepBy, WordingBy};
use crate::model::{CaseId, DeviceId, EntityId, OrganisationId, PersonId, Role, Timestamp};
use crate::ports::{FixedClock, SeededEntropy, SeededIds};
use crate::store::{FixedKey, Identity, identity};
use crate::sync::{BoxFuture, HttpReply, HttpRequest, TransportError};

/// Answers every request with what a test put there; with nothing there, there is no signal.
#[derive(Default)]
struct Wire {
    replies: Mutex<Vec<Result<HttpReply, TransportError>>>,
    requests: Mutex<Vec<HttpRequest>>,
}

impl Transport for Wire {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        self.requests.lock().unwrap().push(request);
        let reply = self.replies.lock().unwrap().pop().unwrap_or(Err(TransportError::Unreachable));
        Box::pin(async move { reply })
    }
}

pub(super) struct Phone {
    pub(super) core: Companion,
    clock: Arc<FixedClock>,
    wire: Arc<Wire>,
    folder: tempfile::TempDir,
}

fn setup(folder: &Path, clock: &Arc<FixedClock>, wire: &Arc<Wire>) -> Setup {
    Setup {
        clock: clock.clone(),
        ids: Arc::new(SeededIds::new(3)),
        entropy: Arc::new(SeededEntropy::new(3)),
        ..Setup::new(folder, Arc::new(FixedKey::holding([7; 32])), wire.clone())
    }
}

fn phone(role: Role) -> Phone {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(FixedClock::at(Timestamp(1_795_000_000_000)));
    let wire = Arc::new(Wire::default());
    let core = Companion::open(setup(folder.path(), &clock, &wire)).unwrap();
    let who = Identity {
        server: "http://server".into(),
        token: "secret-token".into(),
        device: DeviceId(Uuid::from_u128(1)),
        replica: 1,
        person: PersonId(Uuid::from_u128(2)),
        name: "Wren Okafor".into(),
        role,
        organisation: OrganisationId(Uuid::from_u128(3)),
        organisation_name: "Riverside".into(),
        own_case: None,
    };
    core.store.write(|transaction| identity::keep_identity(transaction, &who)).unwrap();
    core.store
        .write(|transaction| identity::own_stream(transaction, crate::model::StreamRef::private(who.person)))
        .unwrap();
    Phone { core, clock, wire, folder }
}

pub(super) fn worker() -> Phone {
    phone(Role::LinkWorker)
}

fn add_ada(phone: &Phone) -> CaseId {
    phone.core.add_client(&NewClient { name: "Ada Nowak".into(), ..NewClient::default() }).unwrap()
}

fn reason<T: std::fmt::Debug>(result: Result<T, CompanionError>) -> (String, Reason) {
    match result {
        Err(CompanionError::Invalid { field, reason }) => (field, reason),
        other => panic!("not an invalid field: {other:?}"),
    }
}
