//! An operation under a new number: what it says of other operations of its own follows them, and nothing else changes.

use std::collections::BTreeMap;

use crate::model::{Base, Bases, Op};

/// Where the operations went that others stand on.
#[derive(Debug, Default)]
pub(super) struct Moves {
    /// Old number to new number.
    pub(super) renumbered: BTreeMap<u64, u64>,
    /// Old number to the revision its record had after it, for those that were received under it.
    pub(super) received: BTreeMap<u64, u32>,
}

/// A revision no record ever has: a field whose base cannot be told is taken to be edited beside others, so both stay.
const UNTOLD: Base = Base::Revision(u32::MAX);

impl Moves {
    /// `op` as it says the same under new numbers; `first` of its group when what it was joined to was received before.
    pub(super) fn apply(&self, op: Op, first: bool) -> Op {
        let bases = match &op.bases {
            Bases::All(base) => Bases::All(self.base(*base)),
            Bases::Each(bases) => {
                Bases::Each(bases.iter().map(|(field, base)| (field.clone(), self.base(*base))).collect())
            }
        };
        Op { bases, joined: op.joined && !first, ..op }
    }

    fn base(&self, base: Base) -> Base {
        let Base::Own(n) = base else { return base };
        if let Some(now) = self.renumbered.get(&n) {
            return Base::Own(*now);
        }
        self.received.get(&n).filter(|rev| **rev > 0).map_or(UNTOLD, |rev| Base::Revision(*rev))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::model::{EntityId, Fields};

    #[test]
    fn what_an_operation_stands_on_follows_it() {
        let moves = Moves {
            renumbered: BTreeMap::from([(7, 1), (8, 2)]),
            received: BTreeMap::from([(5, 3), (6, 0)]),
        };
        for (base, after) in [
            (Base::Absent, Base::Absent),
            (Base::Revision(4), Base::Revision(4)),
            (Base::Own(7), Base::Own(1)),
            (Base::Own(5), Base::Revision(3)),
            (Base::Own(6), UNTOLD),
            (Base::Own(2), UNTOLD),
        ] {
            let op = Op::set(EntityId(Uuid::nil()), Fields::new(), Bases::All(base));
            assert_eq!(moves.apply(op, false).bases, Bases::All(after), "{base:?}");
        }
    }

    #[test]
    fn an_operation_joined_to_one_that_was_received_stands_by_itself() {
        let op = Op { joined: true, ..Op::set(EntityId(Uuid::nil()), Fields::new(), Bases::default()) };
        assert!(Moves::default().apply(op.clone(), false).joined);
        assert!(!Moves::default().apply(op, true).joined);
    }
}
