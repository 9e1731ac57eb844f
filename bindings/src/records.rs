//! Everything on this phone, for exports and checks.

use alongside_core::model::{EntityId, PersonId};
use alongside_core::store::RecordRow;

use crate::remarks::{WrittenField, written};
use crate::{AlongsideError, Companion};

/// A record as it is kept.
#[derive(Clone, uniffi::Record)]
pub struct StoredRecord {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by catalogue name.
    pub kind: String,
    /// Its stream, as `audience:owner`.
    pub stream: String,
    /// Who made it.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
    /// Its fields.
    pub fields: Vec<WrittenField>,
}

impl From<RecordRow> for StoredRecord {
    fn from(row: RecordRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            stream: row.stream.to_string(),
            author: row.author,
            author_name: row.author_name,
            unsent: row.pending,
            fields: written(row.fields),
        }
    }
}

#[uniffi::export]
impl Companion {
    /// Every record on this phone, in the order in which it came. Megabytes for a full caseload: for exports and checks,
    /// not for screens. Blocks for a file read.
    pub fn records(&self) -> Result<Vec<StoredRecord>, AlongsideError> {
        let mut records = Vec::new();
        // Collected first: the store is held while it is read, and an app that called back would wait for itself.
        self.core.visit_records(&mut |row| records.push(row.into()))?;
        Ok(records)
    }
}
