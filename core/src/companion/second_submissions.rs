//! One assessment submitted twice, with other answers (rule 18): both are kept, the second counts nowhere, and whoever has
//! the case says which of them counts. The other one is declared void, and both can still be read.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::assessment_reading::sealed;
use super::assessment_view::{self, AssessmentView};
use super::pending::{Choosable, Matter, PendingDecision, Settlement};
use super::{Companion, CompanionError, Reason};
use crate::model::kinds::Assessment;
use crate::model::{EntityId, Record, State, from_fields};
use crate::store::{RecordRow, record};

/// Why the second one is void when the first counts.
const FIRST_COUNTS: &str = "It was submitted a second time; the first submission counts.";
/// Why the first one is void when the second counts.
const SECOND_COUNTS: &str = "It was submitted again with other answers; the second submission counts.";

/// Two submissions of one draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Submissions {
    /// The one that counts now, when this phone has it.
    first: Option<EntityId>,
    second: EntityId,
}

impl Companion {
    /// What waits to be confirmed, each with what is asked; the ids of the decisions are not made here.
    pub(super) fn second_submissions(&self) -> Result<Vec<(Submissions, PendingDecision)>, CompanionError> {
        let rows = self.store.read(record::list_to_confirm)?;
        let seconds = rows.iter().filter(|row| row.kind == Assessment::ENTRY.name);
        let mut waiting = Vec::new();
        for row in seconds {
            let Some(case) = row.stream.case() else { continue };
            let first = self.sealed_assessments(case)?.into_iter().find(|other| is_first_of(row, other));
            waiting.push(self.ask(first.as_ref(), row)?);
        }
        Ok(waiting)
    }

    fn ask(
        &self,
        first: Option<&RecordRow>,
        second: &RecordRow,
    ) -> Result<(Submissions, PendingDecision), CompanionError> {
        let submissions = Submissions { first: first.map(|row| row.id), second: second.id };
        let views = first.into_iter().chain([second]).map(|row| self.submitted(row));
        let views = views.collect::<Result<Vec<_>, _>>()?;
        let choices = views.iter().map(|view| Choosable {
            field: Assessment::ENTRY.name.to_owned(),
            value: Value::from(differing(view, &views)),
            at: view.submitted_at,
            stands: Some(view.id) == submissions.first,
        });
        let decision = PendingDecision {
            id: String::new(),
            matter: Matter::SubmittedTwice,
            record: second.id,
            kind: Some(second.kind.clone()),
            case: second.stream.case(),
            field: None,
            why: None,
            at: second.seal.as_ref().map(|seal| seal.at).unwrap_or_default(),
            choices: choices.collect(),
        };
        Ok((submissions, decision))
    }

    fn submitted(&self, row: &RecordRow) -> Result<AssessmentView, CompanionError> {
        Ok(assessment_view::view(&self.instruments.known(), &from_fields(&row.fields)?, &sealed(row)?))
    }

    /// Settles which of two submissions counts, by its place among the choices.
    pub(super) fn settle_submissions(
        &self,
        submissions: Submissions,
        how: &Settlement,
    ) -> Result<(), CompanionError> {
        let Submissions { first, second } = submissions;
        match (how, first) {
            (Settlement::Choose(0), Some(_)) => self.write(|writing| writing.void(second, FIRST_COUNTS)),
            (Settlement::Choose(1), Some(first)) => self.write(|writing| {
                writing.confirm(second)?;
                writing.void(first, SECOND_COUNTS)
            }),
            (Settlement::Choose(0), None) => self.write(|writing| writing.confirm(second)),
            _ => Err(CompanionError::invalid("how", Reason::Unknown)),
        }
    }
}

/// Whether `other` is the first submission of the draft that `second` was submitted from: one author's answers to one
/// instrument, begun at one moment.
fn is_first_of(second: &RecordRow, other: &RecordRow) -> bool {
    let same = |field: &str| second.fields.get(field) == other.fields.get(field);
    other.state == State::Sealed
        && other.author == second.author
        && ["instrument", "version", "at"].into_iter().all(same)
}

/// What a submission says where the two differ, a line for each question; that nothing was said there counts too.
fn differing(view: &AssessmentView, both: &[AssessmentView]) -> String {
    let said = |view: &AssessmentView, item: &str| {
        let question = view.questions.iter().find(|question| question.item == item);
        question.map(|question| (question.said.clone(), question.comment.clone()))
    };
    let differs = |item: &str| both.iter().any(|other| said(other, item) != said(view, item));
    let lines = view.questions.iter().filter(|question| both.len() < 2 || differs(&question.item));
    let lines: Vec<String> = lines
        .map(|question| match &question.comment {
            Some(comment) => format!("{}: {} – {comment}", question.prompt, question.said),
            None => format!("{}: {}", question.prompt, question.said),
        })
        .collect();
    lines.join("\n")
}
