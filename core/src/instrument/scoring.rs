//! Working out a score from somebody's answers, exactly; or saying why there is none.
//! It must not know where answers come from, and never lets a missing answer pass as nought.

use std::fmt;

use thiserror::Error;

use super::band::{BandResult, find_band};
use super::definition::Instrument;
use super::direction::HigherIs;
use super::ratio::Ratio;
use super::response::Answers;
use super::score::{Contribution, Missing, Score};
use super::score_range::Range;

/// One score of one set of answers. `Debug` shows which score, not what it came to.
#[derive(Clone, PartialEq, Eq)]
pub struct ScoreResult {
    /// The score's id.
    pub score: String,
    /// What it measures, as in the middle of a sentence.
    pub name: String,
    /// The score, or why there is none.
    pub outcome: Result<Ratio, Unscored>,
    /// The same in words: "52", "18.5, worked out from 6 of 7 answers", "no score: 2 of 7 questions have no answer".
    pub said: String,
    /// The band it falls in, for a score with bands.
    pub band: Option<BandResult>,
    /// What a higher score means.
    pub higher_is: HigherIs,
}

/// Why there is no score. Questions that were put off or kept back are missing, as those never asked are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Unscored {
    /// The score needs each of its questions.
    #[error("{missing} of {of} questions have no answer")]
    Unanswered {
        /// How many of its questions have no number.
        missing: usize,
        /// How many questions it has.
        of: usize,
    },
    /// More are missing than may be stood in for.
    #[error("{missing} questions have no answer, and at most {at_most} may")]
    TooManyMissing {
        /// How many of its questions have no number.
        missing: usize,
        /// How many may be missing.
        at_most: usize,
    },
    /// A question is missing without which there is no score.
    #[error("{missing} of the questions it cannot do without have no answer")]
    KeyQuestionMissing {
        /// How many such questions have no number.
        missing: usize,
    },
    /// Its owner lets no score stand on a form that is not complete.
    #[error("{missing} questions of the form have no answer")]
    FormIncomplete {
        /// How many required questions of the form have no answer.
        missing: usize,
    },
    /// The number does not fit. Loading a definition rules this out for complete answers.
    #[error("the number is too large to work out exactly")]
    TooLarge,
}

/// What each question adds, in order; nothing where it has no number.
type Parts = Vec<Option<Ratio>>;

impl Instrument {
    /// Each score of these answers, in the definition's order. None at all for an instrument whose questions stand
    /// each on its own.
    pub fn scores(&self, answers: &Answers) -> Vec<ScoreResult> {
        self.scores.iter().map(|score| self.score(score, answers)).collect()
    }

    fn score(&self, score: &Score, answers: &Answers) -> ScoreResult {
        let parts: Parts = score.items.iter().map(|item| self.part(item, answers)).collect();
        let outcome = self.check_missing(score, &parts, answers).and_then(|()| self.work_out(score, &parts));
        let band = outcome.ok().and_then(|number| find_band(&score.bands, number));
        ScoreResult {
            score: score.id.clone(),
            name: score.name.clone(),
            said: say(outcome, &parts),
            band: band.map(|band| band.result(&score.name, score.higher_is)),
            outcome,
            higher_is: score.higher_is,
        }
    }

    fn part(&self, contribution: &Contribution, answers: &Answers) -> Option<Ratio> {
        let item = self.find_item(&contribution.item)?;
        let (lowest, highest) = item.responses.number_bounds()?;
        let number = item.number(answers)?;
        let turned = if contribution.reverse { highest + lowest - number } else { number };
        Ratio::from(turned).times(contribution.times)
    }

    fn check_missing(&self, score: &Score, parts: &Parts, answers: &Answers) -> Result<(), Unscored> {
        let of = parts.len();
        let missing = of - answered(parts);
        let pairs = || score.items.iter().zip(parts);
        let key_missing = pairs().filter(|(item, part)| item.must_answer && part.is_none()).count();
        match score.missing {
            _ if key_missing > 0 => Err(Unscored::KeyQuestionMissing { missing: key_missing }),
            Missing::ProrateIfAtMost(at_most) if missing > at_most => {
                Err(Unscored::TooManyMissing { missing, at_most })
            }
            Missing::ProrateIfAtMost(_) => Ok(()),
            _ if missing > 0 => Err(Unscored::Unanswered { missing, of }),
            Missing::NoScore => Ok(()),
            Missing::FormInvalid => self.check_form(answers),
        }
    }

    fn check_form(&self, answers: &Answers) -> Result<(), Unscored> {
        let missing = self.items.iter().filter(|item| item.required && !item.is_answered(answers)).count();
        if missing == 0 { Ok(()) } else { Err(Unscored::FormIncomplete { missing }) }
    }

    fn work_out(&self, score: &Score, parts: &Parts) -> Result<Ratio, Unscored> {
        let number = prorated_sum(parts).and_then(|sum| {
            let start = (Range::of_sum(score, &self.items)?, sum);
            let end = score.steps.iter().try_fold(start, |(range, number), step| {
                Some((range.after(step).ok()?, range.take(step, number)?))
            });
            end.map(|(_, number)| number)
        });
        number.ok_or(Unscored::TooLarge)
    }
}

fn answered(parts: &Parts) -> usize {
    parts.iter().flatten().count()
}

/// The mean of what there is, times how many there should be: the plain sum when nothing is missing.
fn prorated_sum(parts: &Parts) -> Option<Ratio> {
    let sum = parts.iter().flatten().try_fold(Ratio::ZERO, |sum, part| sum.plus(*part))?;
    let all = Ratio::from(i64::try_from(parts.len()).ok()?);
    sum.times(all)?.shared_by(answered(parts))
}

fn say(outcome: Result<Ratio, Unscored>, parts: &Parts) -> String {
    match outcome {
        Ok(number) if answered(parts) == parts.len() => number.to_string(),
        Ok(number) => format!("{number}, worked out from {} of {} answers", answered(parts), parts.len()),
        Err(reason) => format!("no score: {reason}"),
    }
}

impl fmt::Debug for ScoreResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScoreResult").field("score", &self.score).finish_non_exhaustive()
    }
}
