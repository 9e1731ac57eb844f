//! Whether a phone's files give anything away: none of the caseload's words is in them, and another key opens nothing.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use alongside_core::companion::{Companion, CompanionError, Setup};
use alongside_core::store::{FixedKey, StoreError};
use alongside_core::sync::{HttpTransport, SyncError};

use super::arrival::written;
use super::claim::claim;
use super::visit;
use crate::error::DemoError;
use crate::people::line::Line;
use crate::phone::Phone;

/// A text is looked for by so many bytes of its beginning and of its middle: enough that chance does not write them.
const WINDOW: usize = 16;

/// Pieces of everything people wrote.
#[derive(Debug)]
pub(super) struct Texts(HashSet<[u8; WINDOW]>);

impl Texts {
    /// Those of the caseload and of the visit.
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut texts = Self(HashSet::new());
        for text in lines.iter().flat_map(written) {
            texts.add(text.as_str().unwrap_or_default());
        }
        [visit::NOTE, visit::PROMISE, visit::GOAL, visit::COMMENT]
            .into_iter()
            .for_each(|text| texts.add(text));
        texts
    }

    /// How many different pieces there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    fn add(&mut self, text: &str) {
        let bytes = text.as_bytes();
        self.0.extend(bytes.first_chunk::<WINDOW>());
        self.0.extend(bytes[bytes.len() / 2..].first_chunk::<WINDOW>());
    }

    /// How many places of `bytes` hold one of the pieces.
    fn count_in(&self, bytes: &[u8]) -> usize {
        bytes
            .windows(WINDOW)
            .filter(|window| window.first_chunk().is_some_and(|it| self.0.contains(it)))
            .count()
    }
}

/// Looks through every file of a phone; gives how many bytes that were.
pub(super) fn check(phone: &Phone, texts: &Texts) -> Result<u64, DemoError> {
    claim(texts.count_in(visit::NOTE.as_bytes()) > 0, "the search for texts finds one that is there")?;
    let mut looked_through = 0;
    for entry in fs::read_dir(phone.folder())? {
        let bytes = fs::read(entry?.path())?;
        claim(texts.count_in(&bytes) == 0, "a phone's files hold none of the caseload's text")?;
        looked_through += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    }
    claim(looked_through > 0, "the phone has files")?;
    another_key_opens_nothing(phone.folder())?;
    Ok(looked_through)
}

fn another_key_opens_nothing(folder: &Path) -> Result<(), DemoError> {
    let copy = folder.with_extension("copy");
    fs::create_dir_all(&copy)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        fs::copy(entry.path(), copy.join(entry.file_name()))?;
    }
    let network = HttpTransport::new().map_err(SyncError::from)?;
    let opened =
        Companion::open(Setup::new(&copy, Arc::new(FixedKey::holding([0x5a; 32])), Arc::new(network)));
    let refused = matches!(opened, Err(CompanionError::Store(StoreError::WrongKey)));
    fs::remove_dir_all(&copy)?;
    claim(refused, "a copy of a phone's files does not open with another key")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_wherever_it_stands() {
        let mut texts = Texts(HashSet::new());
        texts.add("the wall behind the wardrobe is damp");
        texts.add("the damp wall");
        assert_eq!(texts.len(), 2, "a text too short to be told from chance is left out");
        assert_eq!(texts.count_in(b"about the wall behind the wardrobe, they say"), 1);
        assert_eq!(texts.count_in(b"so the wardrobe is damp"), 1);
        assert_eq!(texts.count_in(b"the dry wall behind the damp wardrobe"), 0);
    }
}
