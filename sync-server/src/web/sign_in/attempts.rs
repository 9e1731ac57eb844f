//! How often somebody may get a sign-in wrong: so many times a minute for one name, and as many from one address.
//!
//! An attempt counts before its password is looked at and is given back when it was right, so attempts made at the same
//! moment cannot all slip through. Counts are in the store: a restart does not forget them.

use alongside_core::model::Timestamp;

use crate::secret::ServerSecret;
use crate::store::{Failures, StoreError, WriteTxn};

/// The most failures in one window.
const MOST: u32 = 10;
/// The length of a window, in milliseconds.
const WINDOW_MS: i64 = 60_000;

const SORT: &str = "sign_in";

/// Somebody's attempt: the sign-in name and the address it came from, as keyed hashes.
#[derive(Clone)]
pub(in crate::web) struct Attempt([[u8; 32]; 2]);

/// There were too many failures. Try again in so many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) struct TooMany {
    /// Seconds until the next attempt may be made, at least 1.
    pub(in crate::web) wait_s: i64,
}

impl Attempt {
    /// An attempt with the name `login` from `address`; `secret` is the server's.
    pub(in crate::web) fn new(secret: [u8; 32], login: &str, address: &str) -> Self {
        let secret = ServerSecret::new(secret);
        let hash = |label, text: &str| secret.hash(label, text.as_bytes());
        Self([hash("sign-in name", login), hash("sign-in address", address)])
    }

    /// Counts this attempt as a failure, unless there were too many already.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub(in crate::web) fn count(
        &self,
        txn: &mut dyn WriteTxn,
        now: Timestamp,
    ) -> Result<Result<(), TooMany>, StoreError> {
        txn.forget_failures(now.plus_ms(-WINDOW_MS))?;
        let mut counts = Vec::with_capacity(self.0.len());
        for subject in &self.0 {
            match one_more(txn.find_failures(SORT, subject)?, now) {
                Ok(failures) => counts.push((subject, failures)),
                Err(too_many) => return Ok(Err(too_many)),
            }
        }
        for (subject, failures) in counts {
            txn.save_failures(SORT, subject, failures)?;
        }
        Ok(Ok(()))
    }

    /// Takes the count of this attempt back: it was right after all.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub(in crate::web) fn give_back(&self, txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
        for subject in &self.0 {
            if let Some(Failures { since, count }) = txn.find_failures(SORT, subject)? {
                txn.save_failures(SORT, subject, Failures { since, count: count.saturating_sub(1) })?;
            }
        }
        Ok(())
    }
}

/// The count with one more in it. A window that began in the future, since the clock was set back, begins anew.
fn one_more(held: Option<Failures>, now: Timestamp) -> Result<Failures, TooMany> {
    let age = |failures: &Failures| now.0.saturating_sub(failures.since.0);
    match held.filter(|failures| (0..WINDOW_MS).contains(&age(failures))) {
        None => Ok(Failures { since: now, count: 1 }),
        Some(failures) if failures.count < MOST => Ok(Failures { count: failures.count + 1, ..failures }),
        Some(failures) => Err(TooMany { wait_s: (WINDOW_MS - age(&failures)).div_euclid(1000) + 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);

    #[test]
    fn the_eleventh_failure_of_a_minute_waits_for_the_minute_to_end() {
        let mut held = None;
        for _ in 0..MOST {
            held = Some(one_more(held, NOW).unwrap());
        }
        assert_eq!(one_more(held, NOW.plus_ms(20_500)), Err(TooMany { wait_s: 40 }));
        assert_eq!(one_more(held, NOW.plus_ms(WINDOW_MS - 1)), Err(TooMany { wait_s: 1 }));
        let anew = Failures { since: NOW.plus_ms(WINDOW_MS), count: 1 };
        assert_eq!(one_more(held, NOW.plus_ms(WINDOW_MS)), Ok(anew));
    }

    #[test]
    fn a_clock_set_back_locks_nobody_out() {
        let held = Failures { since: NOW, count: MOST };
        let earlier = NOW.plus_ms(-3_600_000);
        assert_eq!(one_more(Some(held), earlier), Ok(Failures { since: earlier, count: 1 }));
    }

    #[test]
    fn names_and_addresses_are_kept_as_keyed_hashes() {
        let [name, address] = Attempt::new([1; 32], "amina", "192.0.2.7").0;
        let [other_key, _] = Attempt::new([2; 32], "amina", "192.0.2.7").0;
        let [same_text, _] = Attempt::new([1; 32], "192.0.2.7", "x").0;
        assert!(name != address && name != other_key && address != same_text);
    }
}
