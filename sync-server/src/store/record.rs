//! Records, each with the commits its parts were written in.

use std::collections::BTreeMap;

use alongside_core::model::{Entity, EntityId, Origin, Timestamp};

use super::{EntityNo, OrgNo, Seq, StoreError, StreamNo};

/// A record as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRecord {
    /// Its row.
    pub no: EntityNo,
    /// Its stream.
    pub stream: StreamNo,
    /// The record.
    pub entity: Entity,
    /// When it was made, by the server's reckoning.
    pub made_at: Timestamp,
    /// The operation that made it.
    pub made_by: Origin,
    /// The commit that made it.
    pub created: Seq,
    /// The latest commit that changed it.
    pub seq: Seq,
    /// The commits that wrote fields, for fields that were written in a later commit than the record was made in.
    pub written: BTreeMap<String, Seq>,
}

impl StoredRecord {
    /// The commit that wrote `field`.
    pub fn written_in(&self, field: &str) -> Seq {
        self.written.get(field).copied().unwrap_or(self.created)
    }
}

/// A place in a stream: records are read in the order of their latest commits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The commit of the last record read.
    pub seq: Seq,
    /// The row of the last record read.
    pub no: EntityNo,
}

/// How much to read at once.
#[derive(Clone, Copy, Debug)]
pub struct Batch {
    /// At most this many records; one at least.
    pub rows: usize,
    /// Stops after the record that reaches about this many bytes of content.
    pub bytes: usize,
}

/// Reads of records.
pub trait RecordReads {
    /// The record with this id in this organisation.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn find_record(&self, org: OrgNo, id: EntityId) -> Result<Option<StoredRecord>, StoreError>;

    /// How many records of a stream changed after a commit.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn count_changed(&self, stream: StreamNo, after: Seq) -> Result<usize, StoreError>;

    /// The records of a stream after a position, and whether there are more.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn list_records(
        &self,
        stream: StreamNo,
        after: Position,
        batch: Batch,
    ) -> Result<(Vec<StoredRecord>, bool), StoreError>;
}

/// Writes of records.
pub trait RecordWrites {
    /// Adds a record that was made in commit `seq`.
    ///
    /// # Errors
    /// When the id is taken or the storage cannot be written.
    fn add_record(
        &mut self,
        org: OrgNo,
        stream: StreamNo,
        entity: &Entity,
        seq: Seq,
    ) -> Result<(), StoreError>;

    /// Replaces what a record says; its row, stream, author and first commit stay.
    ///
    /// # Errors
    /// When the storage cannot be written.
    fn save_record(&mut self, record: &StoredRecord) -> Result<(), StoreError>;
}
