//! What people wrote in a world: every text has a word in it that occurs nowhere else, so that it can be found wherever it
//! went, and missed where it should be.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::model::{CaseId, EntityId, StreamRef};

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
    /// The case it is about; none for what names none, which nobody could find by it.
    pub(super) case: Option<CaseId>,
    /// The text the writer saw in its place and replaced.
    pub(super) replaces: Option<Mark>,
    /// Which save in the world it was, from 1.
    pub(super) place: u32,
    /// Why it need not be anywhere: the save was not confirmed, or the phone's disk was lost before it could sync.
    pub(super) excused: Option<&'static str>,
}

/// All texts of a world.
#[derive(Default)]
pub(super) struct Ledger {
    texts: BTreeMap<Mark, Saved>,
    about: BTreeMap<EntityId, CaseId>,
    last: Mark,
    saves: u32,
}

impl Ledger {
    /// A word that occurs nowhere else.
    pub(super) fn mint(&mut self) -> (Mark, String) {
        self.last += 1;
        (self.last, format!("w{:06}q", self.last))
    }

    /// How many saves there were.
    pub(super) fn saves(&self) -> u32 {
        self.saves
    }

    /// Notes that a text was saved. One form may be saved twice, on a phone and on a copy of it.
    pub(super) fn note(&mut self, mark: Mark, saved: Saved) {
        self.saves += 1;
        let saved = Saved { place: self.saves, ..saved };
        let before = self.texts.remove(&mark);
        let before = before.filter(|before| before.record == saved.record);
        let saved = match before {
            // Saved on a copy of the phone before, and not on this one: it is where it was.
            Some(before) if before.excused.is_none() && saved.excused.is_some() => before,
            Some(before) => Saved {
                streams: before.streams.union(&saved.streams).copied().collect(),
                excused: before.excused.and(saved.excused),
                // One that was not confirmed may not have been made: a backup since then need not hold it.
                place: if before.excused.is_none() { before.place } else { saved.place },
                ..saved
            },
            None => saved,
        };
        self.texts.insert(mark, saved);
    }

    /// Notes which case a draft is about: its stream does not say it.
    pub(super) fn note_case(&mut self, draft: EntityId, case: CaseId) {
        self.about.insert(draft, case);
    }

    /// The case of a record in a stream.
    pub(super) fn case_of(&self, record: EntityId, stream: StreamRef) -> Option<CaseId> {
        stream.case().or_else(|| self.about.get(&record).copied())
    }

    /// The texts that were saved on a phone, with their places.
    pub(super) fn of_phone(&self, phone: usize) -> impl Iterator<Item = (Mark, u32)> {
        let theirs = self.texts.iter().filter(move |(_, saved)| saved.phone == phone);
        theirs.map(|(mark, saved)| (*mark, saved.place))
    }

    /// Lets texts be missing, and says why.
    pub(super) fn excuse(&mut self, these: &[Mark], why: &'static str) {
        for mark in these {
            if let Some(saved) = self.texts.get_mut(mark) {
                saved.excused = Some(why);
            }
        }
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
    fn a_save_that_was_not_confirmed_does_not_make_the_one_that_was_older() {
        let saved = |excused| Saved {
            phone: 0,
            person: 0,
            record: EntityId(uuid::Uuid::nil()),
            kind: "visit_note",
            field: "body".to_owned(),
            streams: BTreeSet::new(),
            case: None,
            replaces: None,
            place: 0,
            excused,
        };
        let mut ledger = Ledger::default();
        ledger.note(1, saved(Some("the save was not confirmed")));
        ledger.note(1, saved(None));
        assert_eq!(ledger.find(1).map(|saved| (saved.place, saved.excused)), Some((2, None)));
        ledger.note(1, saved(None));
        assert_eq!(ledger.find(1).map(|saved| saved.place), Some(2), "on a copy of the phone, say");
        ledger.note(1, Saved { phone: 7, ..saved(Some("the disk was full")) });
        assert_eq!(ledger.find(1).map(|saved| saved.phone), Some(0), "nothing was saved on the other");
    }

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
