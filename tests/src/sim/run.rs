//! One run: a world, its events, and what was found. The same seed and events always give the same run.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::birth::{self, Kind};
use super::coverage::Coverage;
use super::deeds;
use super::event::Event;
use super::promise::{Promise, Violation};
use super::{checks, world::World};
use crate::engine::Engine;

/// What a run came to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Everything that happened, as one number.
    pub trace: u64,
    /// What the server came to, as one number in which no time has a part.
    pub content: u64,
    /// What should never have happened; empty when all is well.
    pub violations: Vec<Violation>,
    /// What the run has seen.
    pub coverage: Coverage,
}

/// How a run is to be made.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// The seed.
    pub seed: u64,
    /// Whether wall clocks are wrong.
    pub skewed: bool,
    /// Whether files are in memory or on the disk.
    pub in_memory: bool,
    /// What the server keeps its data in.
    pub engine: Engine,
}

impl Plan {
    /// The usual run of a seed: one in sixteen keeps its files on the disk.
    pub const fn of(seed: u64) -> Self {
        Self { seed, skewed: true, in_memory: seed % 16 != 15, engine: Engine::Sqlite }
    }
}

/// Lets events happen in a new world, and judges it. A panic anywhere in the product is a violation too.
pub fn run(plan: Plan, events: &[Event]) -> Outcome {
    let whole = catch_unwind(AssertUnwindSafe(|| {
        let Plan { seed, skewed, in_memory, engine } = plan;
        let mut world = birth::begin(Kind { seed, skewed, in_memory, engine });
        let content = live(&mut world, events);
        Outcome {
            content,
            trace: world.trace.digest(),
            violations: std::mem::take(&mut world.violations),
            coverage: std::mem::take(&mut world.coverage),
        }
    }));
    whole.unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        let words = words.or_else(|| panic.downcast_ref::<&str>().map(|words| (*words).to_owned()));
        let words = words.unwrap_or_else(|| "something panicked".to_owned());
        Outcome {
            violations: vec![Violation::of(Promise::Standing, format!("panic: {words}"))],
            ..Outcome::default()
        }
    })
}

fn live(world: &mut World, events: &[Event]) -> u64 {
    for event in events {
        deeds::happen(world, event);
        if !world.violations.is_empty() {
            return 0;
        }
    }
    checks::judge(world)
}
