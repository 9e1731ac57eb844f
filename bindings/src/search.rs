//! Finding words in what is on this phone.

use alongside_core::companion::Found;

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Records that hold every word of `words`, best first, or those that came last where there are thousands; at most `limit`.
    /// The last word may be unfinished from its second letter on; accents and case do not matter. Works with no signal; nothing
    /// of it leaves the phone. After news it blocks for a file write, since some hundreds of new records are indexed first; after
    /// a first sync the rest is found once `wait_for_news` was called.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<Found>, AlongsideError> {
        Ok(self.core.search(words, usize::try_from(limit).unwrap_or(usize::MAX))?)
    }
}
