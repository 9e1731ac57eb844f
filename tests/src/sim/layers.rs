//! Checks of one layer each, for what a run of events would hardly show: how often somebody may guess a code, what happens to
//! a damaged file, what happens to the work of a copied phone, whether a difference is noticed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use alongside_core::companion::{Companion, NewGoal};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::{Mode, WordingBy};
use alongside_core::model::{CaseId, EntityId, State};

use super::phone::Backup;
use super::promise::Promise;
use super::script::Script;
use super::world::World;
use super::{birth, checks, deeds, pairs, photos};

/// A check of one layer.
#[derive(Clone, Copy, Debug)]
pub struct Layer {
    /// What it shows.
    pub name: &'static str,
    /// The promise it is about.
    pub promise: Promise,
    check: fn(u64) -> Result<(), String>,
}

impl Layer {
    /// The promise that does not hold, if one does not, and what was seen. A panic breaks another one than the check is about.
    pub fn broken(&self, seed: u64) -> Option<(Promise, String)> {
        match catch_unwind(AssertUnwindSafe(|| (self.check)(seed))) {
            Ok(done) => done.err().map(|what| (self.promise, what)),
            Err(_) => Some((Promise::Standing, "something panicked".to_owned())),
        }
    }
}

/// All of them.
pub const ALL: &[Layer] = &[
    Layer {
        name: "a wrong code can be tried ten times a minute",
        promise: Promise::Guesses,
        check: codes_are_counted,
    },
    Layer {
        name: "a damaged file is kept as it is",
        promise: Promise::Damage,
        check: damage_deletes_nothing,
    },
    Layer {
        name: "work written on a restored phone is not taken for what it sent before",
        promise: Promise::Copies,
        check: a_restored_phone_loses_nothing,
    },
    Layer {
        name: "an assessment submitted on two phones is received once",
        promise: Promise::Once,
        check: an_assessment_is_received_once,
    },
    Layer {
        name: "whichever field differs, comparing notices it",
        promise: Promise::Compared,
        check: a_difference_is_noticed,
    },
    Layer {
        name: "a photo goes to nobody who does not share the case",
        promise: Promise::Secret,
        check: photos::strangers_get_nothing,
    },
    Layer {
        name: "bytes that are not those of the photo are not taken for it",
        promise: Promise::Acknowledged,
        check: photos::rubbish_is_not_taken,
    },
    Layer { name: "hidden entries are undetectable", promise: Promise::Hidden, check: pairs::compare },
];

/// More wrong codes than anybody may send in a minute.
const GUESSES: u128 = 12;

fn codes_are_counted(seed: u64) -> Result<(), String> {
    let (mut world, _) = birth::small(seed);
    let guess = |world: &mut World, place| {
        world.server.answer(99, &Script::enrolling("WRNG-CODE-0000", place)).map(|reply| reply.status)
    };
    let last = (0..GUESSES).map(|place| guess(&mut world, place)).last().flatten();
    if last == Some(429) { Ok(()) } else { Err(format!("guess number {GUESSES} was answered {last:?}")) }
}

fn damage_deletes_nothing(seed: u64) -> Result<(), String> {
    let (mut world, _) = birth::small(seed);
    let damage = |folder: &Path| {
        for file in ["alongside.db", "alongside.db-wal"].map(|name| folder.join(name)) {
            if let Ok(mut bytes) = std::fs::read(&file) {
                bytes.iter_mut().skip(16).take(2_000).for_each(|byte| *byte ^= 0x5a);
                let _ = std::fs::write(&file, bytes);
            }
        }
    };
    match world.phones[0].spoil(damage) {
        Err(_) => Ok(()),
        Ok(()) => Err("a damaged file opened, so what was in it is gone".to_owned()),
    }
}

fn agree(world: &mut World, case: CaseId, wording: &str) -> EntityId {
    let new = NewGoal { wording: wording.to_owned(), wording_by: WordingBy::Client, category: None };
    let goal = world.phones[0].core.agree_goal(case, &new).expect("it is written");
    let _ = world.sync_now(0);
    goal
}

fn a_restored_phone_loses_nothing(seed: u64) -> Result<(), String> {
    let (mut world, case) = birth::small(seed);
    let saves = world.ledger.saves();
    world.phones[0].back_up(Backup { saves, forms: Vec::new() });
    agree(&mut world, case, "written before the phone was restored");
    world.phones[0].restore();
    let after = "written after it was restored";
    agree(&mut world, case, after);
    // Whether it may sync again or not: the words are with the server, or still waiting on the phone.
    let _ = world.sync_now(1);
    let goals = world.phones[1].core.goals(case).unwrap_or_default();
    let arrived = goals.iter().any(|goal| goal.goal.wording == after);
    if arrived || world.phones[0].unsent() > 0 { Ok(()) } else { Err("what was written is gone".to_owned()) }
}

/// One person, two phones, one assessment: each submits what it shows, and the second says something else.
fn an_assessment_is_received_once(seed: u64) -> Result<(), String> {
    let (mut world, case) = birth::small(seed);
    let mut rng = alongside_demo::people::rng::Rng::new(seed);
    let second = deeds::enrol(&mut world, 0, &mut rng);
    let begun =
        world.phones[0].core.start_assessment(case, "ons4", Mode::Home).expect("it is begun").assessment;
    answer(&world.phones[0].core, begun, 3, "as they said it at home");
    for phone in [0, second] {
        let _ = world.sync_now(phone);
    }
    world.phones[0].core.submit_assessment(begun).expect("it is submitted");
    let _ = world.sync_now(0);
    answer(&world.phones[second].core, begun, 9, "as they said it at home");
    world.phones[second].core.submit_assessment(begun).expect("it is submitted");
    for phone in [second, 0, second] {
        let _ = world.sync_now(phone);
    }
    match checks::count(&world, "assessment", State::Sealed) {
        1 => Ok(()),
        count => Err(format!("it was received {count} times")),
    }
}

fn answer(core: &Companion, id: EntityId, value: i64, words: &str) {
    let view = core.assessment(id).expect("it is there");
    for question in &view.questions {
        core.answer(id, &question.item, &Response::Value(value)).expect("it is answered");
    }
    core.comment(id, &view.questions[0].item, words).expect("it is noted");
    core.pause_assessment(id).expect("it is saved");
}

fn a_difference_is_noticed(seed: u64) -> Result<(), String> {
    let (mut world, case) = birth::small(seed);
    let goal = agree(&mut world, case, "walk to the river");
    let mut fields = Vec::new();
    let visited = world.phones[0].core.visit_records(&mut |row| {
        if row.id == goal {
            fields.extend(row.fields.keys().cloned());
        }
    });
    visited.expect("the phone can be read");
    for field in fields {
        let change =
            "UPDATE record SET fields = json_set(fields, '$.' || ?2, 'something else') WHERE id = ?1";
        let changed = world.phones[0].tamper(change, (goal.0.as_bytes(), &field));
        let repaired = world.verify_now(0).map_err(|error| error.to_string())?.repaired;
        if (changed, repaired) != (1, 1) {
            return Err(format!("{field} differed and nobody noticed"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layer_holds() {
        for layer in ALL {
            for seed in 0..3 {
                assert_eq!(layer.broken(seed), None, "{}", layer.name);
            }
        }
    }
}
