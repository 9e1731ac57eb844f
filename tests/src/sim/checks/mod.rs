//! What must hold in every world, whatever happened in it. The numbers are those of the promises and invariants in
//! `docs/simulation.md`.

mod at_rest;
mod conservation;
mod convergence;
mod erased;
mod kept;
mod liveness;
mod seals;
mod steps;

use alongside_core::model::State;

use super::world::{Watch, World};
use kept::Kept;

/// What is looked at while things happen.
pub(super) const WATCH: Watch = Watch {
    after_sync: steps::after_sync,
    acknowledged: steps::acknowledged,
    settings: steps::settings,
    words: Kept::words_received,
    held: convergence::held,
};

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
    erased::check(world, &kept);
    kept.content(world)
}
