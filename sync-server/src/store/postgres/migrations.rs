//! The numbered steps of the schema. A step that was released is never edited; the next change is a new file.

use tokio_postgres::{Client, Transaction};

use crate::store::StoreError;

/// Every step, in order; a database's version is the number of steps it has taken.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_recovery.sql"),
    include_str!("migrations/0003_decisions.sql"),
    include_str!("migrations/0004_erased.sql"),
    include_str!("migrations/0005_handed_over.sql"),
    include_str!("migrations/0006_attachments.sql"),
];

/// Held by whoever brings the schema up to date, since several processes may start at once ("ALNG", and the schema's name).
const TURN: &str = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
    SELECT pg_advisory_xact_lock(1095519815, hashtext(current_setting('search_path')))";

/// Makes the schema that the URL's `search_path` names, if it is not there.
const PLACE: &str = "DO $$ BEGIN
    IF current_schema() IS NULL THEN
        EXECUTE format('CREATE SCHEMA %I', trim(split_part(current_setting('search_path'), ',', 1), ' \"'));
    END IF;
END $$";

/// Brings a database up to date, in one transaction; an empty one gets the whole schema.
pub(super) async fn migrate(client: &mut Client) -> Result<(), StoreError> {
    let transaction = client.transaction().await?;
    transaction.batch_execute(TURN).await?;
    transaction.batch_execute(PLACE).await?;
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    let found = version(&transaction).await?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for (number, step) in (1..).zip(STEPS).filter(|(number, _)| *number > found) {
        transaction.batch_execute(step).await?;
        transaction.execute("UPDATE schema_version SET version = $1", &[&number]).await?;
    }
    Ok(transaction.commit().await?)
}

/// The version found. A database with tables that are not ours is left alone.
async fn version(transaction: &Transaction<'_>) -> Result<i64, StoreError> {
    let sql = "SELECT count(*), coalesce(bool_or(tablename = 'schema_version'), false)
               FROM pg_tables WHERE schemaname = current_schema()";
    let row = transaction.query_one(sql, &[]).await?;
    let (tables, is_ours): (i64, bool) = (row.try_get(0)?, row.try_get(1)?);
    match (tables, is_ours) {
        (0, _) => Ok(0),
        (_, true) => {
            let row = transaction.query_one("SELECT version FROM schema_version", &[]).await?;
            Ok(row.try_get(0)?)
        }
        (_, false) => Err(StoreError::Unreadable),
    }
}
