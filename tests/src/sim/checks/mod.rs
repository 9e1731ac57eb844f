//! What must hold in every world, whatever happened in it. The numbers are those of the promises and invariants in
//! `docs/simulation.md`.

mod at_rest;
mod conservation;
mod convergence;
mod kept;
mod liveness;
mod seals;
mod steps;

use alongside_core::model::State;

use super::world::World;
use kept::Kept;

pub(super) use steps::{acknowledged, after_sync, settings};

/// The words in operations that the server has, whatever became of them.
pub(super) fn words_received(world: &World) -> std::collections::BTreeSet<super::ledger::Mark> {
    Kept::words_received(world)
}

/// How many records of a kind stand in a state on the server.
pub(super) fn count(world: &World, kind: &str, state: State) -> usize {
    let kept = Kept::read(world);
    kept.records.values().filter(|entity| entity.kind == kind && entity.state == state).count()
}

/// Heals a world, lets it come to rest, and looks at everything. Gives what the server came to, as one number.
pub(super) fn judge(world: &mut World) -> u64 {
    liveness::come_to_rest(world);
    let kept = Kept::read(world);
    kept.tell(world);
    conservation::check(world, &kept);
    seals::check(world, &kept);
    convergence::check(world, &kept);
    liveness::check_idle(world);
    at_rest::check(world);
    kept.content()
}
