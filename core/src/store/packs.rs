//! Instrument packs this phone was given, byte for byte.
//! It must not know what is in them, nor whether it is sound: that was decided before they were kept.

use rusqlite::{Connection, Transaction, params};

use super::StoreError;
use crate::model::Timestamp;

/// A pack that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPack {
    /// The instrument it is about.
    pub instrument: String,
    /// The version it is about.
    pub version: u32,
    /// Whether it withdraws the version instead of defining it.
    pub withdrawal: bool,
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
    /// When this phone was given it, by its wall clock.
    pub loaded_at: Timestamp,
}

/// Keeps a pack. One that is kept already stays as it is.
pub fn keep(transaction: &Transaction<'_>, pack: &KeptPack) -> Result<(), StoreError> {
    let sql = "INSERT OR IGNORE INTO pack (instrument, version, withdrawal, pack, loaded_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    transaction.execute(
        sql,
        params![pack.instrument, pack.version, pack.withdrawal, pack.bytes, pack.loaded_at.0],
    )?;
    Ok(())
}

/// All packs, by instrument and version.
pub fn list(connection: &Connection) -> Result<Vec<KeptPack>, StoreError> {
    let sql = "SELECT instrument, version, withdrawal, pack, loaded_at FROM pack
               ORDER BY instrument, version, withdrawal";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(KeptPack {
            instrument: row.get(0)?,
            version: row.get(1)?,
            withdrawal: row.get(2)?,
            bytes: row.get(3)?,
            loaded_at: Timestamp(row.get(4)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
