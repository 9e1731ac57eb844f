//! The questions of an assessment as a screen shows them.

use crate::instrument::{Answers, Instrument, Item, ResponseSet, Scale};

/// A question with what was said to it.
#[derive(Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// The question's id within its instrument.
    pub item: String,
    /// The question, as its owner words it.
    pub prompt: String,
    /// What helps to understand it.
    pub help: Option<String>,
    /// What may be answered; empty when the answer is in the person's own words.
    pub options: Vec<AnswerOption>,
    /// Whether "not now" may be chosen.
    pub allow_not_now: bool,
    /// Whether "I would rather not say" may be chosen.
    pub allow_prefer_not_to_say: bool,
    /// The answer's number or code; nothing when there is none, which is never nought.
    pub value: Option<i64>,
    /// The answer in words.
    pub said: String,
    /// The band of the answer, in words.
    pub band: Option<String>,
    /// What was said beside it.
    pub comment: Option<String>,
}

/// One thing that may be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption {
    /// Its number or code.
    pub value: i64,
    /// Its label; the number itself when the instrument gives none.
    pub label: String,
}

/// All questions in the order in which to talk about them.
pub(super) fn questions(
    instrument: &Instrument,
    answers: &Answers,
    discussed: &[String],
    comment: &dyn Fn(&str) -> Option<String>,
) -> Vec<QuestionView> {
    let results = instrument.results(answers);
    let order = instrument.order_of_discussion(discussed);
    let view = |id: &String| {
        let item = instrument.find_item(id)?;
        let result = results.iter().find(|result| result.item == *id)?;
        Some(QuestionView {
            item: id.clone(),
            prompt: result.prompt.clone(),
            help: item.help.clone(),
            options: options(item),
            allow_not_now: item.allow_not_now,
            allow_prefer_not_to_say: item.allow_prefer_not_to_say,
            value: result.value,
            said: result.said.clone(),
            band: result.band.as_ref().map(|band| band.words.clone()),
            comment: comment(id),
        })
    };
    order.iter().filter_map(view).collect()
}

/// Only the ends of a scale have words of their own.
fn options(item: &Item) -> Vec<AnswerOption> {
    match &item.responses {
        ResponseSet::Choices(choices) => choices
            .options
            .iter()
            .map(|choice| AnswerOption { value: choice.code, label: choice.label.clone() })
            .collect(),
        ResponseSet::Scale(scale) => (scale.min..=scale.max).map(|value| point(scale, value)).collect(),
        ResponseSet::OwnWords(_) => Vec::new(),
    }
}

fn point(scale: &Scale, value: i64) -> AnswerOption {
    let label = match value {
        low if low == scale.min => format!("{value} ({})", scale.min_label),
        high if high == scale.max => format!("{value} ({})", scale.max_label),
        _ => value.to_string(),
    };
    AnswerOption { value, label }
}
