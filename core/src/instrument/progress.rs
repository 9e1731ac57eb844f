//! How far a conversation has come: what was answered, what is left, and in which order to go on.
//! It must not know when the conversation happens, nor push anybody to finish it.

use super::answer::Standing;
use super::definition::{Instrument, Item, Order};
use super::response::Answers;

/// How far somebody has come with an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// How many questions have an answer.
    pub answered: usize,
    /// How many they would rather not answer. These are settled and not asked again.
    pub declined: usize,
    /// The questions left, in published order: never asked, put off, or holding something that does not fit. A question
    /// about something that was not named is not among them.
    pub left: Vec<String>,
    /// Whether every required question that was asked is settled.
    pub complete: bool,
}

impl Instrument {
    /// How far these answers go.
    pub fn progress(&self, answers: &Answers) -> Progress {
        let asked = || self.items.iter().filter(|item| self.is_asked(item, answers));
        let left = || asked().filter(|item| item.is_left(answers));
        Progress {
            answered: asked().filter(|item| item.is_answered(answers)).count(),
            declined: asked().filter(|item| matches!(item.standing(answers), Standing::Declined)).count(),
            left: left().map(|item| item.id.clone()).collect(),
            complete: !left().any(|item| item.required),
        }
    }

    /// All questions in the order to talk about them. Where the order is free, those in `chosen` come first, as
    /// chosen, and the others follow as published; where it is fixed, `chosen` changes nothing. Unknown and repeated
    /// ids are passed over.
    pub fn order_of_discussion(&self, chosen: &[String]) -> Vec<String> {
        let chosen = if self.order == Order::Free { chosen } else { &[] };
        let mut order: Vec<String> = Vec::with_capacity(self.items.len());
        let known = chosen.iter().filter(|id| self.find_item(id).is_some());
        for id in known.chain(self.items.iter().map(|item| &item.id)) {
            if !order.contains(id) {
                order.push(id.clone());
            }
        }
        order
    }

    /// Whether a question is asked now: one about something is asked once that something has been named.
    pub fn is_asked(&self, item: &Item, answers: &Answers) -> bool {
        let Some(about) = &item.about else { return true };
        self.find_item(about).is_some_and(|topic| topic.words(answers).is_some())
    }
}

impl Item {
    fn is_left(&self, answers: &Answers) -> bool {
        matches!(self.standing(answers), Standing::Unanswered | Standing::NotNow | Standing::Unreadable)
    }
}
