//! What matters to the client, in the client's words: the first thing asked, before any instrument.
#![expect(clippy::needless_pass_by_value, reason = "lists cross the boundary by value")]

use alongside_core::companion::WhatMattersView;
use alongside_core::model::kinds::NeedCategory;
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// The question to put before anything else at a first meeting; nothing once the client has answered it. Blocks for a
    /// file read.
    pub fn first_question(&self, case: CaseId) -> Result<Option<String>, AlongsideError> {
        Ok(self.core.first_question(case)?)
    }

    /// Writes down one thing that matters, as the client said it, after those that are there. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words, or when they are too long.
    #[uniffi::method(default(category = None))]
    pub fn say_what_matters(
        &self,
        case: CaseId,
        words: &str,
        category: Option<NeedCategory>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.say_what_matters(case, words, category)?)
    }

    /// Writes it in other words, when the client now says it otherwise. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words or when they are too long, or with `NotFound`.
    pub fn reword_what_matters(&self, id: EntityId, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.reword_what_matters(id, words)?)
    }

    /// Puts what matters into the client's order: those named first, in this order, then the others as they were. Blocks for
    /// a file write.
    ///
    /// Fails with `NotFound` when one of them is not there.
    pub fn order_what_matters(&self, case: CaseId, order: Vec<EntityId>) -> Result<(), AlongsideError> {
        Ok(self.core.order_what_matters(case, &order)?)
    }

    /// Puts one away that no longer matters. It stays in the record. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn put_away_what_matters(&self, id: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.put_away_what_matters(id)?)
    }

    /// What matters to the client, in the client's order. Blocks for a file read.
    pub fn what_matters(&self, case: CaseId) -> Result<Vec<WhatMattersView>, AlongsideError> {
        Ok(self.core.what_matters(case)?)
    }
}
