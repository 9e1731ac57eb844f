//! How far an erasure reaches: from what was asked for to everything that says the same or belongs to it. Pure.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::merge::erased_with;
use alongside_core::model::{EntityId, Origin};

use crate::store::StoredRecord;

/// What is known of a record that matters here.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) id: EntityId,
    /// The operation that made it.
    made_by: Origin,
    /// What it is erased with: see [`erased_with`]; and whose stream it is in, a case's or a person's.
    with: Vec<EntityId>,
    /// It may have been made by an operation on another record: a sealed copy, or a draft amendment.
    pub(super) derived: Option<Origin>,
}

impl Node {
    /// What is known of `record`.
    pub(super) fn of(record: &StoredRecord, seals: bool) -> Self {
        let entity = &record.entity;
        let fields = entity.fields();
        let mut with = erased_with(Some(&entity.kind), &fields);
        with.extend(fields.get("case").and_then(|case| case.as_str()?.parse::<EntityId>().ok()));
        with.push(EntityId(entity.stream.owner));
        Self { id: entity.id, made_by: record.made_by, with, derived: seals.then_some(record.made_by) }
    }
}

/// Which record an operation was on, and whether it sealed a copy of it.
pub(super) type MadeFrom = BTreeMap<Origin, (EntityId, bool)>;

/// Everything that is erased when `ids` are: what belongs to them, what was made from them, and the draft of a copy.
pub(super) fn reach(nodes: &[Node], made_from: &MadeFrom, ids: &mut BTreeSet<EntityId>) {
    loop {
        let before = ids.len();
        for node in nodes {
            let from = made_from.get(&node.made_by).filter(|(from, _)| *from != node.id);
            let reached = ids.contains(&node.id)
                || node.with.iter().any(|id| ids.contains(id))
                || from.is_some_and(|(from, _)| ids.contains(from));
            if reached {
                ids.insert(node.id);
                ids.extend(from.filter(|(_, sealed)| *sealed).map(|(draft, _)| *draft));
            }
        }
        if ids.len() == before {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn id(number: u128) -> EntityId {
        EntityId(Uuid::from_u128(number))
    }

    fn node(number: u128, with: &[u128]) -> Node {
        let made_by = Origin(1, u64::try_from(number).unwrap());
        let with = with.iter().map(|number| id(*number)).collect();
        Node { id: id(number), made_by, with, derived: None }
    }

    /// 1 is a draft and 2 its sealed copy; 3 is a draft amendment of 2, 4 the sealed amendment made of it; 5 marks a passage of
    /// 4; 6 is another record of case 900, as all of these are; 7 is in another case.
    fn reached(root: u128) -> Vec<u128> {
        let nodes = [
            node(5, &[4, 900]),
            node(1, &[900]),
            node(2, &[900]),
            node(3, &[2, 900]),
            node(4, &[2, 900]),
            node(6, &[900]),
            node(7, &[901]),
        ];
        let from = |made: u64, from: u128, sealed| (Origin(1, made), (id(from), sealed));
        let made_from = MadeFrom::from([from(2, 1, true), from(3, 2, false), from(4, 3, true)]);
        let mut ids = BTreeSet::from([id(root)]);
        reach(&nodes, &made_from, &mut ids);
        ids.into_iter().map(|id| id.0.as_u128()).collect()
    }

    #[test]
    fn rule_24_a_note_goes_with_its_draft_its_amendments_and_the_passages_marked_in_them() {
        for asked in [1, 2] {
            assert_eq!(reached(asked), [1, 2, 3, 4, 5], "asked for {asked}");
        }
    }

    #[test]
    fn rule_24_an_amendment_goes_without_what_it_amends() {
        assert_eq!(reached(4), [3, 4, 5]);
    }

    #[test]
    fn rule_24_a_case_goes_whole_and_no_other_with_it() {
        assert_eq!(reached(900), [1, 2, 3, 4, 5, 6, 900]);
        assert_eq!(reached(6), [6]);
    }
}
