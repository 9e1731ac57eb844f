//! Whether a question in two versions of an instrument is one question, so that answers to it may be compared.
//! It must not guess: the later version says so, and where both are known, what it says must be true.

use super::definition::{Instrument, Item};
use super::error::InstrumentError;

impl Instrument {
    /// This version's question, if its answers may be compared with those given in version `other`.
    pub(super) fn comparable_item(&self, item: &str, other: &Self) -> Option<&Item> {
        let (later, earlier) = if self.version < other.version { (other, self) } else { (self, other) };
        let reaches_back = |later: &Item| later.same_since <= earlier.version;
        later.find_item(item).filter(|item| reaches_back(item))?;
        earlier.find_item(item)?;
        self.find_item(item)
    }

    /// Refuses a claim of sameness that the other version, of the same instrument, shows to be wrong.
    pub(super) fn check_same(&self, other: &Self) -> Result<(), InstrumentError> {
        let (later, earlier) = if self.version < other.version { (other, self) } else { (self, other) };
        let claims = later.items.iter().filter(|item| item.same_since <= earlier.version);
        for item in claims {
            if !earlier.find_item(&item.id).is_some_and(|before| item.asks_the_same(before)) {
                return Err(InstrumentError::NotTheSame { item: item.id.clone(), version: other.version });
            }
        }
        Ok(())
    }
}

impl Item {
    fn asks_the_same(&self, other: &Self) -> bool {
        self.prompt == other.prompt
            && self.responses == other.responses
            && self.higher_is == other.higher_is
            && self.about == other.about
    }
}
