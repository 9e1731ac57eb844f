//! Whether a response fits its question, and how one question stands among somebody's answers.
//! It must not know what the answer says about the person; errors never contain it.

use thiserror::Error;

use super::definition::{Instrument, Item};
use super::response::{Answers, Response};
use super::response_set::{OwnWords, ResponseSet};

/// Why a response does not fit its question.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// The instrument has no such question.
    #[error("there is no such question in this instrument")]
    UnknownItem,
    /// A number outside the scale.
    #[error("the answer is not from {min} to {max}")]
    OutOfScale {
        /// The lowest point of the scale.
        min: i64,
        /// The highest point of the scale.
        max: i64,
    },
    /// A code that is not among the choices.
    #[error("the answer is not one of the choices")]
    NotAChoice,
    /// Words where a number or choice is asked for.
    #[error("the question asks for a number or a choice, not for words")]
    NotWords,
    /// A number where words are asked for.
    #[error("the question asks for words")]
    NeedsWords,
    /// Words that say nothing.
    #[error("the answer is empty")]
    Blank,
    /// More words than there is room for.
    #[error("the answer is longer than {limit} characters")]
    TooLong {
        /// The most characters there is room for.
        limit: usize,
    },
    /// "Not now" is not offered for this question.
    #[error("the question cannot be put off")]
    NotNowNotOffered,
    /// "I would rather not say" is not offered for this question.
    #[error("the question does not offer to keep the answer back")]
    PreferNotToSayNotOffered,
}

/// How one question stands among somebody's answers.
pub(super) enum Standing<'a> {
    /// A response that fits: a value or words.
    Answered(&'a Response),
    /// They would rather not say.
    Declined,
    /// To come back to.
    NotNow,
    /// Never answered.
    Unanswered,
    /// Something is stored that does not fit the question. It is shown as such, and counts as missing.
    Unreadable,
}

impl Instrument {
    /// Whether this response may be given to this question.
    ///
    /// # Errors
    /// Why it may not; without the response in it.
    pub fn check(&self, item: &str, response: &Response) -> Result<(), AnswerError> {
        self.find_item(item).ok_or(AnswerError::UnknownItem)?.check(response)
    }
}

impl Item {
    /// Whether this response may be given to this question.
    ///
    /// # Errors
    /// Why it may not; without the response in it.
    pub fn check(&self, response: &Response) -> Result<(), AnswerError> {
        match response {
            Response::NotNow if self.allow_not_now => Ok(()),
            Response::NotNow => Err(AnswerError::NotNowNotOffered),
            Response::PreferNotToSay if self.allow_prefer_not_to_say => Ok(()),
            Response::PreferNotToSay => Err(AnswerError::PreferNotToSayNotOffered),
            Response::Value(value) => check_value(&self.responses, *value),
            Response::Text(text) => check_text(&self.responses, text),
        }
    }

    /// How this question stands. "Not now" and "rather not say" stand even where they are no longer offered.
    pub(super) fn standing<'a>(&self, answers: &'a Answers) -> Standing<'a> {
        match answers.get(&self.id) {
            None => Standing::Unanswered,
            Some(Response::NotNow) => Standing::NotNow,
            Some(Response::PreferNotToSay) => Standing::Declined,
            Some(response) if self.check(response).is_ok() => Standing::Answered(response),
            Some(_) => Standing::Unreadable,
        }
    }

    /// Whether there is an answer that fits.
    pub(super) fn is_answered(&self, answers: &Answers) -> bool {
        matches!(self.standing(answers), Standing::Answered(_))
    }

    /// The number answered, if this question has numbers and one was answered that fits it.
    pub(super) fn number(&self, answers: &Answers) -> Option<i64> {
        self.responses.number_bounds()?;
        self.code(answers)
    }

    /// The point or code answered, be it a number to show or not.
    pub(super) fn code(&self, answers: &Answers) -> Option<i64> {
        match self.standing(answers) {
            Standing::Answered(Response::Value(value)) => Some(*value),
            _ => None,
        }
    }

    /// The words answered.
    pub(super) fn words<'a>(&self, answers: &'a Answers) -> Option<&'a str> {
        match self.standing(answers) {
            Standing::Answered(Response::Text(text)) => Some(text),
            _ => None,
        }
    }
}

fn check_value(responses: &ResponseSet, value: i64) -> Result<(), AnswerError> {
    match responses {
        ResponseSet::Scale(scale) if (scale.min..=scale.max).contains(&value) => Ok(()),
        ResponseSet::Scale(scale) => Err(AnswerError::OutOfScale { min: scale.min, max: scale.max }),
        ResponseSet::Choices(choices) if choices.find_label(value).is_some() => Ok(()),
        ResponseSet::Choices(_) => Err(AnswerError::NotAChoice),
        ResponseSet::OwnWords(_) => Err(AnswerError::NeedsWords),
    }
}

fn check_text(responses: &ResponseSet, text: &str) -> Result<(), AnswerError> {
    match responses {
        ResponseSet::Scale(_) | ResponseSet::Choices(_) => Err(AnswerError::NotWords),
        ResponseSet::OwnWords(_) if text.trim().is_empty() => Err(AnswerError::Blank),
        ResponseSet::OwnWords(OwnWords { max_chars }) if text.chars().count() > *max_chars => {
            Err(AnswerError::TooLong { limit: *max_chars })
        }
        ResponseSet::OwnWords(_) => Ok(()),
    }
}
