//! Each question's answer, as a person reads it: in words, with its band where there is one.
//! It must not combine questions: that is `scoring.rs`, and only where the instrument's owner says how.

use std::fmt;

use super::answer::Standing;
use super::band::{Band, BandResult, find_band};
use super::definition::{Instrument, Item};
use super::direction::HigherIs;
use super::response::{Answers, Response};
use super::response_set::{ResponseSet, Scale};

/// One question with its answer. `Debug` shows the question alone.
#[derive(Clone, PartialEq, Eq)]
pub struct ItemResult {
    /// The question's id.
    pub item: String,
    /// The question; with the person's own words behind it, where it is about something they named.
    pub prompt: String,
    /// The number answered; none when there is none, or when the answer is a category and not a number. Never nought
    /// for a question that was not answered.
    pub value: Option<i64>,
    /// The answer in words: a label, "7 out of 10", their own words, "not now", "preferred not to say", "not answered".
    pub said: String,
    /// The band the number falls in, for a question with bands.
    pub band: Option<BandResult>,
    /// What a higher number means. Neutral where answers are not numbers: there is nothing to be higher.
    pub higher_is: HigherIs,
}

impl Instrument {
    /// One result for each question, answered or not, in published order. Answers to other questions are passed over.
    pub fn results(&self, answers: &Answers) -> Vec<ItemResult> {
        self.items.iter().map(|item| self.result(item, answers)).collect()
    }

    fn result(&self, item: &Item, answers: &Answers) -> ItemResult {
        let value = item.number(answers);
        let band = value.and_then(|number| item.band(number));
        ItemResult {
            item: item.id.clone(),
            prompt: self.prompt(item, answers),
            value,
            said: item.said(answers),
            band: band.map(|band| band.result(&item.name, item.higher_is)),
            higher_is: item.responses.number_bounds().map_or(HigherIs::Neutral, |_| item.higher_is),
        }
    }

    fn prompt(&self, item: &Item, answers: &Answers) -> String {
        let topic = item.about.as_ref().and_then(|about| self.find_item(about)?.words(answers));
        topic.map_or_else(|| item.prompt.clone(), |topic| format!("{} – “{topic}”", item.prompt))
    }
}

impl Item {
    /// The band of a number, for a question with bands.
    pub(super) fn band(&self, number: i64) -> Option<&Band> {
        find_band(&self.bands, number.into())
    }

    /// The answer to this question in words.
    pub(super) fn said(&self, answers: &Answers) -> String {
        match self.standing(answers) {
            Standing::Answered(response) => say(&self.responses, response),
            Standing::Declined => "preferred not to say".to_owned(),
            Standing::NotNow => "not now".to_owned(),
            Standing::Unanswered => "not answered".to_owned(),
            Standing::Unreadable => "an answer that does not fit this question".to_owned(),
        }
    }
}

fn say(responses: &ResponseSet, response: &Response) -> String {
    match (responses, response) {
        (_, Response::Text(text)) => text.clone(),
        (ResponseSet::Scale(Scale { min: 0, max, .. }), Response::Value(value)) => {
            format!("{value} out of {max}")
        }
        (ResponseSet::Scale(Scale { min, max, .. }), Response::Value(value)) => {
            format!("{value} on a scale from {min} to {max}")
        }
        (ResponseSet::Choices(choices), Response::Value(code)) => {
            choices.find_label(*code).unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

impl fmt::Debug for ItemResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemResult").field("item", &self.item).finish_non_exhaustive()
    }
}
