//! Once everything has come to rest, a phone shows what the server has of its person's streams, all of it and no more
//! (P-06, P-12, I1, I3), and no child without its parent (P-08).

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::catalogue::find_kind;
use alongside_core::model::{Audience, Entity, EntityId, Fields, State};
use alongside_core::store::RecordRow;
use serde_json::Value;

use super::kept::Kept;
use crate::sim::coverage::Sight;
use crate::sim::promise::Promise;
use crate::sim::world::World;

/// Compares every phone that still belongs to the service with the server.
pub(super) fn check(world: &mut World, kept: &Kept) {
    for phone in 0..world.phones.len() {
        if world.phones[phone].shut_out {
            continue;
        }
        let rows = rows(world, phone);
        let found = compare(world, kept, phone, &rows);
        if found.is_empty() {
            world.coverage.see(Sight::Settled);
        }
        for what in found {
            world.violated(Promise::Whole, format!("phone {phone} {what}"));
        }
        for what in orphans(world, kept, &rows) {
            world.violated(Promise::Parents, format!("phone {phone} {what}"));
        }
    }
}

fn rows(world: &World, phone: usize) -> BTreeMap<EntityId, RecordRow> {
    let mut rows = BTreeMap::new();
    let visited = world.phones[phone].core.visit_records(&mut |row| {
        rows.insert(row.id, row);
    });
    visited.expect("the phone can be read");
    rows
}

fn compare(world: &World, kept: &Kept, phone: usize, rows: &BTreeMap<EntityId, RecordRow>) -> Vec<String> {
    let person = world.phones[phone].person;
    let mine = |entity: &&Entity| world.may_read(person, entity.stream);
    let mut found = Vec::new();
    for entity in kept.records.values().filter(mine) {
        match rows.get(&entity.id) {
            Some(_) if entity.state == State::Erased => {
                found.push(format!("still has a {} that was erased", entity.kind));
            }
            Some(row) => found.extend(difference(entity, row)),
            // A published draft says nothing its sealed copy does not: a fresh phone is not sent it.
            None if matches!(entity.state, State::Published | State::Erased) => {}
            None => found.push(format!("lacks a {} of {:?}", entity.kind, entity.stream.audience)),
        }
    }
    for row in rows.values().filter(|row| !row.pending) {
        match kept.records.get(&row.id) {
            None => found.push(format!("shows a {} that the server does not have", row.kind)),
            Some(_) if !world.may_read(person, row.stream) => {
                found.push(format!("still has a {} of {:?}", row.kind, row.stream.audience));
            }
            Some(_) => {}
        }
    }
    found
}

fn difference(entity: &Entity, row: &RecordRow) -> Option<String> {
    let told = |what: &str| Some(format!("shows another {what} of a {}", entity.kind));
    if row.pending {
        return told("state: it still waits for the server: that");
    }
    if entity.state != row.state {
        return told(&format!("state ({:?}, not {:?})", row.state, entity.state));
    }
    if filled(&entity.fields()) != filled(&row.fields) {
        return told("text");
    }
    let theirs = entity.siblings.iter().filter(|(_, cells)| !cells.is_empty());
    let theirs: BTreeMap<&str, BTreeSet<String>> = theirs
        .map(|(name, cells)| (name.as_str(), cells.iter().map(|cell| cell.value.to_string()).collect()))
        .collect();
    let shown: BTreeMap<&str, BTreeSet<String>> = row
        .siblings
        .iter()
        .map(|(name, texts)| (name.as_str(), texts.iter().map(|text| text.value.to_string()).collect()))
        .collect();
    if theirs != shown { told("set of other texts") } else { None }
}

/// A record as it reads: a copy that was sealed does not repeat its case, and what is empty is not there.
fn filled(fields: &Fields) -> BTreeMap<&str, &Value> {
    let filled = fields.iter().filter(|(_, value)| !value.is_null());
    filled.map(|(name, value)| (name.as_str(), value)).collect()
}

/// The records that somebody holds: the server, whoever decides on what phones left with it, or a phone that may still sync.
pub(super) fn held(world: &World) -> BTreeSet<EntityId> {
    let kept = Kept::read(world);
    let phones = world.phones.iter().filter(|phone| !phone.shut_out);
    let shown = phones.flat_map(|phone| rows(world, phone.no).into_keys());
    kept.records.keys().copied().chain(kept.left.iter().copied()).chain(shown).collect()
}

/// Records without the one they belong to. What others wrote under a record is kept without it where, after a server was
/// restored, that record waits for a person to decide; or where nobody held it any more.
fn orphans(world: &World, kept: &Kept, rows: &BTreeMap<EntityId, RecordRow>) -> Vec<String> {
    let accounted = |id: &EntityId| kept.left.contains(id) || world.gone.contains(id);
    let orphan = |row: &&RecordRow| {
        let parent = find_kind(&row.kind).and_then(|kind| kind.parent);
        let parent = parent.and_then(|field| row.fields.get(field)?.as_str()?.parse::<EntityId>().ok());
        row.stream.audience != Audience::Private
            && parent.is_some_and(|id| !rows.contains_key(&id) && !accounted(&id))
    };
    rows.values()
        .filter(orphan)
        .map(|row| format!("shows a {} without what it belongs to", row.kind))
        .collect()
}
