//! What a phone that is not our core does: operations of a newer app, of an older one, forged, or not operations at all.

use std::collections::BTreeSet;

use alongside_core::model::{Audience, EntityId, StreamRef};
use alongside_core::ports::{Ids, SeededIds};
use alongside_demo::people::rng::Rng;
use alongside_server::admin::make_code;
use serde_json::json;

use super::saving::sentence;
use crate::sim::coverage::Sight;
use crate::sim::ledger::Saved;
use crate::sim::script::Script;
use crate::sim::world::World;

/// The link worker whose phone it is.
const OWNER: usize = 3;
/// The address it comes from.
const ADDRESS: usize = 200;

/// Enrols it.
pub(in crate::sim) fn begin(world: &mut World) {
    let id = world.people[OWNER].id;
    let code = make_code(&*world.server.store, &world.server.ports, id, 10).expect("a code is made");
    let replica = u128::from(world.seed) + 7 + (u128::from(world.script.enrolled) << 64);
    let asking = Script::enrolling(&code, replica);
    let reply = world.server.answer(ADDRESS, &asking).expect("nothing is wrong yet");
    world.script.enrol(OWNER, &reply);
}

/// The server was restored. An app that keeps nothing once it was answered is enrolled again with what it had not sent.
pub(super) fn begin_again(world: &mut World) {
    let received = world.server_words();
    world.script.forget(&received);
    let kept = world.script.words();
    let lost = world.ledger.of_phone(usize::MAX).map(|(mark, _)| mark);
    let lost = lost.filter(|mark| !received.contains(mark) && !kept.contains(mark));
    let lost: Vec<_> = lost.collect();
    world.ledger.excuse(&lost, "an app that keeps nothing");
    if !world.people[OWNER].left {
        begin(world);
    }
}

/// Writes something, or lets it sync over a network that may lose the answer.
pub(super) fn happen(world: &mut World, rng: &mut Rng) {
    if world.people[OWNER].left {
        return;
    }
    for _ in 0..rng.between(1, 3) {
        write(world, rng);
    }
    if rng.percent(60) {
        exchange(world, rng.percent(25));
    }
}

fn write(world: &mut World, rng: &mut Rng) {
    let cases: Vec<_> = world.on.iter().filter(|(_, place)| *place == OWNER).map(|(case, _)| *case).collect();
    let Some(case) = cases.get(rng.index(cases.len())).copied() else { return };
    let stream = StreamRef::of_case(case, Audience::Shared);
    let record = EntityId(SeededIds::new(rng.bits()).uuid());
    let (mark, text) = sentence(world, rng);
    let goal =
        json!({ "wording": text, "wording_by": "client", "status": "active", "at": 1_790_000_000_000_i64 });
    let mut op = json!({ "k": "create", "e": record, "s": stream, "t": "goal", "f": goal });
    let field = match rng.index(5) {
        // As an app of the first year wrote it: no clock, no bases.
        0 => "wording",
        1 => {
            op["f"]["sung_in_key_of"] = json!(text);
            world.coverage.see(Sight::UnknownField);
            "sung_in_key_of"
        }
        2 => {
            op["k"] = json!("bequeath");
            world.coverage.see(Sight::UnknownAct);
            "wording"
        }
        3 => {
            op = json!({ "k": "set", "note": text });
            world.coverage.see(Sight::Poison);
            "note"
        }
        _ => {
            let other = world.people[1].id;
            op["f"]["wording"] = json!(format!("{text} by:{other} "));
            op["by"] = json!(other);
            op["author"] = json!(other);
            world.coverage.see(Sight::Forged);
            "wording"
        }
    };
    world.script.write(&op.to_string());
    let (phone, streams) = (usize::MAX, BTreeSet::from([stream]));
    // What is no operation says nothing of whom it is about.
    let case = (field != "note").then_some(case);
    let (field, replaces, excused) = (field.to_owned(), None, None);
    let saved = Saved {
        phone,
        person: OWNER,
        record,
        kind: "goal",
        field,
        streams,
        case,
        replaces,
        place: 0,
        excused,
    };
    world.ledger.note(mark, saved);
}

/// One exchange; `lost` says whether its answer never arrives.
pub(in crate::sim) fn exchange(world: &mut World, lost: bool) {
    let asking = world.script.asking();
    let shut_out = world.people[OWNER].left;
    let Some(reply) = world.answer_to(ADDRESS, OWNER, shut_out, &asking) else { return };
    if lost {
        world.coverage.see(Sight::ReplyLost);
        return;
    }
    let body = World::unpacked(&reply);
    world.script.take(&reply, &body);
}
