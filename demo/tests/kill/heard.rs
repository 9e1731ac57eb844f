//! What the killed processes said, and whether it is true.

use std::collections::{BTreeMap, BTreeSet};

use alongside_core::companion::{Companion, NoteState};
use alongside_core::model::{EntityId, published_id};
use alongside_demo::writer::text_of;

/// What autosave may lose of a text somebody is typing.
const MAY_BE_LOST: usize = 20;

/// What the killed processes said.
#[derive(Default)]
pub(crate) struct Heard {
    begun: BTreeSet<EntityId>,
    typed: BTreeMap<EntityId, usize>,
    pub(crate) saved: BTreeSet<EntityId>,
    /// By the sealed record's id, the draft's.
    pub(crate) signed: BTreeMap<EntityId, EntityId>,
}

impl Heard {
    /// Takes in one line; the last one may have been cut off by the kill.
    pub(crate) fn hear(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        let id = |at: usize| words.get(at).and_then(|word| word.parse::<EntityId>().ok());
        let Some(note) = id(1) else { return };
        match (words[0], words.get(2)) {
            ("begun", None) => drop(self.begun.insert(note)),
            ("typed", Some(count)) => drop(self.typed.insert(note, count.parse().unwrap())),
            ("saved", None) => drop(self.saved.insert(note)),
            ("signed", Some(_)) => drop(id(2).map(|sealed| self.signed.insert(sealed, note))),
            _ => panic!("the writer says something else"),
        }
    }

    pub(crate) fn extend(&mut self, more: Self) {
        self.begun.extend(more.begun);
        self.typed.extend(more.typed);
        self.saved.extend(more.saved);
        self.signed.extend(more.signed);
    }

    /// Another phone knows nothing of a note that is still an open form on this one.
    pub(crate) fn without_what_nobody_saved(mut self) -> Self {
        self.begun.clear();
        self.typed.clear();
        self
    }

    /// Everything that was acknowledged is on the phone.
    pub(crate) fn check(&self, phone: &Companion) {
        for note in &self.begun {
            phone.note(*note).expect("a note that was begun is there");
        }
        for (note, typed) in &self.typed {
            let (held, whole) = (phone.note(*note).unwrap().note.body, text_of(*note));
            assert!(whole.starts_with(&held), "a text came back as nobody typed it");
            assert!(held.chars().count() + MAY_BE_LOST >= *typed, "more than 20 characters are missing");
        }
        for note in &self.saved {
            // A draft that was signed meanwhile reaches another phone as the signed note alone.
            let kept = phone.note(*note).or_else(|_| phone.note(published_id(*note, 1)));
            assert_eq!(kept.expect("a saved note is there").note.body, text_of(*note));
        }
        for (sealed, draft) in &self.signed {
            let signed = phone.note(*sealed).expect("a signed note is there");
            assert_eq!((signed.state, signed.note.body), (NoteState::Signed, text_of(*draft)));
        }
    }
}
