//! Photos in a damaged file that the server does not have whole: read out of it one by one, so that a page that cannot be read
//! costs the photo that is on it and no other.

use rusqlite::{Connection, Transaction, params};

use super::{StoreError, streams};

/// What was found.
#[derive(Default)]
pub(super) struct FoundPhotos(Vec<FoundPhoto>);

struct FoundPhoto {
    id: [u8; 16],
    /// The audience and the owner of its stream.
    stream: (String, [u8; 16]),
    bytes: i64,
    there: i64,
    parts: Vec<(i64, Vec<u8>)>,
}

impl FoundPhotos {
    /// Looks for them; `reach` opens the file, anew after each page that cannot be read.
    pub(super) fn search(reach: impl Fn() -> Option<Connection>) -> Self {
        let unsent = reach().and_then(|connection| unsent(&connection).ok()).unwrap_or_default();
        let whole = |photo: FoundPhoto| with_parts(&reach()?, photo).ok();
        Self(unsent.into_iter().filter_map(whole).filter(FoundPhoto::is_whole).collect())
    }

    /// Keeps them in the file beside the damaged one.
    pub(super) fn keep(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        transaction.execute_batch(
            "CREATE TABLE IF NOT EXISTS photo_part (photo BLOB, at INTEGER, bytes BLOB) STRICT;",
        )?;
        for photo in &self.0 {
            for (at, bytes) in &photo.parts {
                let sql = "INSERT INTO photo_part VALUES (?1, ?2, ?3)";
                transaction.execute(sql, params![photo.id, at, bytes])?;
            }
        }
        Ok(())
    }

    /// Puts them into the new file, to be sent.
    pub(super) fn place(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        for photo in &self.0 {
            let Ok(stream) = streams::parse(&photo.stream.0, photo.stream.1) else { continue };
            let stream = streams::ensure(transaction, stream, true)?.no;
            let sql =
                "INSERT OR IGNORE INTO photo (id, stream, bytes, mine, there) VALUES (?1, ?2, ?3, 1, ?4)";
            transaction.execute(sql, params![photo.id, stream, photo.bytes, photo.there])?;
            for (at, bytes) in &photo.parts {
                let sql = "INSERT OR IGNORE INTO photo_part (photo, at, bytes) VALUES (?1, ?2, ?3)";
                transaction.execute(sql, params![photo.id, at, bytes])?;
            }
        }
        Ok(())
    }
}

impl FoundPhoto {
    fn is_whole(&self) -> bool {
        let found: usize = self.parts.iter().map(|(_, bytes)| bytes.len()).sum();
        i64::try_from(found) == Ok(self.bytes)
    }
}

fn unsent(connection: &Connection) -> rusqlite::Result<Vec<FoundPhoto>> {
    let sql =
        "SELECT p.id, s.audience, s.owner, p.bytes, p.there FROM photo p JOIN stream s ON s.no = p.stream
               WHERE p.mine = 1 AND p.there < p.bytes";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(FoundPhoto {
            id: row.get(0)?,
            stream: (row.get(1)?, row.get(2)?),
            bytes: row.get(3)?,
            there: row.get(4)?,
            parts: Vec::new(),
        })
    })?;
    Ok(rows.flatten().collect())
}

fn with_parts(connection: &Connection, photo: FoundPhoto) -> rusqlite::Result<FoundPhoto> {
    let mut statement =
        connection.prepare("SELECT at, bytes FROM photo_part WHERE photo = ?1 ORDER BY at")?;
    let parts = statement.query_map(params![photo.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let parts = parts.collect::<rusqlite::Result<_>>()?;
    Ok(FoundPhoto { parts, ..photo })
}
