//! What people wrote in a world: every text has a word in it that occurs nowhere else, so that it can be found wherever it
//! went, and missed where it should be.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::{EntityId, StreamRef};

/// The number in a word of its own.
pub(super) type Mark = u32;

/// A text somebody saved.
#[derive(Clone, Debug)]
pub(super) struct Saved {
    /// The phone it was written on.
    pub(super) phone: usize,
    /// Who wrote it: a place among the world's people.
    pub(super) person: usize,
    /// The record.
    pub(super) record: EntityId,
    /// The kind of the record.
    pub(super) kind: &'static str,
    /// The field.
    pub(super) field: String,
    /// The streams in which it may be read.
    pub(super) streams: BTreeSet<StreamRef>,
    /// The text the writer saw in its place and replaced.
    pub(super) replaces: Option<Mark>,
    /// Why it need not be anywhere: the save was not confirmed, or the phone's disk was lost before it could sync.
    pub(super) excused: Option<&'static str>,
}

/// All texts of a world.
#[derive(Default)]
pub(super) struct Ledger {
    texts: BTreeMap<Mark, Saved>,
    last: Mark,
}

impl Ledger {
    /// A word that occurs nowhere else.
    pub(super) fn mint(&mut self) -> (Mark, String) {
        self.last += 1;
        (self.last, format!("w{:06}q", self.last))
    }

    /// Notes that a text was saved.
    pub(super) fn note(&mut self, mark: Mark, saved: Saved) {
        self.texts.insert(mark, saved);
    }

    /// The text with this mark.
    pub(super) fn find(&self, mark: Mark) -> Option<&Saved> {
        self.texts.get(&mark)
    }

    /// Lets every text of a draft be read in another stream too, since it was signed into it.
    pub(super) fn publish(&mut self, draft: EntityId, to: StreamRef) {
        for saved in self.texts.values_mut().filter(|saved| saved.record == draft) {
            saved.streams.insert(to);
        }
    }

    /// All texts, oldest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Mark, &Saved)> {
        self.texts.iter().map(|(mark, saved)| (*mark, saved))
    }
}

/// The marks in some bytes, in order.
pub(super) fn marks(bytes: &[u8]) -> Vec<Mark> {
    let mut found = Vec::new();
    for (start, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'w') {
        let Some(word) = bytes.get(start + 1..start + 8) else { break };
        if word[6] == b'q' && word[..6].iter().all(u8::is_ascii_digit) {
            found.push(word[..6].iter().fold(0, |number, digit| number * 10 + Mark::from(digit - b'0')));
        }
    }
    found
}

/// The first mark in a text.
pub(super) fn mark_of(text: &str) -> Option<Mark> {
    marks(text.as_bytes()).first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found_in_whatever_it_stands_in() {
        let mut ledger = Ledger::default();
        let (one, word) = ledger.mint();
        let (two, other) = ledger.mint();
        let text = format!("{{\"body\":\"wow {word} now\",\"sib\":[\"{other}\"]}}");
        assert_eq!(marks(text.as_bytes()), [one, two]);
        assert!(marks(b"w00001q w0000001q window w00000").is_empty());
    }
}
