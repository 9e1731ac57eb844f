//! The word that a version of an instrument is no longer to be begun: its licence has ended, or its owner says so.
//! It must not know which assessments used it: those stay as they are, and can always be read.

use serde::{Deserialize, Serialize};

use super::error::PackError;

/// A version that is withdrawn for new assessments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The instrument's id.
    pub id: String,
    /// The version that is withdrawn.
    pub version: u32,
    /// Why, in words for link workers.
    pub reason: String,
}

impl Withdrawal {
    pub(super) fn parse(json: &str) -> Result<Self, PackError> {
        let withdrawal: Self =
            serde_json::from_str(json).map_err(|error| PackError::Malformed { reason: error.to_string() })?;
        withdrawal.check()?;
        Ok(withdrawal)
    }

    pub(super) fn check(&self) -> Result<(), PackError> {
        let missing = [
            ("which instrument", self.id.trim().is_empty()),
            ("which version", self.version == 0),
            ("why", self.reason.trim().is_empty()),
        ];
        match missing.into_iter().find(|(_, missing)| *missing) {
            Some((what, _)) => Err(PackError::BadWithdrawal { what }),
            None => Ok(()),
        }
    }
}
