//! The questions of an assessment as a screen shows them.

use serde_json::Value;

use crate::instrument::{Answers, Instrument, Item, ItemResult, Response, ResponseSet, Scale};
use crate::model::kinds::{ANSWER, Assessment, COMMENT};
use crate::model::{Timestamp, sort_by_key};

/// A scale with more points than this is shown as a line and not as buttons.
const MOST_OPTIONS: i64 = 101;

/// A question with what was said to it.
#[derive(Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// The question's id within its instrument.
    pub item: String,
    /// What it asks about, as in the middle of a sentence.
    pub name: String,
    /// The question, as its owner words it.
    pub prompt: String,
    /// What helps to understand it.
    pub help: Option<String>,
    /// What may be answered; empty when the answer is in the person's own words, or a point on a long scale.
    pub options: Vec<AnswerOption>,
    /// The scale, when it is answered on one.
    pub scale: Option<ScaleView>,
    /// The most characters of an answer in own words.
    pub most_characters: Option<usize>,
    /// Whether the instrument is incomplete without it.
    pub required: bool,
    /// Whether it is asked now: a question about something that was not named is not.
    pub asked: bool,
    /// Whether "not now" may be chosen.
    pub allow_not_now: bool,
    /// Whether "I would rather not say" may be chosen.
    pub allow_prefer_not_to_say: bool,
    /// How a comment beside the answer is asked for; no comment is offered without it.
    pub comment_prompt: Option<String>,
    /// The answer's number or code; nothing when there is none, which is never nought.
    pub value: Option<i64>,
    /// The answer in words.
    pub said: String,
    /// When it was answered last.
    pub answered_at: Option<Timestamp>,
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

/// A scale of whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleView {
    /// The lowest point.
    pub min: i64,
    /// The highest point.
    pub max: i64,
    /// What the lowest point means.
    pub min_label: String,
    /// What the highest point means.
    pub max_label: String,
}

/// All questions in the order in which to talk about them.
pub(super) fn questions(
    instrument: &Instrument,
    answers: &Answers,
    assessment: &Assessment,
) -> Vec<QuestionView> {
    let results = instrument.results(answers);
    let order = instrument.order_of_discussion(&assessment.discussed);
    let view = |id: &String| {
        let item = instrument.find_item(id)?;
        let result = results.iter().find(|result| result.item == *id)?;
        let asked = instrument.is_asked(item, answers);
        Some(QuestionView { asked, ..question(item, result, assessment) })
    };
    order.iter().filter_map(view).collect()
}

fn question(item: &Item, result: &ItemResult, assessment: &Assessment) -> QuestionView {
    QuestionView {
        item: item.id.clone(),
        name: item.name.clone(),
        prompt: result.prompt.clone(),
        help: item.help.clone(),
        options: options(item),
        scale: scale(item),
        most_characters: match &item.responses {
            ResponseSet::OwnWords(words) => Some(words.max_chars),
            _ => None,
        },
        required: item.required,
        asked: true,
        allow_not_now: item.allow_not_now,
        allow_prefer_not_to_say: item.allow_prefer_not_to_say,
        comment_prompt: item.comment_prompt.clone(),
        value: result.value,
        said: result.said.clone(),
        answered_at: answered_at(assessment, &item.id),
        band: result.band.as_ref().map(|band| band.words.clone()),
        comment: assessment.find_comment(&item.id).map(str::to_owned),
    }
}

/// What was stored, for an instrument this phone does not have: by the questions' ids, in the order in which they were
/// talked about. Nothing a person said disappears because a definition is missing.
pub(super) fn stored_questions(answers: &Answers, assessment: &Assessment) -> Vec<QuestionView> {
    let fields = assessment.said.keys();
    let held = fields.filter_map(|field| field.strip_prefix(ANSWER).or_else(|| field.strip_prefix(COMMENT)));
    let mut items: Vec<&str> = held.collect();
    let place = |item: &str| assessment.discussed.iter().position(|id| id == item).unwrap_or(usize::MAX);
    sort_by_key(&mut items, |item| (place(item), *item));
    items.dedup();
    items.into_iter().map(|item| stored_question(item, answers.get(item), assessment)).collect()
}

fn stored_question(item: &str, response: Option<&Response>, assessment: &Assessment) -> QuestionView {
    let said = match response {
        Some(Response::Value(value)) => value.to_string(),
        Some(Response::Text(text)) => text.clone(),
        Some(Response::NotNow) => "not now".to_owned(),
        Some(Response::PreferNotToSay) => "preferred not to say".to_owned(),
        None => "not answered".to_owned(),
    };
    QuestionView {
        item: item.to_owned(),
        name: item.to_owned(),
        prompt: item.to_owned(),
        help: None,
        options: Vec::new(),
        scale: None,
        most_characters: None,
        required: false,
        asked: true,
        allow_not_now: false,
        allow_prefer_not_to_say: false,
        comment_prompt: None,
        value: None,
        said,
        answered_at: answered_at(assessment, item),
        band: None,
        comment: assessment.find_comment(item).map(str::to_owned),
    }
}

fn answered_at(assessment: &Assessment, item: &str) -> Option<Timestamp> {
    let stored = assessment.said.get(&format!("{ANSWER}{item}"))?;
    stored.get("at").and_then(Value::as_i64).map(Timestamp)
}

/// Only the ends of a scale have words of their own.
fn options(item: &Item) -> Vec<AnswerOption> {
    match &item.responses {
        ResponseSet::Choices(choices) => choices
            .options
            .iter()
            .map(|choice| AnswerOption { value: choice.code, label: choice.label.clone() })
            .collect(),
        ResponseSet::Scale(scale) if scale.max - scale.min < MOST_OPTIONS => {
            (scale.min..=scale.max).map(|value| point(scale, value)).collect()
        }
        ResponseSet::Scale(_) | ResponseSet::OwnWords(_) => Vec::new(),
    }
}

fn scale(item: &Item) -> Option<ScaleView> {
    let ResponseSet::Scale(scale) = &item.responses else { return None };
    let Scale { min, max, min_label, max_label } = scale.clone();
    Some(ScaleView { min, max, min_label, max_label })
}

fn point(scale: &Scale, value: i64) -> AnswerOption {
    let label = match value {
        low if low == scale.min => format!("{value} ({})", scale.min_label),
        high if high == scale.max => format!("{value} ({})", scale.max_label),
        _ => value.to_string(),
    };
    AnswerOption { value, label }
}
