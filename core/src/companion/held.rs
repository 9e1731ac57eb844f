//! Reading the records of a case as their kinds.

use rusqlite::Connection;

use super::{Companion, CompanionError};
use crate::model::{CaseId, EntityId, Record, StreamRef, from_fields};
use crate::store::{Listing, RecordRow, record};

/// A record of a kind, with what a list shows beside it.
#[derive(Clone, Debug)]
pub(super) struct Held<R> {
    pub(super) id: EntityId,
    pub(super) record: R,
    pub(super) unsent: bool,
}

impl Companion {
    /// Reads in one snapshot, with the errors of a use case.
    pub(super) fn look<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, CompanionError>,
    ) -> Result<T, CompanionError> {
        self.store.read(|connection| Ok(work(connection)))?
    }
}

/// The records of this kind in its home stream of the case, newest first.
pub(super) fn list<R: Record>(connection: &Connection, case: CaseId) -> Result<Vec<Held<R>>, CompanionError> {
    let rows = record::list_in(connection, StreamRef::of_case(case, R::ENTRY.home), Listing::of(R::ENTRY))?;
    rows.iter().map(held).collect()
}

/// The record of this kind with this id; nothing when there is none, or it is of another kind.
pub(super) fn find<R: Record>(
    connection: &Connection,
    id: EntityId,
) -> Result<Option<Held<R>>, CompanionError> {
    let row = record::find(connection, id)?.filter(|row| row.kind == R::ENTRY.name);
    row.as_ref().map(held).transpose()
}

/// The record of this kind with this id, and the case it belongs to.
///
/// # Errors
/// [`CompanionError::NotFound`].
pub(super) fn load<R: Record>(
    connection: &Connection,
    id: EntityId,
) -> Result<(CaseId, Held<R>), CompanionError> {
    let row = record::find(connection, id)?.filter(|row| row.kind == R::ENTRY.name);
    let row = row.ok_or(CompanionError::NotFound)?;
    let case = row.stream.case().ok_or(CompanionError::NotFound)?;
    Ok((case, held(&row)?))
}

pub(super) fn held<R: Record>(row: &RecordRow) -> Result<Held<R>, CompanionError> {
    Ok(Held { id: row.id, record: from_fields(&row.fields)?, unsent: row.pending })
}

/// Words somebody wrote, without what is only space; nothing when there are none.
pub(super) fn said(words: Option<&str>) -> Option<String> {
    words.map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned)
}

/// Words that are owed.
///
/// # Errors
/// [`CompanionError::Invalid`] when there are none.
pub(super) fn owed(field: &str, words: &str) -> Result<String, CompanionError> {
    said(Some(words)).ok_or_else(|| CompanionError::invalid(field, super::Reason::Empty))
}
