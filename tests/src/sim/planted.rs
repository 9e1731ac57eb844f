//! Bugs on purpose: each is switched on alone, and the simulator or a check of one layer must find it. A suite that does not
//! is blind.

use alongside_core::ports::planted::{Bug, choose};

use super::event::draw;
use super::layers;
use super::run::{Plan, run};

/// How a bug was found.
#[derive(Clone, Debug)]
pub struct Hunted {
    /// The bug.
    pub bug: Bug,
    /// What found it, and what it saw; nothing when nothing did.
    pub by: Option<String>,
}

/// Looks for every bug in turn, in at most `seeds` seeds of `ops` events each.
pub fn hunt_all(seeds: u64, ops: usize) -> Vec<Hunted> {
    let hunted = Bug::ALL.iter().map(|bug| {
        choose(Some(*bug));
        let by = find(seeds, ops);
        choose(None);
        Hunted { bug: *bug, by }
    });
    hunted.collect()
}

/// What is found with no bug at all, which must be nothing.
pub fn control(seeds: u64, ops: usize) -> Option<String> {
    choose(None);
    find(seeds, ops)
}

fn find(seeds: u64, ops: usize) -> Option<String> {
    for seed in 0..seeds {
        if seed < 20 {
            for (name, check) in layers::ALL {
                if let Some(what) = caught(|| check(seed)) {
                    return Some(format!("by the check \"{name}\" at seed {seed}: {what}"));
                }
            }
        }
        // A full disk of the machine must not pass for a finding, so all files are in memory.
        let plan = Plan { in_memory: true, ..Plan::of(seed) };
        if let Some(violation) = run(plan, &draw(seed, ops)).violations.first() {
            return Some(format!("by the simulator at seed {seed}: {violation}"));
        }
    }
    None
}

/// A check that panics has found something too.
fn caught(check: impl FnOnce() -> Result<(), String>) -> Option<String> {
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(check)) {
        Ok(done) => done.err(),
        Err(_) => Some("the store would not open, or something panicked".to_owned()),
    }
}
