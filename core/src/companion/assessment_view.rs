//! An assessment as a screen shows it, draft or submitted.

use crate::instrument::{Answers, Registry, Response};
use crate::model::kinds::Assessment;
use crate::model::{CaseId, EntityId, Timestamp};

use super::questions::{QuestionView, questions};

/// Where an assessment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessmentState {
    /// Only its author sees it; it may wait for weeks.
    Draft,
    /// Submitted and sealed.
    Submitted,
    /// A second, different submission of one draft, which counts nowhere until a person confirms it.
    NeedsConfirmation,
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
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// What a view is made from beside the record's fields.
pub(super) struct Standing {
    pub(super) id: EntityId,
    pub(super) case: CaseId,
    pub(super) state: AssessmentState,
    pub(super) submitted_at: Option<Timestamp>,
    pub(super) unsent: bool,
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
    let comment = |item: &str| assessment.find_comment(item).map(str::to_owned);
    let progress = instrument.map(|instrument| instrument.progress(&answers));
    AssessmentView {
        id: standing.id,
        case: standing.case,
        instrument: assessment.instrument.clone(),
        version: assessment.version,
        title: instrument
            .map_or_else(|| assessment.instrument.clone(), |instrument| instrument.title.clone()),
        introduction: instrument.and_then(|instrument| instrument.introduction.clone()),
        licence: instrument.map(|instrument| instrument.licence.text.clone()),
        state: standing.state,
        at: assessment.at,
        submitted_at: standing.submitted_at,
        questions: instrument
            .map(|instrument| questions(instrument, &answers, &assessment.discussed, &comment))
            .unwrap_or_default(),
        answered: progress.as_ref().map_or(answers.len(), |progress| progress.answered),
        left: progress.as_ref().map_or(0, |progress| progress.left.len()),
        unsent: standing.unsent,
    }
}

pub(super) fn summary(
    registry: &Registry,
    assessment: &Assessment,
    standing: &Standing,
) -> AssessmentSummary {
    let instrument = registry.find(&assessment.instrument, assessment.version);
    AssessmentSummary {
        id: standing.id,
        title: instrument
            .map_or_else(|| assessment.instrument.clone(), |instrument| instrument.title.clone()),
        state: standing.state,
        at: assessment.at,
        submitted_at: standing.submitted_at,
        unsent: standing.unsent,
    }
}
