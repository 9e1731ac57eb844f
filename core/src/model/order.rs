//! Putting things in order.

use std::cmp::Ordering;

/// Sorts `items` by what `key` says of each, and leaves those with equal keys in the order they were in.
///
/// What [`slice::sort_by_key`] does, which is compiled anew for every type and every closure, at seven kilobytes each: forty of them
/// are a twentieth of a phone's library. Here only the keys and the swaps are. For lists as long as a screen's, it is as quick.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let mut places = in_order(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    // Each place says which item belongs there; an item that was moved away is found by following the places.
    for place in 0..items.len() {
        let mut from = place_of(&places, place);
        while from < place {
            from = place_of(&places, from);
        }
        items.swap(place, from);
        if let Some(slot) = places.get_mut(place) {
            *slot = from;
        }
    }
}

fn place_of(places: &[usize], place: usize) -> usize {
    places.get(place).copied().unwrap_or(place)
}

fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_and_one_thing_are_in_order() {
        let mut none: [u8; 0] = [];
        sort_by_key(&mut none, |item| *item);
        let mut one = [7];
        sort_by_key(&mut one, |item| *item);
        assert_eq!(one, [7]);
    }

    proptest! {
        #[test]
        fn it_is_what_the_standard_library_makes_of_it(items in prop::collection::vec((0u8..6, any::<u32>()), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
