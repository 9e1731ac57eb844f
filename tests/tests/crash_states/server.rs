//! The server: its file, opened by the real engine.

use std::path::Path;

use alongside_core::model::{DeviceId, EntityId, OrganisationId, PersonId, ReplicaId, Role, Timestamp};
use alongside_core::wire::{ChainHash, DeviceDescription};
use alongside_server::store::sqlite::{SqliteOptions, SqliteStore};
use alongside_server::store::{KeptOp, NewDevice, NewPerson, ReadTxn, Store, StoreError};
use alongside_tests::crash::{Recording, SERVER_TOKEN};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

use crate::moments::{Fault, all_there, sound};

const NOW: Timestamp = Timestamp(1_800_000_000_000);

/// The pushes of one phone.
pub(crate) fn record(count: &str) -> (TempDir, Recording) {
    let folder = tempfile::tempdir().unwrap();
    prepare(&SqliteStore::open(&SqliteOptions::at(folder.path().join("server.db"))).unwrap());
    let program = Path::new(env!("CARGO_BIN_EXE_crash-script"));
    let recording = Recording::of(program, &["server", count], folder.path());
    (folder, recording)
}

fn prepare(store: &dyn Store) {
    let made: Result<(), StoreError> = store.write(|txn| {
        let org = txn.add_organisation(OrganisationId(Uuid::from_u128(1)), "Riverside", NOW)?;
        let (id, role, name) = (PersonId(Uuid::from_u128(2)), Role::LinkWorker, "Wren Okafor");
        let person = txn.add_person(&NewPerson { id, org, role, name, sign_in: None, at: NOW })?;
        let description = DeviceDescription { platform: "test".into(), build: "1".into() };
        let id = DeviceId(Uuid::from_u128(3));
        let new = NewDevice { id, person, token_hash: SERVER_TOKEN, description: &description, at: NOW };
        let device = txn.add_device(&new)?;
        txn.add_replica(org, device, ReplicaId(Uuid::from_u128(4)), NOW).map(drop)
    });
    made.unwrap();
}

pub(crate) fn judge(folder: &Path, told: &[Value], next: Option<&Value>) -> Result<(), Fault> {
    let file = folder.join("server.db");
    let corrupt = |error: StoreError| Fault::Corrupt(format!("{error:?}"));
    {
        let store =
            SqliteStore::open(&SqliteOptions { readers: 1, ..SqliteOptions::at(&file) }).map_err(corrupt)?;
        let snapshot = store.begin_read().map_err(corrupt)?;
        chain_is_whole(&*snapshot, told.last(), next)?;
        let org = snapshot.list_organisations().map_err(corrupt)?[0].no;
        all_there(told, next, |id, field| {
            let id: EntityId = serde_json::from_value(id.clone()).ok()?;
            Some(snapshot.find_record(org, id).ok()??.entity.cells.get(field)?.value.clone())
        })?;
    }
    sound(&file, None)
}

/// Whether the history holds every operation that was acknowledged, each once, and the chain over it is the replica's.
fn chain_is_whole(snapshot: &dyn ReadTxn, last: Option<&Value>, next: Option<&Value>) -> Result<(), Fault> {
    let corrupt = |error: StoreError| Fault::Corrupt(format!("{error:?}"));
    let session = snapshot.find_session(SERVER_TOKEN, 1).map_err(corrupt)?;
    let session = session.ok_or_else(|| Fault::Lost("the phone".into()))?;
    let replica = session.replica.ok_or_else(|| Fault::Lost("the replica".into()))?;
    let (least, most) = (last.map_or(0, acked), next.map_or(u64::MAX, acked));
    if replica.last_n < least || replica.last_n > most {
        return Err(Fault::Lost(format!("the replica is at {}, and not {least} to {most}", replica.last_n)));
    }
    let pushes = snapshot.list_pushes(session.person.org, 1, 0).map_err(corrupt)?;
    let ops: Vec<&KeptOp> = pushes.iter().flat_map(|push| &push.ops).collect();
    let chain = ops.iter().fold(ChainHash::default(), |chain, op| op.after(chain));
    if u64::try_from(ops.len()) != Ok(replica.last_n) || chain != replica.last_hash {
        return Err(Fault::Lost(format!("the history has {} operations of {}", ops.len(), replica.last_n)));
    }
    Ok(())
}

fn acked(ack: &Value) -> u64 {
    ack["acked"].as_u64().unwrap()
}
