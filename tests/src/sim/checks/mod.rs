//! What must hold in every world, whatever happened in it. The numbers are those of the promises and invariants in
//! `docs/simulation.md`.

mod conservation;
mod convergence;
mod kept;
mod liveness;
mod seals;

use super::world::World;
use kept::Kept;

/// Heals a world, lets it come to rest, and looks at everything. Gives what the server came to, as one number.
pub(super) fn judge(world: &mut World) -> u64 {
    liveness::come_to_rest(world);
    let kept = Kept::read(world);
    kept.tell(world);
    conservation::check(world, &kept);
    seals::check(world, &kept);
    convergence::check(world, &kept);
    liveness::check_idle(world);
    kept.content()
}
