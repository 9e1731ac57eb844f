//! When an operation was done, from its age rather than from anybody's wall clock.
//!
//! A phone three years fast neither wins by its clock nor pushes the clocks of others forward; one that believes it is 1970
//! loses nothing. Section 4.5 of the design of sync; `docs/protocol.md` gives the rule with examples.

use crate::model::{OpClock, RequestClock, Timestamp};

/// What the server knows about when an operation can have been done.
#[derive(Clone, Copy, Debug)]
pub struct AgeBounds {
    /// The server's time now.
    pub now: Timestamp,
    /// When the server last answered this replica: an operation of this request was done after it.
    pub last_answer: Timestamp,
    /// The effective time of the replica's operation before this one.
    pub previous: Timestamp,
    /// The effective time of the latest value this operation replaced.
    pub replaced: Timestamp,
    /// Its place among the new operations of the request, from 1.
    pub place: u64,
}

/// When the operation was done, by the server's clock.
pub fn effective_time(request: &RequestClock, done: OpClock, bounds: AgeBounds) -> Timestamp {
    let now = bounds.now.0;
    let by_age = match request.boots.get(&done.0) {
        _ if done.0 == request.boot => now.saturating_sub(signed(request.elapsed.saturating_sub(done.1))),
        Some(offset) => {
            let age = request.wall.saturating_sub(offset.saturating_add(signed(done.1)));
            now.saturating_sub(age).clamp(bounds.last_answer.0.min(now), now)
        }
        None => bounds.last_answer.0.min(now),
    };
    let after = bounds.previous.0.max(bounds.replaced.0).saturating_add(1);
    // Operations of one request that all reach "now" keep their order by single milliseconds; and when the server's own
    // clock was ahead for a day, what was written then does not stay ahead of everybody for a day.
    let latest = now.saturating_add(signed(bounds.place));
    Timestamp(by_age.min(now).max(after).min(latest))
}

fn signed(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    const NOW: i64 = 1_800_000_000_000;

    fn bounds() -> AgeBounds {
        AgeBounds {
            now: Timestamp(NOW),
            last_answer: Timestamp(NOW - 10_000),
            previous: Timestamp(0),
            replaced: Timestamp(0),
            place: 1,
        }
    }

    fn request(wall: i64) -> RequestClock {
        RequestClock { boot: 4, elapsed: 60_000, wall, boots: BTreeMap::from([(3, wall - 100_000)]) }
    }

    #[test]
    fn an_edit_of_this_boot_is_as_old_as_the_device_says() {
        assert_eq!(effective_time(&request(0), OpClock(4, 55_000), bounds()), Timestamp(NOW - 5_000));
    }

    #[test]
    fn an_edit_before_a_reboot_is_bounded_by_the_last_answer() {
        assert_eq!(effective_time(&request(0), OpClock(3, 97_000), bounds()), Timestamp(NOW - 3_000));
        assert_eq!(effective_time(&request(0), OpClock(3, 1_000), bounds()), Timestamp(NOW - 10_000));
        assert_eq!(effective_time(&request(0), OpClock(3, 500_000), bounds()), Timestamp(NOW));
        assert_eq!(effective_time(&request(0), OpClock(1, 500_000), bounds()), Timestamp(NOW - 10_000));
    }

    #[test]
    fn an_edit_is_later_than_what_it_replaced_and_what_came_before_it() {
        let after =
            AgeBounds { previous: Timestamp(NOW + 3), replaced: Timestamp(NOW + 7), place: 9, ..bounds() };
        assert_eq!(effective_time(&request(0), OpClock(4, 0), after), Timestamp(NOW + 8));
    }

    #[test]
    fn a_server_that_was_a_day_ahead_does_not_keep_what_was_written_then_ahead() {
        let a_day_ahead = Timestamp(NOW + 86_400_000);
        let time = |place| {
            let bounds = AgeBounds { previous: a_day_ahead, replaced: a_day_ahead, place, ..bounds() };
            effective_time(&request(0), OpClock(4, 60_000), bounds)
        };
        assert_eq!((time(1), time(2)), (Timestamp(NOW + 1), Timestamp(NOW + 2)));
    }

    proptest! {
        #[test]
        fn a_wrong_wall_clock_changes_nothing_within_one_boot(years in -10i64..10, elapsed in 0u64..60_000) {
            let skewed = request(NOW + years * 31_557_600_000);
            let honest = request(NOW);
            let done = OpClock(4, elapsed);
            prop_assert_eq!(effective_time(&skewed, done, bounds()), effective_time(&honest, done, bounds()));
        }

        #[test]
        fn no_clock_reaches_the_future(boot in 0u32..6, elapsed: u64, done: u64, wall: i64, offset: i64) {
            let boots = BTreeMap::from([(3, offset)]);
            let request = RequestClock { boot: 4, elapsed, wall, boots };
            prop_assert!(effective_time(&request, OpClock(boot, done), bounds()) <= Timestamp(NOW));
        }
    }
}
