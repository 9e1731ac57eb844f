//! What a stream holds, reckoned from the rows themselves: nothing that is kept beside them could notice a damaged one.

use alongside_core::wire::{DigestedRecord, StreamDigest, limits};

use crate::store::{Batch, Position, ReadTxn, StoreError, StoredRecord, StreamNo};

/// The digest of everything in a stream.
///
/// # Errors
/// When the storage cannot be read.
pub fn digest_stream(txn: &dyn ReadTxn, stream: StreamNo) -> Result<StreamDigest, StoreError> {
    let batch = Batch { rows: limits::MAX_PAGE_ROWS, bytes: limits::PAGE_BYTES };
    let (mut digest, mut position) = (StreamDigest::default(), Position::default());
    loop {
        let (records, more) = txn.list_records(stream, position, batch)?;
        if let Some(last) = records.last() {
            position = Position { seq: last.seq, no: last.no };
        }
        digest = records.iter().fold(digest, with);
        if !more {
            return Ok(digest);
        }
    }
}

fn with(digest: StreamDigest, record: &StoredRecord) -> StreamDigest {
    let entity = &record.entity;
    let (fields, texts) = (entity.fields(), entity.siblings.iter());
    let siblings: Vec<_> = texts
        .flat_map(|(name, cells)| cells.iter().map(move |cell| (name.as_str(), cell.rev, &cell.value)))
        .collect();
    digest.with(&DigestedRecord {
        id: entity.id,
        kind: &entity.kind,
        state: entity.state,
        rev: entity.rev,
        fields: &fields,
        siblings: &siblings,
        seal: entity.sealed.as_ref().map(|seal| seal.hash.as_str()),
    })
}
