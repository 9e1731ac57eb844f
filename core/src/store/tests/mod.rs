//! The store on real files: opening, saving, and what the server says.

mod clocks;
mod opening;
mod photos_kept;
mod saving;
mod settling;

use std::path::Path;

use rusqlite::Transaction;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;
use crate::model::{
    Audience, CaseId, DeviceId, EntityId, Fields, Op, OrganisationId, PersonId, Role, StreamRef, Timestamp,
};
use crate::ports::{Clock, FixedClock, SeededEntropy, SeededIds};

const KEY: [u8; 32] = [7; 32];
const CASE: CaseId = CaseId(Uuid::from_u128(0xca5e));

fn open_with(folder: &Path, key: [u8; 32]) -> Result<Store, StoreError> {
    Store::open(folder, &FixedKey::holding(key), &SeededEntropy::new(1), &SeededIds::new(1))
}

fn open(folder: &Path) -> Store {
    open_with(folder, KEY).expect("the store opens")
}

fn who() -> Identity {
    Identity {
        server: "http://127.0.0.1:1".into(),
        token: "token".into(),
        device: DeviceId(Uuid::from_u128(1)),
        replica: 1,
        person: PersonId(Uuid::from_u128(2)),
        name: "Wren Okafor".into(),
        role: Role::LinkWorker,
        organisation: OrganisationId(Uuid::from_u128(3)),
        organisation_name: "Riverside".into(),
        own_case: None,
    }
}

fn enrolled(folder: &Path) -> Store {
    let store = open(folder);
    store.write(|transaction| identity::keep_identity(transaction, &who())).expect("an identity is kept");
    store
}

fn fields(pairs: &[(&str, Value)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn goal_op(id: u128, wording: &str) -> Op {
    let stream = StreamRef::of_case(CASE, Audience::Shared);
    Op::create(
        EntityId(Uuid::from_u128(id)),
        stream,
        "goal",
        fields(&[("wording", json!(wording)), ("at", json!(5))]),
    )
}

fn commit(store: &Store, op: &Op) -> u64 {
    let reading = FixedClock::at(Timestamp(1_800_000_000_000)).read();
    store
        .write(|transaction| local::commit(transaction, op.clone(), &who(), &reading))
        .expect("an operation is kept")
}
