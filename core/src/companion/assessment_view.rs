//! An assessment as a screen shows it, draft or submitted.

use crate::instrument::{Answers, Instrument, Order, Registry, Response};
use crate::model::kinds::{Assessment, AssessmentOutcome, Mode};
use crate::model::{CaseId, EntityId, Timestamp};

use super::questions::{QuestionView, questions, stored_questions};

/// Where an assessment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// An assessment with its questions.
#[derive(Clone, PartialEq, Eq)]
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
    /// Why it was declared void, when it was: it counts nowhere, and what was submitted can still be read.
    pub void_because: Option<String>,
    /// Whether the client has a copy: given there and then, or shared since.
    pub client_has_copy: bool,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// One score as a screen shows it.
#[derive(Clone, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// What a view is made from beside the record's fields.
pub(super) struct Standing {
    pub(super) id: EntityId,
    pub(super) case: CaseId,
    pub(super) state: AssessmentState,
    pub(super) submitted_at: Option<Timestamp>,
    pub(super) void_because: Option<String>,
    pub(super) unsent: bool,
    pub(super) shared: bool,
}

/// The stored answers that can be read.
pub(super) fn answers(assessment: &Assessment) -> Answers {
    let stored = assessment.answers();
    stored
        .filter_map(|(item, value)| {
            Some((item.to_owned(), serde_json::from_value::<Response>(value.clone()).ok()?))
        })
        .collect()
}

pub(super) fn view(registry: &Registry, assessment: &Assessment, standing: &Standing) -> AssessmentView {
    let answers = answers(assessment);
    let instrument = registry.find(&assessment.instrument, assessment.version);
    let progress = instrument.map(|instrument| instrument.progress(&answers));
    AssessmentView {
        id: standing.id,
        case: standing.case,
        instrument: assessment.instrument.clone(),
        version: assessment.version,
        title: title(instrument, assessment),
        introduction: instrument.and_then(|instrument| instrument.introduction.clone()),
        licence: instrument.map(|instrument| instrument.licence.text.clone()),
        citation: instrument.and_then(|instrument| instrument.licence.citation.clone()),
        fixed_order: instrument.is_some_and(|instrument| instrument.order == Order::Fixed),
        state: standing.state,
        outcome: assessment.outcome(),
        why: assessment.why.clone(),
        at: assessment.at,
        submitted_at: standing.submitted_at,
        mode: assessment.mode,
        contact: assessment.contact,
        first_answered_item: assessment.first_answered_item.clone(),
        questions: match instrument {
            Some(instrument) => questions(instrument, &answers, assessment),
            None => stored_questions(&answers, assessment),
        },
        scores: instrument.map(|instrument| scores(instrument, &answers)).unwrap_or_default(),
        answered: progress.as_ref().map_or(answers.len(), |progress| progress.answered),
        left: progress.as_ref().map_or(0, |progress| progress.left.len()),
        complete: progress.is_some_and(|progress| progress.complete),
        void_because: standing.void_because.clone(),
        client_has_copy: standing.shared || assessment.client_had_copy == Some(true),
        unsent: standing.unsent,
    }
}

pub(super) fn summary(
    registry: &Registry,
    assessment: &Assessment,
    standing: &Standing,
) -> AssessmentSummary {
    AssessmentSummary {
        id: standing.id,
        title: title(registry.find(&assessment.instrument, assessment.version), assessment),
        state: standing.state,
        outcome: assessment.outcome(),
        at: assessment.at,
        submitted_at: standing.submitted_at,
        void_because: standing.void_because.clone(),
        unsent: standing.unsent,
    }
}

fn title(instrument: Option<&Instrument>, assessment: &Assessment) -> String {
    instrument.map_or_else(|| assessment.instrument.clone(), |instrument| instrument.title.clone())
}

fn scores(instrument: &Instrument, answers: &Answers) -> Vec<ScoreView> {
    let scores = instrument.scores(answers).into_iter();
    scores
        .map(|score| ScoreView {
            score: score.score,
            name: score.name,
            said: score.said,
            band: score.band.map(|band| band.words),
        })
        .collect()
}
