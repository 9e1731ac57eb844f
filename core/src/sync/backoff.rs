//! How long to wait after an attempt that did not succeed: full jitter, so that phones do not all come back at once.

use crate::wire::Code;

use super::SyncError;

const FIRST_MS: u64 = 5_000;
const MOST_MS: u64 = 3_600_000;

/// When a timer may try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backoff {
    /// After this many milliseconds.
    After(u64),
    /// Not by itself: a person must act first, by signing in again or updating the app.
    OnlyByHand,
}

/// The wait after the `attempts`-th failure in a row; `random` is any number from a good generator. A server's
/// Retry-After is a lower bound.
pub fn next_delay_ms(error: &SyncError, attempts: u32, random: u64) -> Backoff {
    let wait = match error {
        SyncError::Wiped
        | SyncError::Refused(Code::Unauthorised | Code::TokenRevoked | Code::Forbidden, _) => {
            return Backoff::OnlyByHand;
        }
        SyncError::Refused(_, Some(seconds)) => seconds.saturating_mul(1000),
        _ => 0,
    };
    let most = FIRST_MS.saturating_mul(1 << attempts.min(16)).min(MOST_MS);
    Backoff::After((random % (most + 1)).max(FIRST_MS).max(wait))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sync::TransportError;

    #[test]
    fn a_revoked_phone_does_not_knock_again_by_itself() {
        let error = SyncError::Refused(Code::TokenRevoked, None);
        assert_eq!(next_delay_ms(&error, 0, 7), Backoff::OnlyByHand);
    }

    #[test]
    fn retry_after_is_obeyed() {
        let error = SyncError::Refused(Code::Unavailable, Some(120));
        assert_eq!(next_delay_ms(&error, 0, 0), Backoff::After(120_000));
    }

    proptest! {
        #[test]
        fn the_wait_grows_with_failures_and_stays_within_an_hour(attempts in 0u32..40, random: u64) {
            let Backoff::After(ms) = next_delay_ms(&TransportError::Unreachable.into(), attempts, random) else {
                return Err(TestCaseError::fail("a lost connection is tried again"));
            };
            prop_assert!((FIRST_MS..=MOST_MS).contains(&ms));
            prop_assert!(ms <= FIRST_MS << attempts.min(16));
        }
    }
}
