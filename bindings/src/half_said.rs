//! Words that somebody has begun to type in a form and not said yet.

use alongside_core::companion::{Saying, Typed};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Keeps words that are being typed: hand over the whole text at each keystroke. What it gives says whether they are on the disk
    /// by now. They stay on this phone alone, and end by themselves when the same words are said. Blocks for a file write now and
    /// then.
    ///
    /// Fails with `Invalid` when they are too long.
    pub fn type_words(&self, saying: &Saying, words: &str) -> Result<Typed, AlongsideError> {
        Ok(self.core.type_words(saying, words)?)
    }

    /// Puts words that are being typed on the disk as they are now, as when their screen is left; without any there are none any
    /// more. Blocks for a file write.
    ///
    /// Fails with `Invalid` when they are too long.
    pub fn keep_words(&self, saying: &Saying, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.keep_words(saying, words)?)
    }

    /// The words that were begun and not said; nothing when there are none. Blocks for a file read.
    pub fn begun_words(&self, saying: &Saying) -> Result<Option<String>, AlongsideError> {
        Ok(self.core.begun_words(saying)?)
    }
}
