//! What is different, question by question, between two times the same instrument was answered.
//! It must not add or average across questions, and never calls a difference important: the instruments here publish no
//! such threshold for one person.

use std::fmt;

use super::definition::{Instrument, Item};
use super::direction::Direction;
use super::response::Answers;

/// One question at two times. `Debug` shows the question alone.
#[derive(Clone, PartialEq, Eq)]
pub struct ItemChange {
    /// The question's id.
    pub item: String,
    /// What it asks about, as in the middle of a sentence.
    pub name: String,
    /// The number the first time.
    pub before: Option<i64>,
    /// The number the second time.
    pub after: Option<i64>,
    /// `after` less `before`; none unless both times there was a number, about the same thing.
    pub difference: Option<i64>,
    /// Which way it went; none unless both times there was an answer that has an order.
    pub direction: Option<Direction>,
    /// In words: "from 4 out of 10 to 7 out of 10: 3 higher, which is better".
    pub words: String,
}

impl Instrument {
    /// One change for each question, in published order. Both sets of answers must belong to this version.
    pub fn change(&self, before: &Answers, after: &Answers) -> Vec<ItemChange> {
        self.items.iter().map(|item| self.change_of(item, before, after)).collect()
    }

    /// What is different in one question of this version. A question about something that was named is compared only where
    /// the same was named both times.
    pub fn change_of(&self, item: &Item, before: &Answers, after: &Answers) -> ItemChange {
        if self.is_about_same(item, before, after) {
            change(item, before, after)
        } else {
            about_another(item, before, after)
        }
    }

    /// Whether the question was about the same thing both times; so it is when it is about nothing that is named.
    pub(super) fn is_about_same(&self, item: &Item, before: &Answers, after: &Answers) -> bool {
        let Some(topic) = item.about.as_ref().and_then(|about| self.find_item(about)) else { return true };
        let named = |answers| topic.words(answers).map(|words| words.trim().to_lowercase());
        named(before) == named(after)
    }
}

fn about_another(item: &Item, before: &Answers, after: &Answers) -> ItemChange {
    ItemChange {
        item: item.id.clone(),
        name: item.name.clone(),
        before: item.number(before),
        after: item.number(after),
        difference: None,
        direction: None,
        words: format!("{} then and {} now, about different things", item.said(before), item.said(after)),
    }
}

fn change(item: &Item, before: &Answers, after: &Answers) -> ItemChange {
    let numbers = (item.number(before), item.number(after));
    let difference = numbers.0.zip(numbers.1).map(|(before, after)| after - before);
    let codes = item.code(before).zip(item.code(after));
    let direction = codes.map(|(before, after)| item.higher_is.direction(before, after));
    ItemChange {
        item: item.id.clone(),
        name: item.name.clone(),
        before: numbers.0,
        after: numbers.1,
        difference,
        direction,
        words: in_words(&item.said(before), &item.said(after), difference, direction),
    }
}

fn in_words(before: &str, after: &str, difference: Option<i64>, direction: Option<Direction>) -> String {
    if before == after {
        return format!("{after} both times");
    }
    let size =
        difference.map(|by| format!("{} {}", by.unsigned_abs(), if by > 0 { "higher" } else { "lower" }));
    let meaning = match direction {
        Some(judged @ (Direction::Better | Direction::Worse)) => Some(judged.word()),
        _ => None,
    };
    let moved = format!("from {before} to {after}");
    match (size, meaning) {
        (Some(size), Some(meaning)) => format!("{moved}: {size}, which is {meaning}"),
        (Some(only), None) => format!("{moved}: {only}"),
        (None, Some(meaning)) => format!("{moved}: {meaning}"),
        (None, None) => moved,
    }
}

impl fmt::Debug for ItemChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemChange").field("item", &self.item).finish_non_exhaustive()
    }
}
