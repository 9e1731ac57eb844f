//! Many seeds: spread over workers, each run twice, and what all of them have seen together.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use alongside_core::ports::{Clock, SystemClock};

use super::coverage::Coverage;
use super::event::{Event, draw, is_paired};
use super::promise::{Promise, Violation};
use super::run::{Outcome, Plan, run};
use crate::engine::Engine;

/// A campaign ends at so many seeds in which something was found.
const ENOUGH: usize = 5;

/// Which seeds are run, and how.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// The first seed.
    pub from: u64,
    /// How many seeds.
    pub asked: Asked,
    /// Events in each.
    pub ops: usize,
    /// Of the events of a seed, only those with these numbers; all when nothing is said.
    pub only: Option<BTreeSet<usize>>,
    /// What servers keep their data in.
    pub engine: Engine,
    /// Threads, a seed at a time each.
    pub workers: usize,
}

/// A seed in which something was found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How to run it again.
    pub plan: Plan,
    /// Its events.
    pub events: Vec<Event>,
    /// What was found.
    pub violations: Vec<Violation>,
}

impl Finding {
    /// Whether `events` alone break one of the same promises: another one would be another finding.
    pub fn is_still_in(&self, events: &[Event]) -> bool {
        let promises: BTreeSet<Promise> = self.violations.iter().map(|seen| seen.promise).collect();
        let by_comparing = promises.contains(&Promise::Same) || promises.contains(&Promise::Clocks);
        let violations =
            if by_comparing { judge(self.plan, events).1 } else { run(self.plan, events).violations };
        violations.iter().any(|seen| promises.contains(&seen.promise))
    }
}

/// How much of a campaign was asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// How many seeds at most.
    pub seeds: u64,
    /// No seed begins after this time.
    pub within: Duration,
}

/// What a campaign came to.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// What was asked for.
    pub asked: Asked,
    /// Seeds run.
    pub seeds: u64,
    /// Runs: each seed twice, and some a third time with right clocks.
    pub runs: u64,
    /// Seeds that were run with right clocks as well.
    pub pairs: u64,
    /// What was seen in the first run of each seed.
    pub coverage: Coverage,
    /// What was found.
    pub findings: Vec<Finding>,
    /// How long it took.
    pub took: Duration,
}

impl Campaign {
    /// The events of one of its seeds.
    fn events(&self, seed: u64) -> Vec<Event> {
        let all = draw(seed, self.ops).into_iter();
        all.filter(|event| self.only.as_ref().is_none_or(|only| only.contains(&event.no))).collect()
    }

    /// Runs it.
    pub fn run(&self) -> Told {
        let clock = SystemClock::new();
        let (began, next, told) = (clock.read().elapsed_ms, AtomicU64::new(0), Mutex::new(Told::default()));
        let gone = || Duration::from_millis(clock.read().elapsed_ms.saturating_sub(began));
        std::thread::scope(|scope| {
            for _ in 0..self.workers.max(1) {
                scope.spawn(|| {
                    loop {
                        let place = next.fetch_add(1, Ordering::SeqCst);
                        let enough = lock(&told).findings.len() >= ENOUGH;
                        if place >= self.asked.seeds || enough || gone() >= self.asked.within {
                            break;
                        }
                        self.run_seed(self.from + place, &told);
                    }
                });
            }
        });
        let mut told = told.into_inner().unwrap_or_else(PoisonError::into_inner);
        told.findings.sort_by_key(|finding| finding.plan.seed);
        (told.took, told.asked) = (gone(), self.asked);
        told
    }

    fn run_seed(&self, seed: u64, told: &Mutex<Told>) {
        let (plan, events) = (Plan { engine: self.engine, ..Plan::of(seed) }, self.events(seed));
        let (first, violations) = judge(plan, &events);
        let paired = u64::from(is_paired(seed) && first.violations.is_empty());
        let mut told = lock(told);
        told.seeds += 1;
        told.runs += 2 + paired;
        told.pairs += paired;
        told.coverage.join(&first.coverage);
        if !violations.is_empty() {
            told.findings.push(Finding { plan, events, violations });
        }
    }
}

/// What a run came to, and everything that was found in it and beside others of the same events.
fn judge(plan: Plan, events: &[Event]) -> (Outcome, Vec<Violation>) {
    let first = run(plan, events);
    let mut violations = first.violations.clone();
    if violations.is_empty() {
        violations.extend(compare(plan, events, &first, is_paired(plan.seed)));
    }
    (first, violations)
}

/// The same run again must leave the same trace; with right clocks it must come to the same.
fn compare(plan: Plan, events: &[Event], first: &Outcome, paired: bool) -> Vec<Violation> {
    let mut violations = Vec::new();
    if run(plan, events).trace != first.trace {
        violations.push(Violation::of(Promise::Same, "another trace was left"));
    }
    if paired {
        let right = run(Plan { skewed: false, ..plan }, events);
        if right.content != first.content {
            violations
                .push(Violation::of(Promise::Clocks, "with right clocks the server came to something else"));
        }
    }
    violations
}

fn lock(told: &Mutex<Told>) -> std::sync::MutexGuard<'_, Told> {
    told.lock().unwrap_or_else(PoisonError::into_inner)
}
