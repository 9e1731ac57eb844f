//! The database as a file that another one can be made from: PostgreSQL's own tools keep a copy that only PostgreSQL reads, and
//! none that is compared with what it was made from.

use super::connection::PostgresConnection;
use crate::store::sql::connection::{Connection, Hold};
use crate::store::sql::param::Param;
use crate::store::sql::txn::SqlTxn;
use crate::store::sqlite::{SqliteOptions, fill, pour};
use crate::store::{ReadTxn, StoreError, WriteTxn};

/// Row numbers come from the backup.
const AS_THEY_ARE: &str = "OVERRIDING SYSTEM VALUE";

/// Copies what the snapshot of `from` sees to a new file, after `look` has read that snapshot.
pub(super) fn copy_to(
    from: PostgresConnection<'_>,
    to: &SqliteOptions,
    look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let snapshot = SqlTxn::new(from);
    look(&snapshot)?;
    fill(to, snapshot.connection())
}

/// Takes everything in a file into an empty database; `look` reads it before it is committed.
pub(super) fn take_from(
    mut to: PostgresConnection<'_>,
    from: &SqliteOptions,
    look: &mut dyn FnMut(&dyn ReadTxn) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    to.hold(Hold::Any)?;
    let taken = to.each("SELECT no FROM organisation LIMIT 1", &[], &mut |_| Ok(false))?;
    if taken {
        return Err(StoreError::Taken);
    }
    // A server that has started on it has given it a secret; the phones' tokens go with that of the backup.
    to.run("DELETE FROM server", &[])?;
    let tables = pour(from, &mut to, AS_THEY_ARE)?;
    for table in tables.iter().filter(|table| table.numbers_rows()) {
        count_on(&mut to, &table.name)?;
    }
    let taken = SqlTxn::new(to);
    look(&taken)?;
    Box::new(taken).commit()
}

/// Lets a table go on numbering its rows after those that were copied.
fn count_on(to: &mut PostgresConnection<'_>, table: &str) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT setval(pg_get_serial_sequence(?1, 'no'), coalesce((SELECT max(no) FROM {table}), 0) + 1, false)"
    );
    to.each(&sql, &[Param::from(table)], &mut |_| Ok(true)).map(drop)
}
