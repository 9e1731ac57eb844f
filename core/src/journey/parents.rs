//! Records that point at each other must not go round in a circle: a goal never becomes itself by way of another.

use std::collections::BTreeSet;

use crate::model::EntityId;

/// Whether pointing `from` at `to` would close a circle, following `next` from there.
///
/// Ends for every `next`, also one that already goes round: then the answer is whether `from` lies on the way.
pub fn would_circle(from: EntityId, to: EntityId, next: impl Fn(EntityId) -> Option<EntityId>) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = Some(to);
    while let Some(here) = at {
        if here == from {
            return true;
        }
        if !seen.insert(here) {
            return false;
        }
        at = next(here);
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn id(number: usize) -> EntityId {
        EntityId(Uuid::from_u128(number as u128))
    }

    #[test]
    fn a_goal_cannot_become_itself() {
        assert!(would_circle(id(1), id(1), |_| None));
        let became = |at: EntityId| (at == id(2)).then_some(id(1));
        assert!(would_circle(id(1), id(2), became));
        assert!(!would_circle(id(3), id(2), became));
    }

    proptest! {
        /// Links that are only made when this allows them never go round.
        #[test]
        fn links_made_by_this_rule_never_go_round(pairs in proptest::collection::vec((0usize..12, 0usize..12), 0..60)) {
            let mut next: [Option<usize>; 12] = [None; 12];
            for (from, to) in pairs {
                let follow = |at: EntityId| next[at.0.as_u128() as usize].map(id);
                if !would_circle(id(from), id(to), follow) {
                    next[from] = Some(to);
                }
            }
            for start in 0..12 {
                let (mut at, mut steps) = (Some(start), 0);
                while let Some(here) = at {
                    steps += 1;
                    prop_assert!(steps <= 12, "a circle from {start}");
                    at = next[here];
                }
            }
        }
    }
}
