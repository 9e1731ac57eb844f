//! How a client's answers to one instrument have moved, question by question: raw differences of one person's answers on
//! different days, never averaged across questions, never called important.

use super::assessment_view::answers;
use super::{Companion, CompanionError};
use crate::instrument::{Answers, Direction, Instrument, ItemChange, ItemOverTime, Sitting};
use crate::model::kinds::{Assessment, AssessmentOutcome, Mode};
use crate::model::{CaseId, EntityId, State, Timestamp, from_fields, sort_by_key};
use crate::store::RecordRow;

/// What a reader should keep in mind beside any difference.
const NOTE: &str = "One person’s answers on different days. A difference is only what it says.";

/// One instrument over the times one client was asked.
#[derive(Clone, PartialEq, Eq)]
pub struct ChangeOverTime {
    /// The instrument's id.
    pub instrument: String,
    /// Its title; its id when this phone does not have it.
    pub title: String,
    /// The line its owner wants shown.
    pub licence: Option<String>,
    /// What to show beside it.
    pub note: String,
    /// The times it was held, from the earliest.
    pub held: Vec<HeldAssessment>,
    /// Each question of the newest version that was answered.
    pub questions: Vec<QuestionOverTime>,
    /// How many submitted ones are left out: corrected by a later one, waiting for somebody to confirm them, or of a version
    /// this phone does not have.
    pub left_out: usize,
}

/// One time it was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldAssessment {
    /// The submitted assessment.
    pub assessment: EntityId,
    /// The version that was answered.
    pub version: u32,
    /// When it was begun.
    pub at: Timestamp,
    /// How the two met for it.
    pub mode: Option<Mode>,
}

/// One question over time.
#[derive(Clone, PartialEq, Eq)]
pub struct QuestionOverTime {
    /// The question's id.
    pub item: String,
    /// What it asks about, as in the middle of a sentence.
    pub name: String,
    /// The question.
    pub prompt: String,
    /// Which way is up: "for anxiety, higher is worse". Nothing where higher is neither.
    pub notice: Option<String>,
    /// Each time it was asked in words that may be compared, from the earliest.
    pub times: Vec<AnswerAtTime>,
    /// How many answers have a comparable one before them.
    pub pairs: usize,
    /// The latest answer against the one before it.
    pub since_before: Option<Difference>,
    /// The latest answer against the first, when that is another.
    pub since_first: Option<Difference>,
}

/// One answer at one time.
#[derive(Clone, PartialEq, Eq)]
pub struct AnswerAtTime {
    /// The submitted assessment.
    pub assessment: EntityId,
    /// When it was begun.
    pub at: Timestamp,
    /// The number answered; nothing when there is none, which is never nought.
    pub value: Option<i64>,
    /// The answer in words.
    pub said: String,
    /// The plain word of its band.
    pub band: Option<String>,
}

/// A difference between two answers to one question.
#[derive(Clone, PartialEq, Eq)]
pub struct Difference {
    /// The later number less the earlier; nothing when the answers are not numbers.
    pub by: Option<i64>,
    /// Which way it went: "better", "worse", "same", "higher" or "lower".
    pub direction: Option<String>,
    /// In words: "from 4 out of 10 to 7 out of 10: 3 higher, which is better".
    pub words: String,
}

struct Held {
    place: HeldAssessment,
    answers: Answers,
}

impl Companion {
    /// How the client's answers to one instrument have moved. Across versions only where a question is declared the same.
    ///
    /// # Errors
    /// The store's.
    pub fn change_over_time(&self, case: CaseId, instrument: &str) -> Result<ChangeOverTime, CompanionError> {
        let known = self.instruments.known();
        let rows = self.sealed_assessments(case)?;
        let submitted = submitted(&rows, instrument);
        let total = submitted.len();
        let find = |held: &Held| known.find(instrument, held.place.version);
        let readable: Vec<Held> =
            counted(submitted).into_iter().filter(|held| find(held).is_some()).collect();
        let sitting = |held| Some(Sitting { instrument: find(held)?, answers: &held.answers });
        let sittings: Vec<Sitting<'_>> = readable.iter().filter_map(sitting).collect();
        let newest = sittings.iter().map(|one| one.instrument).max_by_key(|one| one.version);
        let shown: Option<&Instrument> = newest.or_else(|| known.latest(instrument));
        Ok(ChangeOverTime {
            instrument: instrument.to_owned(),
            title: shown.map_or_else(|| instrument.to_owned(), |shown| shown.title.clone()),
            licence: shown.map(|shown| shown.licence.text.clone()),
            note: NOTE.to_owned(),
            questions: Instrument::over_time(&sittings).iter().map(|one| question(one, &readable)).collect(),
            left_out: total - readable.len(),
            held: readable.into_iter().map(|held| held.place).collect(),
        })
    }
}

type Submitted<'a> = (&'a RecordRow, Assessment);

fn submitted<'a>(rows: &'a [RecordRow], instrument: &str) -> Vec<Submitted<'a>> {
    let read = |row: &'a RecordRow| Some((row, from_fields::<Assessment>(&row.fields).ok()?));
    let wanted = |(_, held): &Submitted<'_>| {
        held.instrument == instrument && held.outcome() == AssessmentOutcome::Held
    };
    rows.iter().filter_map(read).filter(wanted).collect()
}

/// Those that count, from the earliest.
fn counted(all: Vec<Submitted<'_>>) -> Vec<Held> {
    let is_sealed = |(row, _): &&Submitted<'_>| row.state == State::Sealed;
    let corrected: Vec<EntityId> = all.iter().filter(is_sealed).filter_map(|(_, held)| held.amends).collect();
    let counts = |one: &Submitted<'_>| is_sealed(&one) && !corrected.contains(&one.0.id);
    let mut counted: Vec<Held> = all
        .into_iter()
        .filter(counts)
        .map(|(row, held)| Held {
            answers: answers(&held),
            place: HeldAssessment { assessment: row.id, version: held.version, at: held.at, mode: held.mode },
        })
        .collect();
    sort_by_key(&mut counted, |held| (held.place.at, held.place.assessment));
    counted
}

fn question(one: &ItemOverTime, held: &[Held]) -> QuestionOverTime {
    let times = one.times.iter().filter_map(|time| {
        let place = &held.get(time.sitting)?.place;
        Some(AnswerAtTime {
            assessment: place.assessment,
            at: place.at,
            value: time.value,
            said: time.said.clone(),
            band: time.band.clone(),
        })
    });
    QuestionOverTime {
        item: one.item.clone(),
        name: one.name.clone(),
        prompt: one.prompt.clone(),
        notice: one.notice.clone(),
        times: times.collect(),
        pairs: one.pairs,
        since_before: one.since_before.as_ref().map(difference),
        since_first: one.since_first.as_ref().map(difference),
    }
}

fn difference(change: &ItemChange) -> Difference {
    Difference {
        by: change.difference,
        direction: change.direction.map(Direction::word).map(str::to_owned),
        words: change.words.clone(),
    }
}
