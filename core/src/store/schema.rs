//! Numbered migrations, each in a transaction of its own. A published one is never edited.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

const MIGRATIONS: [&str; 14] = [
    include_str!("migrations/0001_records.sql"),
    include_str!("migrations/0002_packs.sql"),
    include_str!("migrations/0003_recovery.sql"),
    include_str!("migrations/0004_seen.sql"),
    include_str!("migrations/0005_decisions.sql"),
    include_str!("migrations/0006_service_index.sql"),
    include_str!("migrations/0007_clocks.sql"),
    include_str!("migrations/0008_remarks.sql"),
    include_str!("migrations/0009_erased.sql"),
    include_str!("migrations/0010_donations.sql"),
    include_str!("migrations/0011_wanted_build.sql"),
    include_str!("migrations/0012_pages.sql"),
    include_str!("migrations/0013_kept_until_safe.sql"),
    include_str!("migrations/0014_photos.sql"),
];

/// The newest schema this version knows.
pub(super) const LATEST: i64 = MIGRATIONS.len() as i64;

/// The schema of the file; 0 before the first migration.
pub(super) fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings the file to [`LATEST`].
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let have = usize::try_from(version(connection)?).map_err(|_| StoreError::Damaged)?;
    for (done, migration) in MIGRATIONS.iter().enumerate().skip(have) {
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step.execute_batch(migration)?;
        step.pragma_update(None, "user_version", i64::try_from(done + 1).map_err(|_| StoreError::Damaged)?)?;
        step.commit()?;
    }
    Ok(())
}
