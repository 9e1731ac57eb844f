//! What must hold at every moment and not only at the end: what a phone shows after each exchange (I7, I9), what the server
//! acknowledges (P-02), and what a phone's file rests on (P-01, P-21).

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::{EntityId, content_hash};
use alongside_core::store::RecordRow;
use alongside_core::sync::{HttpReply, HttpRequest};
use serde_json::Value;

use crate::sim::ledger::{Mark, mark_of, marks};
use crate::sim::promise::Promise;
use crate::sim::world::World;

/// Looks at what a phone shows once an exchange of it has ended.
pub(super) fn after_sync(world: &mut World, phone: usize) {
    let mut rows = Vec::new();
    if world.phones[phone].core.visit_records(&mut |row| rows.push(row)).is_err() {
        return;
    }
    for row in rows.iter().filter(|row| is_broken(row)) {
        world
            .violated(Promise::Sealed, format!("a sealed {} on phone {phone} says something else", row.kind));
    }
    for (mark, was) in gone_back(world, phone, &rows) {
        world.violated(Promise::OwnWords, format!("phone {phone} shows word {was} again, not word {mark}"));
    }
}

/// Whether a sealed record says something else than what was sealed.
pub(super) fn is_broken(row: &RecordRow) -> bool {
    let seal = row.seal.as_ref().map(|seal| seal.hash.as_str());
    row.state.is_sealed() && seal != Some(content_hash(&row.kind, &row.fields).as_str())
}

/// Words that somebody replaced on this phone and that it shows again, with the words they were replaced by. What the server
/// did not simply take is told as a remark, and then the screen may well show something else. Where a phone and its copy had the same
/// work to send, one of them has it: that one hands it to a server that was restored, and the other shows the old words until then.
fn gone_back(world: &World, phone: usize, rows: &[RecordRow]) -> Vec<(Mark, Mark)> {
    let mut shown: BTreeMap<(EntityId, &str), Mark> = BTreeMap::new();
    for row in rows {
        let texts =
            row.fields.iter().filter_map(|(name, value)| Some((name.as_str(), mark_of(value.as_str()?)?)));
        shown.extend(texts.map(|(name, mark)| ((row.id, name), mark)));
    }
    let since = world.phones[phone].since.max(if world.restored { world.phones[phone].copied } else { 0 });
    let written = world.ledger.iter();
    let written =
        written.filter(|(_, saved)| saved.phone == phone && saved.place > since && saved.excused.is_none());
    let back = written.filter_map(|(mark, saved)| {
        let was = saved.replaces?;
        (shown.get(&(saved.record, saved.field.as_str())) == Some(&was)).then_some((mark, was))
    });
    let back: Vec<_> = back.collect();
    if back.is_empty() {
        return back;
    }
    let remarked = remarked(world, phone);
    back.into_iter().filter(|(mark, _)| !remarked.contains(mark)).collect()
}

fn remarked(world: &World, phone: usize) -> BTreeSet<Mark> {
    let remarks = world.phones[phone].core.remarks().unwrap_or_default();
    remarks.iter().flat_map(|remark| marks(format!("{:?}", remark.fields).as_bytes())).collect()
}

/// What an answer acknowledges must be in the server's store by then.
pub(super) fn acknowledged(world: &mut World, person: usize, request: &HttpRequest, reply: &HttpReply) {
    let told: Value = serde_json::from_slice(&World::unpacked(reply)).unwrap_or_default();
    let Some(acked) = told["acked"][0].as_u64().filter(|acked| reply.status == 200 && *acked > 0) else {
        return;
    };
    let asked = World::asked(request);
    let replica =
        asked["replica"].as_u64().and_then(|replica| u32::try_from(replica).ok()).unwrap_or_default();
    let organisation = world.organisations[world.people[person].organisation];
    let there = world.server.store.read(|txn| {
        let organisation = txn.find_organisation(organisation)?;
        let pushes = organisation.map(|found| txn.list_pushes(found.no, replica, acked - 1)).transpose()?;
        Ok::<_, alongside_server::store::StoreError>(pushes.is_some_and(|pushes| !pushes.is_empty()))
    });
    if !there.unwrap_or_default() {
        world.violated(Promise::Acknowledged, format!("operation {acked} of replica {replica} is not there"));
    }
}

/// What a phone's file rests on, as its disk saw it at the last write.
pub(super) fn settings(world: &mut World) {
    let unsound: Vec<_> = world.phones.iter().filter_map(|phone| phone.disk.unsound()).collect();
    for (promise, what) in unsound {
        world.violated(promise, what.to_owned());
    }
}
