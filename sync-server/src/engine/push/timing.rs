//! When an operation was done: handing `alongside_core::merge::effective_time` what it needs.

use alongside_core::merge::{AgeBounds, effective_time};
use alongside_core::model::{Base, Cell, Entity, Op, Timestamp};

use super::desk::Desk;

/// The effective time of `op`, number `n` of its replica, on `entity`.
pub(super) fn effective(desk: &Desk<'_>, n: u64, op: &Op, entity: Option<&Entity>) -> Timestamp {
    if let Some(before) = desk.done_before(n) {
        return before;
    }
    let replica = &desk.sender.session.replica;
    let bounds = AgeBounds {
        now: desk.sender.now,
        last_answer: replica.last_answer,
        previous: desk.last_eff(),
        place: n.saturating_sub(replica.last_n),
        replaced: entity.map_or(Timestamp(0), |entity| replaced(entity, op, replica.number)),
    };
    effective_time(desk.clock, op.clock, bounds)
}

/// The latest time of the values that `op` says it saw and replaced.
fn replaced(entity: &Entity, op: &Op, replica: u32) -> Timestamp {
    let saw = |cell: &Cell, base: Base| match base {
        Base::Absent => false,
        Base::Revision(rev) => cell.rev == rev,
        Base::Own(n) => cell.origin.0 == replica && cell.origin.1 == n,
    };
    let cells = op.fields.keys().filter_map(|name| Some((entity.cells.get(name)?, op.bases.of(name))));
    let seen = cells.filter(|(cell, base)| saw(cell, *base)).map(|(cell, _)| cell.eff);
    seen.max().unwrap_or_default()
}
