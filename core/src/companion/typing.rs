//! When typed text goes to the disk: at every twentieth character, and at the latest a second after the last save.
//!
//! The screen hands over every keystroke; this decides which of them are worth a durable write, so that a phone that dies
//! loses at most a second or twenty characters.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::model::EntityId;

const CHARACTERS: usize = 20;
const MS: u64 = 1_000;

/// What became of typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// It is on the disk.
    Saved,
    /// It is not on the disk yet: hand the text over again after this many milliseconds if nobody typed on.
    SaveWithin(u64),
}

/// What of each field was last saved, and when.
#[derive(Debug, Default)]
pub(super) struct Typing(Mutex<HashMap<(EntityId, String), (String, u64)>>);

impl Typing {
    /// Whether `text` should be saved now.
    pub(super) fn decide(&self, form: EntityId, field: &str, text: &str, elapsed_ms: u64) -> Typed {
        let saved = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match saved.get(&(form, field.to_owned())) {
            Some((before, at)) => due(before, text, elapsed_ms.saturating_sub(*at)),
            None => Typed::Saved,
        }
    }

    /// Notes that `text` is on the disk.
    pub(super) fn saved(&self, form: EntityId, field: &str, text: &str, elapsed_ms: u64) {
        let mut saved = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        saved.insert((form, field.to_owned()), (text.to_owned(), elapsed_ms));
    }

    /// Forgets a form that was saved or closed.
    pub(super) fn forget(&self, form: EntityId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(of, _), _| *of != form);
    }
}

fn due(saved: &str, text: &str, since_ms: u64) -> Typed {
    if since_ms >= MS || changed(saved, text) >= CHARACTERS {
        Typed::Saved
    } else {
        Typed::SaveWithin(MS - since_ms)
    }
}

/// How many characters differ, counted as what was taken out or put in between a common beginning and end.
fn changed(before: &str, after: &str) -> usize {
    let (before, after): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let start = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let most = before.len().min(after.len()) - start;
    let ends = before.iter().rev().zip(after.iter().rev()).take(most);
    let end = ends.take_while(|(one, other)| one == other).count();
    (before.len() - start - end).max(after.len() - start - end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_counts_as_changed() {
        for (before, after, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "abxc", 1),
            ("abcd", "ad", 2),
            ("aaa", "aaaa", 1),
            ("é", "e", 1),
        ] {
            assert_eq!(changed(before, after), expected, "{before} {after}");
        }
    }

    proptest! {
        /// A phone that dies at any moment has lost at most a second or twenty characters.
        #[test]
        fn nothing_older_than_a_second_or_longer_than_twenty_characters_is_unsaved(
            strokes in proptest::collection::vec((1usize..6, 1u64..400), 1..200)
        ) {
            let (form, typing) = (EntityId(uuid::Uuid::nil()), Typing::default());
            let (mut text, mut disk, mut now, mut saved_at) = (String::new(), String::new(), 0, 0);
            for (characters, pause) in strokes {
                let deadline = saved_at + MS;
                if text != disk && now + pause >= deadline {
                    // The timer the screen set fires before the next keystroke.
                    typing.saved(form, "body", &text, deadline);
                    (disk, saved_at) = (text.clone(), deadline);
                }
                now += pause;
                text.push_str(&"x".repeat(characters));
                if typing.decide(form, "body", &text, now) == Typed::Saved {
                    typing.saved(form, "body", &text, now);
                    (disk, saved_at) = (text.clone(), now);
                }
                prop_assert!(text.len() - disk.len() < CHARACTERS);
                prop_assert!(text == disk || now - saved_at < MS);
            }
        }
    }
}
