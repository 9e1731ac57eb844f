//! Assessments, their questions and what may be answered.

use alongside_core::companion::{
    AnswerOption, AssessmentState, AssessmentSummary, AssessmentView, QuestionView,
};
use alongside_core::instrument::Response;
use alongside_core::model::{CaseId, EntityId, Timestamp};

/// Where an assessment stands.
#[uniffi::remote(Enum)]
pub enum AssessmentState {
    /// Only its author sees it; it may wait for weeks.
    Draft,
    /// Submitted and sealed.
    Submitted,
    /// A second, different submission of one draft, which counts nowhere until a person confirms it.
    NeedsConfirmation,
}

/// One person's response to one question.
#[uniffi::remote(Enum)]
pub enum Response {
    /// A point on a scale, or the code of a choice.
    Value(i64),
    /// The person's own words.
    Text(String),
    /// "Not now": to come back to.
    NotNow,
    /// "I would rather not say": an answer in its own right, not to be asked again.
    PreferNotToSay,
}

/// One thing that may be answered.
#[uniffi::remote(Record)]
pub struct AnswerOption {
    /// Its number or code.
    pub value: i64,
    /// Its label; the number itself when the instrument gives none.
    pub label: String,
}

/// A question with what was said to it.
#[uniffi::remote(Record)]
pub struct QuestionView {
    /// The question's id within its instrument.
    pub item: String,
    /// The question, as its owner words it. Show it as it is.
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

/// An assessment with its questions.
#[uniffi::remote(Record)]
pub struct AssessmentView {
    /// The record.
    pub id: EntityId,
    /// The case it is about.
    pub case: CaseId,
    /// The instrument's id.
    pub instrument: String,
    /// The instrument's version.
    pub version: u32,
    /// The instrument's title; its id when this phone does not have the instrument.
    pub title: String,
    /// What to say before the first question.
    pub introduction: Option<String>,
    /// The line its owner wants shown.
    pub licence: Option<String>,
    /// Where it stands.
    pub state: AssessmentState,
    /// When it was begun.
    pub at: Timestamp,
    /// When it was submitted, once it was.
    pub submitted_at: Option<Timestamp>,
    /// The questions, those talked about first in the order in which they were.
    pub questions: Vec<QuestionView>,
    /// How many questions have an answer.
    pub answered: usize,
    /// How many are left.
    pub left: usize,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// A line in a list of assessments.
#[uniffi::remote(Record)]
pub struct AssessmentSummary {
    /// The record.
    pub id: EntityId,
    /// The instrument's title.
    pub title: String,
    /// Where it stands.
    pub state: AssessmentState,
    /// When it was begun.
    pub at: Timestamp,
    /// When it was submitted, once it was.
    pub submitted_at: Option<Timestamp>,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}
