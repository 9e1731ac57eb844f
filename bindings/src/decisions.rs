//! What waits for a person, in two steps: show the choices, then settle what was shown.

use alongside_core::companion::{self as core, Choosable, Matter, Settlement};
use alongside_core::model::{CaseId, EntityId, Timestamp, Why};

use crate::{AlongsideError, Companion};

/// Something that waits for a person.
#[derive(Clone, uniffi::Record)]
pub struct PendingDecision {
    /// Names it, and what was seen of it, when it is settled. Opaque; good for as long as the screen shows it.
    pub id: String,
    /// What kind of question it is.
    pub matter: Matter,
    /// The record it is about.
    pub record: EntityId,
    /// The record's kind, by catalogue name, when this phone has the record.
    pub kind: Option<String>,
    /// The case, when it is about one.
    pub case: Option<CaseId>,
    /// The field, when it is about one.
    pub field: Option<String>,
    /// Why, when the server said so.
    pub why: Option<Why>,
    /// When what waits was written.
    pub at: Timestamp,
    /// What there is to choose from; what stands first, then the others, oldest first.
    pub choices: Vec<DecisionChoice>,
}

/// One of several texts or values. For this phone's own work: one field that was written.
#[derive(Clone, uniffi::Record)]
pub struct DecisionChoice {
    /// The field, by its catalogue name.
    pub field: String,
    /// The text itself; anything else as JSON.
    pub value: String,
    /// When it was written, where that is known.
    pub at: Option<Timestamp>,
    /// Whether it is what stands now.
    pub stands: bool,
}

impl From<Choosable> for DecisionChoice {
    fn from(choice: Choosable) -> Self {
        let Choosable { field, value, at, stands } = choice;
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Self { field, value, at, stands }
    }
}

impl From<core::PendingDecision> for PendingDecision {
    fn from(decision: core::PendingDecision) -> Self {
        let core::PendingDecision { id, matter, record, kind, case, field, why, at, choices } = decision;
        let choices = choices.into_iter().map(DecisionChoice::from).collect();
        Self { id, matter, record, kind, case, field, why, at, choices }
    }
}

#[uniffi::export]
impl Companion {
    /// What waits for a person, oldest first: texts and values to choose between that this person may settle, and work of
    /// this phone that did not simply apply. None of it is lost while it waits. Blocks for a file read.
    pub fn pending_decisions(&self) -> Result<Vec<PendingDecision>, AlongsideError> {
        Ok(self.core.pending_decisions()?.into_iter().map(PendingDecision::from).collect())
    }

    /// Settles one of the pending decisions as it was shown; what has arrived since is not settled with it. Blocks for a file
    /// write.
    ///
    /// Fails with `Invalid` when `how` is none of the choices or an empty text, `NotAllowed`, `NotFound`, or `Storage`.
    pub fn resolve_decision(&self, id: &str, how: &Settlement) -> Result<(), AlongsideError> {
        Ok(self.core.resolve_decision(id, how)?)
    }

    /// Declares a signed note or a submitted assessment void, with a reason. It counts nowhere from then on and can still be
    /// read. Blocks for a file write.
    ///
    /// Fails with `Invalid` without a reason, `NotFound`, `NotAllowed` or `Storage`.
    pub fn void_record(&self, id: EntityId, reason: &str) -> Result<(), AlongsideError> {
        Ok(self.core.void_record(id, reason)?)
    }
}
