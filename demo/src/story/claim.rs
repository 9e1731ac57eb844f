//! Saying what should hold, and ending the story when it does not.

use crate::error::DemoError;

/// Goes on when `holds`.
pub(super) fn claim(holds: bool, words: &str) -> Result<(), DemoError> {
    if holds { Ok(()) } else { Err(DemoError::Claim(words.to_owned())) }
}
