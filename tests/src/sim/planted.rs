//! Bugs on purpose: each is switched on alone, and the simulator or a check of one layer must see the promise broken that the
//! mistake breaks. A suite that does not is blind; one that sees something else broken has found something else.

use alongside_core::ports::planted::{Bug, choose};

use super::event::draw;
use super::layers;
use super::promise::Promise::{self, *};
use super::run::{Plan, run};

/// How a bug was found.
#[derive(Clone, Debug)]
pub struct Hunted {
    /// The bug.
    pub bug: Bug,
    /// What found it, and what it saw; nothing when nothing did.
    pub by: Option<String>,
    /// What else was seen before it, which counts as nothing.
    pub besides: Option<String>,
}

/// How far somebody looks.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// Seeds for each bug at most.
    pub seeds: u64,
    /// Events in each.
    pub ops: usize,
}

/// Seeds in which the checks of layers run too.
const LAYERED: u64 = 3;

/// The promises that a bug breaks: one of them must be seen broken.
const fn breaks(bug: Bug) -> &'static [Promise] {
    match bug {
        Bug::CursorBeforeRows | Bug::DeviceClockCursor | Bug::GrantWithoutBackfill => &[Whole],
        Bug::TombstoneLoses => &[Whole],
        Bug::NoIdempotency | Bug::SubmissionTwice => &[Once],
        Bug::AckBeforeCommit => &[Acknowledged],
        Bug::SynchronousNormal => &[Durable],
        Bug::PurgeBeforePush | Bug::ResetDropsQueue => &[NothingLost],
        Bug::AuthorFromPayload => &[Authors],
        Bug::HiddenCount => &[Hidden],
        Bug::RevokeCached => &[ShutOut],
        Bug::PoisonBlocks => &[Queues],
        Bug::AttemptsNotCounted => &[Guesses],
        Bug::TempOnDisk => &[AtRest],
        Bug::DeleteCorruptFile => &[Damage],
        Bug::CloneReusesNumbers => &[Copies, NothingLost],
        Bug::ConflictCopyDropped | Bug::LastWriterWins | Bug::LateDropped => &[BothTexts],
        Bug::DigestSkipsField => &[Compared],
        Bug::ErasedComesBack => &[Erased],
        Bug::PhotoForAnybody => &[Secret],
        Bug::PhotoNotCompared => &[Acknowledged],
    }
}

/// Looks for every bug in turn.
pub fn hunt_all(reach: Reach) -> Vec<Hunted> {
    let hunted = Bug::ALL.iter().map(|bug| {
        choose(Some(*bug));
        let hunted = hunt(*bug, reach);
        choose(None);
        hunted
    });
    hunted.collect()
}

/// What is found with no bug at all, which must be nothing.
pub fn control(reach: Reach) -> Option<String> {
    choose(None);
    (0..reach.seeds).find_map(|seed| look(seed, reach.ops).into_iter().next()).map(|(_, said)| said)
}

fn hunt(bug: Bug, reach: Reach) -> Hunted {
    let (mut by, mut besides) = (None, None);
    for seed in 0..reach.seeds {
        for (promise, said) in look(seed, reach.ops) {
            if breaks(bug).contains(&promise) {
                by = by.or(Some(said));
            } else {
                besides = besides.or(Some(said));
            }
        }
        if by.is_some() {
            break;
        }
    }
    Hunted { bug, by, besides }
}

/// Everything one seed shows, in the checks of layers and in a run.
fn look(seed: u64, ops: usize) -> Vec<(Promise, String)> {
    let mut seen = Vec::new();
    if seed < LAYERED {
        for layer in layers::ALL {
            let broken = layer.broken(seed);
            let said = |what| format!("by the check \"{}\" at seed {seed}: {what}", layer.name);
            seen.extend(broken.map(|(promise, what)| (promise, said(what))));
        }
    }
    // A full disk of the machine must not pass for a finding, so all files are in memory.
    let plan = Plan { in_memory: true, ..Plan::of(seed) };
    let violations = run(plan, &draw(seed, ops)).violations;
    seen.extend(
        violations.iter().map(|seen| (seen.promise, format!("by the simulator at seed {seed}: {seen}"))),
    );
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bug_breaks_something() {
        assert!(Bug::ALL.iter().all(|bug| !breaks(*bug).is_empty()));
    }
}
