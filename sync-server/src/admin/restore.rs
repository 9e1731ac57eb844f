//! After a restore: a new epoch, so that phones hand over again what the backup does not have.

use super::{AdminError, note};
use crate::engine::revisions_between;
use crate::ports::Ports;
use crate::store::{Seq, Store};

/// A new epoch is so far from any other that was seen, and with it the revisions that are given out in it. Nobody edits one record
/// as often as this between a restore and the next.
const APART: u32 = 65_536;

/// Begins a new epoch in every organisation, after the database was restored from a backup. `seen` is the latest epoch the
/// witness knows. Epochs count up and are never given twice, also when one backup is restored twice: they follow the clock.
/// Neither is a revision: what it is raised by hangs on the epoch, not on the backup alone.
///
/// # Errors
/// When the storage fails.
pub fn begin_epoch(store: &dyn Store, ports: &Ports, seen: u32) -> Result<u32, AdminError> {
    let now = ports.clock.now();
    let clock = u32::try_from(now.0 / 1000).unwrap_or(u32::MAX);
    store.write(|txn| {
        let organisations = txn.list_organisations()?;
        let latest = organisations.iter().map(|organisation| organisation.epoch).max().unwrap_or(0).max(seen);
        let epoch = clock.max(latest.saturating_add(APART));
        for organisation in &organisations {
            let ahead = revisions_between(organisation.epoch, epoch).max(APART);
            txn.begin_epoch(organisation.no, epoch, ahead)?;
            note(txn, organisation.no, "restore", organisation.id.0, now)?;
        }
        Ok(epoch)
    })
}

/// Forgets what no phone needs that has been heard of in the last `days`: grants that were taken away before. A phone that
/// was away for longer reads everything again; its own work is untouched. Answers how many were forgotten.
///
/// # Errors
/// When the storage fails.
pub fn compact(store: &dyn Store, ports: &Ports, days: u32) -> Result<usize, AdminError> {
    let now = ports.clock.now();
    let before = now.plus_ms(-i64::from(days) * 86_400_000);
    store.write(|txn| {
        let mut forgotten = 0;
        for organisation in txn.list_organisations()? {
            let floor = txn.last_commit_before(organisation.no, before)?.unwrap_or(Seq(0));
            forgotten += txn.raise_floor(organisation.no, floor)?;
            note(txn, organisation.no, "compact", organisation.id.0, now)?;
        }
        Ok(forgotten)
    })
}
