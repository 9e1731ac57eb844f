//! Needs that nothing nearby serves: written down with why, so that they can be told to those who pay for services.

use serde_json::json;

use super::{Companion, CompanionError};
use crate::model::kinds::{NeedCategory, UnmetNeed, UnmetReason};
use crate::model::{Audience, CaseId, EntityId, Fields, Record, StreamRef, from_fields};
use crate::store::{Listing, record};

/// An unmet need as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnmetNeed {
    /// The need, when it was raised as one; its resolution then says the same.
    pub need: Option<EntityId>,
    /// What it is about.
    pub category: NeedCategory,
    /// Why it stays unmet.
    pub why: UnmetReason,
    /// What would have served it, or what was tried, in words.
    pub words: Option<String>,
    /// The service that came nearest.
    pub service: Option<EntityId>,
}

/// An unmet need in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmetNeedView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub unmet: UnmetNeed,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Writes down that nothing serves a need for now. The need itself, when there is one, is resolved with the same word in
    /// the same save.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when there is no such need.
    pub fn record_unmet_need(&self, case: CaseId, new: &NewUnmetNeed) -> Result<EntityId, CompanionError> {
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let NewUnmetNeed { need, category, why, words, service } = new.clone();
            let at = writing.reading.wall;
            let unmet = UnmetNeed { need, category, why, at, words, service };
            writing.create(id, StreamRef::of_case(case, Audience::Core), &unmet)?;
            match need {
                Some(need) => {
                    let resolved = [("resolution", json!(why)), ("resolved_at", json!(at))];
                    let resolved: Fields = resolved.map(|(name, value)| (name.to_owned(), value)).into();
                    writing.set(need, resolved)
                }
                None => Ok(()),
            }
        })?;
        Ok(id)
    }

    /// The unmet needs of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn unmet_needs(&self, case: CaseId) -> Result<Vec<UnmetNeedView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Core);
        let rows = self
            .store
            .read(|connection| record::list_in(connection, stream, Listing::of(UnmetNeed::ENTRY)))?;
        rows.into_iter()
            .map(|row| {
                Ok(UnmetNeedView { id: row.id, unmet: from_fields(&row.fields)?, unsent: row.pending })
            })
            .collect()
    }
}
