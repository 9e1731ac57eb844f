//! Whether a question in two versions of an instrument is one question, so that answers to it may be compared.
//! It must not guess: the later version says so, and where both are known, what it says must be true.

use super::definition::{Instrument, Item};
use super::error::InstrumentError;

impl Instrument {
    /// Whether answers to this question may be compared with those given in version `other` of the same instrument: in the
    /// same version always, otherwise where the later one declares it the same that far back.
    pub fn asks_the_same(&self, item: &str, other: &Self) -> bool {
        let (later, earlier) = if self.version < other.version { (other, self) } else { (self, other) };
        let reaches_back = later.find_item(item).is_some_and(|later| later.same_since <= earlier.version);
        reaches_back && earlier.find_item(item).is_some()
    }

    /// Refuses a claim of sameness that the other version, of the same instrument, shows to be wrong.
    pub(super) fn check_same(&self, other: &Self) -> Result<(), InstrumentError> {
        let (later, earlier) = if self.version < other.version { (other, self) } else { (self, other) };
        let claims = later.items.iter().filter(|item| item.same_since <= earlier.version);
        for item in claims {
            if !earlier.find_item(&item.id).is_some_and(|before| item.is_worded_as(before)) {
                return Err(InstrumentError::NotTheSame { item: item.id.clone(), version: other.version });
            }
        }
        Ok(())
    }
}

impl Item {
    fn is_worded_as(&self, other: &Self) -> bool {
        self.prompt == other.prompt
            && self.responses == other.responses
            && self.higher_is == other.higher_is
            && self.about == other.about
    }
}
