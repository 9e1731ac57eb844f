//! Checks of one layer each, for what a run of events would hardly show: how often somebody may guess a code, what happens to
//! a damaged file, what happens to the work of a copied phone.

use std::path::Path;

use alongside_core::companion::NewGoal;
use alongside_core::model::kinds::WordingBy;

use super::birth;
use super::pairs;
use super::script::Script;

/// A check of one layer: what it is called, and the check.
pub type Layer = (&'static str, fn(u64) -> Result<(), String>);

/// All of them.
pub const ALL: &[Layer] = &[
    ("a wrong code can be tried ten times a minute", codes_are_counted),
    ("a damaged file is kept as it is", damage_deletes_nothing),
    ("work written on a restored phone is not taken for what it sent before", a_restored_phone_loses_nothing),
    ("hidden entries are undetectable", pairs::compare),
];

/// More wrong codes than anybody may send in a minute.
const GUESSES: u128 = 12;

fn codes_are_counted(seed: u64) -> Result<(), String> {
    let (mut world, _) = birth::small(seed);
    let guess = |world: &mut super::world::World, place| {
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

fn a_restored_phone_loses_nothing(seed: u64) -> Result<(), String> {
    let (mut world, case) = birth::small(seed);
    world.phones[0].back_up();
    let agree = |world: &mut super::world::World, wording: &str| {
        let new = NewGoal { wording: wording.to_owned(), wording_by: WordingBy::Client, category: None };
        world.phones[0].core.agree_goal(case, &new).expect("it is written");
        let _ = world.sync_now(0);
    };
    agree(&mut world, "written before the phone was restored");
    world.phones[0].restore();
    let after = "written after it was restored";
    agree(&mut world, after);
    // Whether it may sync again or not: the words are with the server, or still waiting on the phone.
    let _ = world.sync_now(1);
    let goals = world.phones[1].core.goals(case).unwrap_or_default();
    let arrived = goals.iter().any(|goal| goal.goal.wording == after);
    if arrived || world.phones[0].unsent() > 0 { Ok(()) } else { Err("what was written is gone".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layer_holds() {
        for (name, check) in ALL {
            for seed in 0..3 {
                check(seed).unwrap_or_else(|what| panic!("{name}: {what}"));
            }
        }
    }
}
