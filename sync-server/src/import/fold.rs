//! Answers on their way into their assessments. An assessment stays open while lines of its client go on, and is stored
//! once, whole, since a submitted one can never be added to.

use std::collections::HashMap;

use alongside_core::instrument::{Registry, Response};
use alongside_core::model::kinds::{ANSWER, COMMENT};
use alongside_core::model::{CaseId, EntityId, Fields};
use serde_json::{Value, json};

use super::fault::Fault;
use super::limits::{MAX_ANSWERS, MAX_COMMENT_BYTES};
use super::line::{NewAnswer, NewAssessment};
use super::report::Verdict;

/// An assessment with the answers read so far.
pub(super) struct Sheet {
    pub(super) number: u64,
    pub(super) assessment: NewAssessment,
    pub(super) answers: Vec<(u64, NewAnswer)>,
    bytes: usize,
}

/// What became of an answer.
pub(super) enum Folded {
    /// It waits in its assessment.
    Waiting,
    /// It is settled.
    Settled(Verdict),
    /// Its assessment is not open.
    NotOpen(NewAnswer),
}

/// The open assessments of the client whose lines are being read.
#[derive(Default)]
pub(super) struct Fold {
    case: Option<CaseId>,
    sheets: Vec<Sheet>,
    by_id: HashMap<EntityId, usize>,
    /// Which answer of which assessment has an id.
    answers: HashMap<EntityId, (usize, usize)>,
}

impl Fold {
    /// Turns to the lines of `case`. Answers the assessments that are complete because those of another client are over.
    pub(super) fn turn_to(&mut self, case: CaseId) -> Vec<Sheet> {
        let complete = if self.case == Some(case) { Vec::new() } else { self.close() };
        self.case = Some(case);
        complete
    }

    /// Every open assessment, complete.
    pub(super) fn close(&mut self) -> Vec<Sheet> {
        std::mem::take(self).sheets
    }

    /// Opens an assessment, or says what is to be said of its line at once.
    pub(super) fn begin(&mut self, number: u64, assessment: NewAssessment) -> Option<Verdict> {
        if let Some(open) = self.by_id.get(&assessment.head.id) {
            return Some(again(number, self.sheets[*open].assessment == assessment));
        }
        self.by_id.insert(assessment.head.id, self.sheets.len());
        self.sheets.push(Sheet { number, assessment, answers: Vec::new(), bytes: 0 });
        None
    }

    /// Puts an answer into its assessment.
    pub(super) fn add(&mut self, number: u64, answer: NewAnswer, instruments: &Registry) -> Folded {
        if let Some((sheet, place)) = self.answers.get(&answer.head.id) {
            let same = self.sheets[*sheet].answers[*place].1 == answer;
            return Folded::Settled(again(number, same));
        }
        let Some(&open) = self.by_id.get(&answer.assessment) else { return Folded::NotOpen(answer) };
        let sheet = &mut self.sheets[open];
        if let Err(fault) = sheet.room_for(&answer, instruments) {
            return Folded::Settled(Verdict::Refused(number, fault));
        }
        self.answers.insert(answer.head.id, (open, sheet.answers.len()));
        sheet.bytes += answer.comment.len();
        sheet.answers.push((number, answer));
        Folded::Waiting
    }
}

/// What is to be said of a line whose id was there before.
fn again(number: u64, same: bool) -> Verdict {
    if same { Verdict::AlreadyThere } else { Verdict::Refused(number, Fault::DuplicateId) }
}

impl Sheet {
    fn room_for(&self, answer: &NewAnswer, instruments: &Registry) -> Result<(), Fault> {
        if self.answers.iter().any(|(_, before)| before.domain == answer.domain) {
            return Err(Fault::AnsweredTwice);
        }
        if self.answers.len() >= MAX_ANSWERS || self.bytes + answer.comment.len() > MAX_COMMENT_BYTES {
            return Err(Fault::TooLarge);
        }
        on_scale(&self.assessment, answer, instruments)
    }

    /// What the assessment says, answers included.
    pub(super) fn fields(&self) -> Fields {
        let NewAssessment { head, instrument, version, draft } = &self.assessment;
        let mut fields = Fields::from([
            ("at".to_owned(), json!(head.at)),
            ("instrument".to_owned(), json!(instrument)),
            ("version".to_owned(), json!(version)),
        ]);
        if *draft {
            fields.insert("case".to_owned(), json!(head.case));
        }
        if !self.answers.is_empty() {
            let order: Vec<&str> = self.answers.iter().map(|(_, answer)| answer.domain.as_str()).collect();
            fields.insert("discussed".to_owned(), json!(order));
        }
        fields.extend(self.answers.iter().flat_map(|(_, answer)| said(answer)));
        fields
    }
}

/// The two fields of an answer. The answer's own id and time stay beside its value.
pub(super) fn said(answer: &NewAnswer) -> [(String, Value); 2] {
    let NewAnswer { head, domain, score, comment, .. } = answer;
    let response = json!({"value": score, "at": head.at, "id": head.id});
    [(format!("{ANSWER}{domain}"), response), (format!("{COMMENT}{domain}"), json!(comment))]
}

/// Whether the score is on its scale: the instrument's if it is known, otherwise the file format's own, from 1 to 5.
fn on_scale(assessment: &NewAssessment, answer: &NewAnswer, instruments: &Registry) -> Result<(), Fault> {
    let out_of_range = Fault::OutOfRange("score");
    match instruments.find(&assessment.instrument, assessment.version) {
        Some(instrument) => {
            instrument.find_item(&answer.domain).ok_or(Fault::UnknownWord("domain"))?;
            instrument.check(&answer.domain, &Response::Value(answer.score)).map_err(|_| out_of_range)
        }
        None if (1..=5).contains(&answer.score) => Ok(()),
        None => Err(out_of_range),
    }
}
