//! How many wrong codes one address may send in a minute.

use alongside_core::model::Timestamp;
#[cfg(feature = "planted")]
use alongside_core::ports::planted;

use crate::store::{Failures, ReadTxn, StoreError, WriteTxn};

const SORT: &str = "enrol";
const WINDOW_MS: i64 = 60_000;

/// Whether an address has failed too often of late.
pub(super) fn is_spent(
    txn: &dyn ReadTxn,
    address: &[u8],
    most: u32,
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(in_window(txn, address, now)?.is_some_and(|failures| failures.count >= most))
}

/// Counts one more failure.
pub(super) fn note_failure(txn: &mut dyn WriteTxn, address: &[u8], now: Timestamp) -> Result<(), StoreError> {
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::AttemptsNotCounted) {
        return Ok(());
    }
    let failures = match in_window(txn, address, now)? {
        Some(failures) => Failures { count: failures.count.saturating_add(1), ..failures },
        None => Failures { since: now, count: 1 },
    };
    txn.forget_failures(now.plus_ms(-WINDOW_MS))?;
    txn.save_failures(SORT, address, failures)
}

/// The count of the current minute. One that began in the future, since the clock was set back, is no count.
fn in_window(txn: &dyn ReadTxn, address: &[u8], now: Timestamp) -> Result<Option<Failures>, StoreError> {
    let held = txn.find_failures(SORT, address)?;
    Ok(held.filter(|failures| (0..WINDOW_MS).contains(&now.0.saturating_sub(failures.since.0))))
}
