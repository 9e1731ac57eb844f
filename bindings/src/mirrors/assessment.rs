//! Assessments, their questions and what may be answered.

use alongside_core::companion::{
    AnswerOption, AssessmentCopyView, AssessmentStart, AssessmentState, AssessmentSummary, AssessmentView,
    CopyLine, QuestionView, Received, ReceivedAssessment, ScaleView, ScoreView,
};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::{AssessmentOutcome, Mode};
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
    /// Declared void, with a reason: it can still be read, and counts nowhere.
    Voided,
}

/// What became of an assessment.
#[uniffi::remote(Enum)]
pub enum AssessmentOutcome {
    /// It was held, in part or in full.
    Held,
    /// The client would rather not, and was not pressed.
    Declined,
    /// It was begun and given up; what was said until then stays with its author and goes nowhere.
    Abandoned,
    /// A value of a newer version; never written.
    Unknown,
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

/// An assessment that was begun or gone on with, and what the person who holds it should know first.
#[uniffi::remote(Record)]
pub struct AssessmentStart {
    /// The draft.
    pub assessment: EntityId,
    /// Whether it goes on where it was left, on whichever day that was.
    pub resumed: bool,
    /// The version it is held in.
    pub version: u32,
    /// A newer version that new assessments begin with; this one ends in its own.
    pub newer_version: Option<u32>,
    /// Whether the client has said what matters to them. It comes before any instrument.
    pub what_matters_asked: bool,
    /// The same in plain words for the screen; empty when there is nothing to say. Nothing here forbids going on.
    pub hints: Vec<String>,
}

/// One thing that may be answered.
#[uniffi::remote(Record)]
pub struct AnswerOption {
    /// Its number or code.
    pub value: i64,
    /// Its label; the number itself when the instrument gives none.
    pub label: String,
}

/// A scale of whole numbers.
#[uniffi::remote(Record)]
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

/// A question with what was said to it.
#[uniffi::remote(Record)]
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
    /// The line its owner wants shown, on every page of it.
    pub licence: Option<String>,
    /// How its owner asks to be cited.
    pub citation: Option<String>,
    /// Whether its questions are asked as published; otherwise the client begins where they like.
    pub fixed_order: bool,
    /// Where it stands.
    pub state: AssessmentState,
    /// What became of it.
    pub outcome: AssessmentOutcome,
    /// Why it was declined or given up, when somebody said.
    pub why: Option<String>,
    /// When it was begun.
    pub at: Timestamp,
    /// When it was submitted, once it was.
    pub submitted_at: Option<Timestamp>,
    /// How the two met for it.
    pub mode: Option<Mode>,
    /// The contact it was part of.
    pub contact: Option<EntityId>,
    /// The first question that was answered: where the client began.
    pub first_answered_item: Option<String>,
    /// The questions, those talked about first in the order in which they were. Without the instrument, what was stored.
    pub questions: Vec<QuestionView>,
    /// The scores, for an instrument whose owner defines any.
    pub scores: Vec<ScoreView>,
    /// How many questions have an answer.
    pub answered: usize,
    /// How many are left.
    pub left: usize,
    /// Whether every required question that was asked is settled.
    pub complete: bool,
    /// Why it was declared void, when it was: it counts nowhere, and what was submitted can still be read. Show that first.
    pub void_because: Option<String>,
    /// Whether the client has a copy: given there and then, or shared since.
    pub client_has_copy: bool,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// One score as a screen shows it.
#[uniffi::remote(Record)]
pub struct ScoreView {
    /// The score's id within its instrument.
    pub score: String,
    /// What it measures.
    pub name: String,
    /// The score in words, or why there is none.
    pub said: String,
    /// Its band in words.
    pub band: Option<String>,
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
    /// What became of it.
    pub outcome: AssessmentOutcome,
    /// When it was begun.
    pub at: Timestamp,
    /// When it was submitted, once it was.
    pub submitted_at: Option<Timestamp>,
    /// Why it was declared void, when it was.
    pub void_because: Option<String>,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A copy as the client reads it.
#[uniffi::remote(Record)]
pub struct AssessmentCopyView {
    /// The record.
    pub id: EntityId,
    /// The assessment it is a copy of.
    pub assessment: EntityId,
    /// The instrument's title.
    pub title: String,
    /// When the conversation was begun.
    pub at: Timestamp,
    /// The line the instrument's owner wants shown.
    pub licence: Option<String>,
    /// What was asked and said, in the order in which it was talked about.
    pub lines: Vec<CopyLine>,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// One question of a copy.
#[uniffi::remote(Record)]
pub struct CopyLine {
    /// The question.
    pub asked: String,
    /// What was said, in words; with what was said beside it.
    pub said: String,
}

/// A part of the list of what was received.
#[uniffi::remote(Record)]
pub struct Received {
    /// Those received last first.
    pub assessments: Vec<ReceivedAssessment>,
    /// Whether there are older ones: ask for those after the last of these.
    pub has_older: bool,
}

/// One assessment that was received.
#[uniffi::remote(Record)]
pub struct ReceivedAssessment {
    /// The record.
    pub id: EntityId,
    /// The case it is about.
    pub case: CaseId,
    /// The client's name; nothing while the phone of whoever submitted it has not said.
    pub client: Option<String>,
    /// The instrument's title; its id when this phone does not have the instrument.
    pub title: String,
    /// Who submitted it.
    pub author: String,
    /// Sealed, waiting for a person to confirm a second submission, or void.
    pub state: AssessmentState,
    /// Why it was declared void.
    pub void_because: Option<String>,
    /// What became of it.
    pub outcome: AssessmentOutcome,
    /// When it was begun, by the phone it was held on. Long before it was received when that phone had no signal.
    pub begun_at: Timestamp,
    /// When the service received it.
    pub received_at: Timestamp,
}
