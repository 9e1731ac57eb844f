//! Finding words in what is on this phone.

use alongside_core::companion::Found;

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Records that hold every word of `words`, best first, at most `limit`. The last word may be unfinished; accents and
    /// case do not matter. Works with no signal; nothing of it leaves the phone. Blocks for a file write, since new records
    /// are indexed first.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<Found>, AlongsideError> {
        Ok(self.core.search(words, usize::try_from(limit).unwrap_or(usize::MAX))?)
    }
}
