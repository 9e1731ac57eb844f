//! How long a session lasts: half an hour without a request, twelve hours in all.
//! Pages of answers are opened at shared desks; the limits keep a forgotten browser from staying open overnight.

use alongside_core::model::Timestamp;

/// The longest time between two requests, in milliseconds.
const IDLE_MS: i64 = 30 * 60 * 1000;
/// The longest time from signing in, in milliseconds.
const WHOLE_MS: i64 = 12 * 60 * 60 * 1000;

/// Whether a session begun at `begun` and last used at `used` is over at the server's time `now`; the person then signs in
/// again.
///
/// A server clock that was set back counts as no time passed: it signs nobody out.
pub(in crate::web) fn is_over(begun: Timestamp, used: Timestamp, now: Timestamp) -> bool {
    used <= oldest_used(now) || begun <= oldest_begun(now)
}

/// A session begun at this time or before is over.
pub(in crate::web) fn oldest_begun(now: Timestamp) -> Timestamp {
    now.plus_ms(-WHOLE_MS)
}

/// A session last used at this time or before is over.
pub(in crate::web) fn oldest_used(now: Timestamp) -> Timestamp {
    now.plus_ms(-IDLE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over_after(begun: i64, used: i64) -> bool {
        let now = Timestamp(1_800_000_000_000);
        is_over(now.plus_ms(-begun), now.plus_ms(-used), now)
    }

    #[test]
    fn half_an_hour_without_a_request_ends_it() {
        assert!(!over_after(IDLE_MS, IDLE_MS - 1));
        assert!(over_after(IDLE_MS, IDLE_MS));
    }

    #[test]
    fn twelve_hours_end_it_however_busy() {
        assert!(!over_after(WHOLE_MS - 1, 0));
        assert!(over_after(WHOLE_MS, 0));
    }

    #[test]
    fn a_clock_set_back_signs_nobody_out() {
        assert!(!over_after(-5_000, -5_000));
    }
}
