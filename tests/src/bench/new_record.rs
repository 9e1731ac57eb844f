//! A record on its way into a phone's store, and the transaction that writes a client's records.

use alongside_core::model::{EntityId, Fields, Op, StreamRef};
use alongside_core::ports::Reading;
use alongside_core::store::{Store, StoreError, identity, local};
use serde_json::Value;

/// A record as the phone's own work.
#[derive(Clone)]
pub struct NewRecord {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by catalogue name.
    pub kind: &'static str,
    /// Where it belongs when it is done.
    pub home: StreamRef,
    /// Whether it is written as a private draft and then signed or submitted.
    pub sealed: bool,
    /// Its fields.
    pub fields: Fields,
}

/// Writes the records of one client in one durable transaction, each by the operations a person's work would leave.
/// Answers how many operations that were.
///
/// # Errors
/// The store's.
pub(super) fn write_client(
    store: &Store,
    records: &[NewRecord],
    reading: &Reading,
) -> Result<usize, StoreError> {
    store.write(|transaction| {
        let who = identity::load_identity(transaction)?;
        let mut written = 0;
        for record in records {
            let stream = if record.sealed { StreamRef::private(who.person) } else { record.home };
            let op = Op::create(record.id, stream, record.kind, record.fields.clone());
            local::commit(transaction, op, &who, reading)?;
            written += 1;
            if record.sealed {
                let publish = local::publish(transaction, record.id, record.home)?;
                local::commit(transaction, publish, &who, reading)?;
                written += 1;
            }
        }
        Ok(written)
    })
}

/// Fields from names and values.
pub(super) fn fields_of<const N: usize>(pairs: [(&str, Value); N]) -> Fields {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
