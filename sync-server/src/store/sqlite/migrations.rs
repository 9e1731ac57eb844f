//! The numbered steps of the schema. A step that was released is never edited; the next change is a new file.

use rusqlite::{Connection, TransactionBehavior};

use crate::store::StoreError;

/// Every step, in order; a file's version is the number of steps it has taken.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_recovery.sql"),
    include_str!("migrations/0003_decisions.sql"),
    include_str!("migrations/0004_erased.sql"),
    include_str!("migrations/0005_handed_over.sql"),
    include_str!("migrations/0006_attachments.sql"),
];

/// Marks a file as ours ("ALNG").
const APPLICATION: i64 = 0x414c_4e47;

/// Brings a file up to date, a step a transaction; an empty file gets the whole schema.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    refuse_foreign(connection)?;
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    let found = version(connection)?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for (version, step) in (1..).zip(STEPS) {
        take(connection, version, step)?;
    }
    Ok(())
}

/// One step, unless the file, or another process meanwhile, has taken it.
fn take(connection: &mut Connection, number: i64, step: &str) -> Result<(), StoreError> {
    if version(connection)? >= number {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&transaction)? < number {
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
    }
    Ok(transaction.commit()?)
}

/// A file with tables that says it is not ours is left alone.
fn refuse_foreign(connection: &Connection) -> Result<(), StoreError> {
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if tables > 0 && application != APPLICATION { Err(StoreError::Unreadable) } else { Ok(()) }
}

fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
