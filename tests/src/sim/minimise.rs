//! Fewer events that still show a violation: delta debugging (Zeller and Hildebrandt, 2002) over the events of a run.

use super::event::Event;

/// A subset of `events` that is `still` wrong and from which little can be left out, found by asking at most `most` times.
pub fn minimise(events: &[Event], most: usize, still: impl Fn(&[Event]) -> bool) -> Vec<Event> {
    let mut left: Vec<Event> = events.to_vec();
    let (mut parts, mut runs) = (2, 0);
    while left.len() > 1 && runs < most {
        let size = left.len().div_ceil(parts);
        let without = |place: usize| -> Vec<Event> {
            let mut fewer = left.clone();
            fewer.drain(place * size..((place + 1) * size).min(left.len()));
            fewer
        };
        let smaller = (0..left.len().div_ceil(size)).map(without).find(|fewer| {
            runs += 1;
            runs <= most && still(fewer)
        });
        match smaller {
            Some(fewer) => (left, parts) = (fewer, parts.saturating_sub(1).max(2)),
            None if size == 1 => break,
            None => parts = (parts * 2).min(left.len()),
        }
    }
    left
}
