//! Places in a list (rule 7): a number for each record, so that moving one writes to that one alone.

use crate::model::EntityId;

/// Between two neighbours there is room for ten moves into the same gap before it closes.
const GAP: i64 = 1_024;

/// By what a list is sorted: the place, and for two records at one place their ids, so that every phone shows one order.
pub const fn list_order(place: i64, id: EntityId) -> (i64, EntityId) {
    (place, id)
}

/// A place after `before` and ahead of `after`; absent when there is no whole number between the two, so that the neighbour
/// has to make room first.
pub fn place_between(before: Option<i64>, after: Option<i64>) -> Option<i64> {
    match (before, after) {
        (None, None) => Some(0),
        (Some(before), None) => before.checked_add(GAP),
        (None, Some(after)) => after.checked_sub(GAP),
        (Some(before), Some(after)) => {
            let middle = before.checked_add(after.checked_sub(before)? / 2)?;
            (before < middle && middle < after).then_some(middle)
        }
    }
}
