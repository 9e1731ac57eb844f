//! Where a person's work on a record stands: on this phone alone, with the server, or in a backup of the server.

use rusqlite::{Connection, params};

use super::StoreError;
use crate::model::EntityId;

/// Where this phone's own work on a record stands. The least safe part of it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Something of it is on this phone alone.
    OnThisPhone,
    /// The server has all of it on its disk.
    Sent,
    /// All of it is in a verified backup of the server, or nothing of it was written on this phone.
    Safe,
}

/// Where this phone's own work on `record` stands.
///
/// # Errors
/// The store's.
pub fn find_standing(connection: &Connection, record: EntityId) -> Result<Standing, StoreError> {
    let sql = "SELECT max(o.n > d.tail_n), max(o.n > d.safe_n) FROM outbox o, device d WHERE o.record = ?1 AND o.n > 0";
    let mut statement = connection.prepare_cached(sql)?;
    let (unsent, unsafe_yet) = statement.query_row(params![record.0.as_bytes()], |row| {
        Ok((row.get::<_, Option<bool>>(0)?, row.get::<_, Option<bool>>(1)?))
    })?;
    Ok(match (unsent.unwrap_or(false), unsafe_yet.unwrap_or(false)) {
        (true, _) => Standing::OnThisPhone,
        (false, true) => Standing::Sent,
        (false, false) => Standing::Safe,
    })
}
