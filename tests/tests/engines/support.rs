//! An invented caseload, and how a fact is shown on an engine.

use std::collections::BTreeMap;

use alongside_core::model::{
    Audience, CaseId, Cell, Entity, EntityId, OrganisationId, Origin, PersonId, Role, State, StreamRef,
    Timestamp,
};
use alongside_server::store::{NewPerson, OrgNo, PersonNo, StoreError, StreamNo, WriteTxn};
use alongside_tests::engine::{Engine, Place};
use serde_json::json;
use uuid::Uuid;

pub(crate) const NOW: Timestamp = Timestamp(1_800_000_000_000);

/// Runs `fact` on a new database of `engine`, if this machine has one.
pub(crate) fn show(engine: &str, name: &str, fact: impl FnOnce(&Place)) {
    let engine = if engine == "postgres" { Engine::Postgres } else { Engine::Sqlite };
    if let Some(place) = engine.find_place(name) {
        fact(&place);
    }
}

pub(crate) fn author() -> PersonId {
    PersonId(Uuid::from_u128(2))
}

/// Rows of [`caseload`].
pub(crate) struct Caseload {
    pub(crate) org: OrgNo,
    pub(crate) person: PersonNo,
    pub(crate) stream: StreamNo,
    pub(crate) name: StreamRef,
}

/// An organisation with one link worker who is granted the work stream of one case, in the first commit.
pub(crate) fn caseload(txn: &mut dyn WriteTxn) -> Result<Caseload, StoreError> {
    let org = txn.add_organisation(OrganisationId(Uuid::from_u128(1)), "Northside", NOW)?;
    let (id, role, name) = (author(), Role::LinkWorker, "Ada Invented");
    let person = txn.add_person(&NewPerson { id, org, role, name, sign_in: None, at: NOW })?;
    let name = StreamRef::of_case(CaseId(Uuid::from_u128(3)), Audience::Work);
    let stream = txn.add_stream(org, name)?;
    let seq = txn.next_seq(org)?;
    txn.grant(person, stream, seq)?;
    Ok(Caseload { org, person, stream, name })
}

/// A contact that was made by one operation.
pub(crate) fn contact(stream: StreamRef) -> Entity {
    contact_of(stream, 4)
}

/// Another contact.
pub(crate) fn contact_of(stream: StreamRef, id: u128) -> Entity {
    let cell = Cell { value: json!("home"), rev: 1, eff: NOW, by: author(), origin: Origin(1, 7) };
    Entity {
        id: EntityId(Uuid::from_u128(id)),
        kind: "contact".into(),
        stream,
        state: State::Active,
        rev: 1,
        author: author(),
        cells: BTreeMap::from([("mode".into(), cell.clone()), ("place".into(), cell)]),
        siblings: BTreeMap::new(),
        sealed: None,
    }
}
