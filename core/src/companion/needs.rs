//! Needs, in the client's words, and what became of them.

use serde_json::json;

use super::held::{self, Held, list, owed, said};
use super::{Companion, CompanionError};
use crate::model::kinds::{Need, NeedCategory, Resolution};
use crate::model::{Audience, CaseId, EntityId, Fields, StreamRef};

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
        owed("words", words)?;
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let need = Need::new(category, words.to_owned(), writing.reading.wall);
            writing.create(id, StreamRef::of_case(case, Audience::Core), &need)
        })?;
        Ok(id)
    }

    /// Says what became of a need, and what stood in the way where something did. It can be said anew: a need that was met
    /// may come back.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn resolve_need(
        &self,
        need: EntityId,
        resolution: Resolution,
        barrier: Option<&str>,
    ) -> Result<(), CompanionError> {
        self.write(|writing| {
            held::load::<Need>(writing.transaction, need)?;
            let fields = [
                ("resolution".to_owned(), json!(resolution)),
                ("resolved_at".to_owned(), json!(writing.reading.wall)),
                ("barrier".to_owned(), json!(said(barrier))),
            ];
            writing.set(need, Fields::from(fields))
        })
    }

    /// The needs of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn needs(&self, case: CaseId) -> Result<Vec<NeedView>, CompanionError> {
        Ok(self.look(|connection| list::<Need>(connection, case))?.into_iter().map(view).collect())
    }

    /// The needs of a case that nothing nearby serves: what a commissioner should hear of.
    ///
    /// # Errors
    /// The store's.
    pub fn unserved_needs(&self, case: CaseId) -> Result<Vec<NeedView>, CompanionError> {
        let needs = self.look(|connection| list::<Need>(connection, case))?.into_iter();
        Ok(needs.filter(|held| held.record.resolution.is_some_and(is_unmet)).map(view).collect())
    }
}

/// Metric M13: the service is missing, closed to this person, too late, too dear, or out of reach.
const fn is_unmet(resolution: Resolution) -> bool {
    matches!(
        resolution,
        Resolution::NoService
            | Resolution::NotEligible
            | Resolution::Waiting
            | Resolution::Unaffordable
            | Resolution::Inaccessible
    )
}

fn view(held: Held<Need>) -> NeedView {
    NeedView { id: held.id, need: held.record, unsent: held.unsent }
}
