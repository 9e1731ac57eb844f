//! Needs, in the client's words.

use super::{Companion, CompanionError, Reason};
use crate::model::kinds::{Need, NeedCategory};
use crate::model::{Audience, CaseId, EntityId, Record, StreamRef, from_fields};
use crate::store::{Listing, record};

/// A need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub need: Need,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Writes down a need as the client said it.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words.
    pub fn raise_need(
        &self,
        case: CaseId,
        category: NeedCategory,
        words: &str,
    ) -> Result<EntityId, CompanionError> {
        if words.trim().is_empty() {
            return Err(CompanionError::invalid("words", Reason::Empty));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let need = Need::new(category, words.to_owned(), writing.reading.wall);
            writing.create(id, StreamRef::of_case(case, Audience::Core), &need)
        })?;
        Ok(id)
    }

    /// The needs of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn needs(&self, case: CaseId) -> Result<Vec<NeedView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Core);
        let rows =
            self.store.read(|connection| record::list_in(connection, stream, Listing::of(Need::ENTRY)))?;
        rows.into_iter()
            .map(|row| Ok(NeedView { id: row.id, need: from_fields(&row.fields)?, unsent: row.pending }))
            .collect()
    }
}
