//! The organisation's stream of its link workers' names, so that a client can be handed to one of them with no signal.
//!
//! It is made with the second link worker: one alone has nobody to hand a client to.

use std::collections::BTreeMap;

use alongside_core::access::organisation_audiences;
use alongside_core::model::kinds::Colleague;
use alongside_core::model::{
    Audience, Cell, Entity, Origin, Record, Role, State, StreamRef, Timestamp, to_fields,
};

use crate::store::{Person, Seq, StoreError, StreamNo, WriteTxn};

/// Names somebody new to their colleagues, and their colleagues to them.
///
/// # Errors
/// When the storage cannot be written.
pub fn join_team(txn: &mut dyn WriteTxn, person: &Person, seq: Seq, at: Timestamp) -> Result<(), StoreError> {
    if !organisation_audiences(person.role).contains(&Audience::Team) {
        return Ok(());
    }
    let name = StreamRef::team(txn.load_organisation(person.org)?.id);
    if let Some(stream) = txn.find_stream(person.org, name)? {
        return add(txn, stream, name, &[person], seq, at);
    }
    let people = txn.list_people(person.org)?;
    let there = people.iter().filter(|one| one.role == Role::LinkWorker && one.disabled_at.is_none());
    let team: Vec<&Person> = there.collect();
    if team.len() < 2 {
        return Ok(());
    }
    let stream = txn.add_stream(person.org, name)?;
    add(txn, stream, name, &team, seq, at)
}

/// Takes somebody who has left off their colleagues' lists. Their name stays wherever they wrote.
///
/// # Errors
/// When the storage cannot be written.
pub fn leave_team(txn: &mut dyn WriteTxn, person: &Person) -> Result<(), StoreError> {
    let Some(mut stored) = txn.find_record(person.org, Colleague::id_of(person.id))? else { return Ok(()) };
    let seq = txn.next_seq(person.org)?;
    stored.entity.state = State::Archived;
    stored.entity.rev += 1;
    stored.seq = seq;
    txn.save_record(&stored)?;
    txn.note_written(&[stored.stream], seq)
}

fn add(
    txn: &mut dyn WriteTxn,
    stream: StreamNo,
    name: StreamRef,
    team: &[&Person],
    seq: Seq,
    at: Timestamp,
) -> Result<(), StoreError> {
    for person in team {
        txn.add_record(person.org, stream, &entity(person, name, at)?, seq)?;
        txn.grant(person.no, stream, seq)?;
    }
    txn.note_written(&[stream], seq)
}

/// A record without an operation behind it: its origin is replica 0, which no phone ever has.
fn entity(person: &Person, stream: StreamRef, at: Timestamp) -> Result<Entity, StoreError> {
    let colleague = Colleague { person: person.id, name: person.name.clone() };
    let fields = to_fields(&colleague).map_err(|_| StoreError::Damaged { table: "person" })?;
    let cell = |value| Cell { value, rev: 1, eff: at, by: person.id, origin: Origin::default() };
    Ok(Entity {
        id: Colleague::id_of(person.id),
        kind: Colleague::ENTRY.name.to_owned(),
        stream,
        state: State::Active,
        rev: 1,
        author: person.id,
        cells: fields.into_iter().map(|(name, value)| (name, cell(value))).collect::<BTreeMap<_, _>>(),
        siblings: BTreeMap::new(),
        sealed: None,
    })
}
