//! Changes of this phone that did not simply apply.

use alongside_core::companion::RemarkView;
use alongside_core::model::{EntityId, Fields, Outcome, Timestamp, Why};

use crate::{AlongsideError, Companion};

/// A change that did not simply apply. Nothing written in it is lost.
#[derive(Clone, uniffi::Record)]
pub struct Remark {
    /// The record it was about.
    pub record: EntityId,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub why: Option<Why>,
    /// When it was written.
    pub at: Timestamp,
    /// What was written.
    pub fields: Vec<WrittenField>,
}

/// One field of a record, as it was written.
#[derive(Clone, uniffi::Record)]
pub struct WrittenField {
    /// The field, by its catalogue name.
    pub name: String,
    /// The text itself; anything else as JSON.
    pub value: String,
}

/// Fields by name, for a person to read.
pub(crate) fn written(fields: Fields) -> Vec<WrittenField> {
    let text = |value: &dyn std::fmt::Display| value.to_string();
    fields
        .into_iter()
        .map(|(name, value)| {
            let value = value.as_str().map_or_else(|| text(&value), str::to_owned);
            WrittenField { name, value }
        })
        .collect()
}

impl From<RemarkView> for Remark {
    fn from(remark: RemarkView) -> Self {
        let RemarkView { record, outcome, why, at, fields } = remark;
        Self { record, outcome, why, at, fields: written(fields) }
    }
}

#[uniffi::export]
impl Companion {
    /// Changes of this phone that did not simply apply, newest first. Blocks for a file read.
    pub fn remarks(&self) -> Result<Vec<Remark>, AlongsideError> {
        Ok(self.core.remarks()?.into_iter().map(Remark::from).collect())
    }
}
