//! What numbers a score can come out at: the check that a scoring program gives a number for every complete set of
//! answers, and the meaning of each step. A program that could fail for somebody is refused when it is loaded.
//! It must not know anybody's answers.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::band::check_bands;
use super::definition::Item;
use super::ratio::{MAX_PLACES, Ratio};
use super::score::{Contribution, Missing, Row, Score, Step};
use super::score_flaw::{MAX_STEPS, ScoreFlaw};

/// The numbers that are possible at one point of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    lowest: Ratio,
    highest: Ratio,
    /// How many decimal places always write it; `None` when it may have no end.
    places: Option<u8>,
}

/// Refuses a score that does not come out, for every complete set of answers, at a number that can be shown.
pub(super) fn check_score(score: &Score, items: &[Item]) -> Result<(), ScoreFlaw> {
    check_questions(score, items)?;
    if score.steps.len() > MAX_STEPS {
        return Err(ScoreFlaw::TooManySteps);
    }
    let sum = Range::of_sum(score, items).ok_or(ScoreFlaw::TooLarge)?;
    let end = score.steps.iter().try_fold(sum, |range, step| range.after(step))?;
    let places = end.places.filter(|&places| places <= MAX_PLACES).ok_or(ScoreFlaw::NeedsRounding)?;
    check_bands(&score.bands, end.lowest, end.highest, places).map_err(ScoreFlaw::Bands)
}

fn check_questions(score: &Score, items: &[Item]) -> Result<(), ScoreFlaw> {
    if score.items.is_empty() {
        return Err(ScoreFlaw::NoItems);
    }
    let mut seen = BTreeSet::new();
    for contribution in &score.items {
        let item = contribution.item.clone();
        let found = find(items, &item).ok_or_else(|| ScoreFlaw::UnknownItem { item: item.clone() })?;
        if found.responses.number_bounds().is_none() {
            return Err(ScoreFlaw::NotANumber { item });
        }
        if !seen.insert(&contribution.item) {
            return Err(ScoreFlaw::RepeatedItem { item });
        }
    }
    check_prorating(score, items)
}

fn check_prorating(score: &Score, items: &[Item]) -> Result<(), ScoreFlaw> {
    let Missing::ProrateIfAtMost(at_most) = score.missing else { return Ok(()) };
    if !(1..score.items.len()).contains(&at_most) {
        return Err(ScoreFlaw::NothingToProrate { at_most, items: score.items.len() });
    }
    let mut ranges = score.items.iter().map(|contribution| Range::of_contribution(contribution, items));
    let first = ranges.next().flatten();
    if ranges.all(|range| range == first) { Ok(()) } else { Err(ScoreFlaw::UnequalRanges) }
}

fn find<'a>(items: &'a [Item], id: &str) -> Option<&'a Item> {
    items.iter().find(|item| item.id == id)
}

impl Range {
    /// The sum of a score's questions, before its steps. `None` when it does not fit.
    pub(super) fn of_sum(score: &Score, items: &[Item]) -> Option<Self> {
        let nought = Self { lowest: Ratio::ZERO, highest: Ratio::ZERO, places: Some(0) };
        let sum = score
            .items
            .iter()
            .try_fold(nought, |sum, contribution| sum.plus(Self::of_contribution(contribution, items)?))?;
        // The mean of some answers, times how many there should be, may have no end.
        let whole_form = !matches!(score.missing, Missing::ProrateIfAtMost(_));
        Some(Self { places: sum.places.filter(|_| whole_form), ..sum })
    }

    /// What one question adds. Turned round or not, its range is the same.
    fn of_contribution(contribution: &Contribution, items: &[Item]) -> Option<Self> {
        let (lowest, highest) = find(items, &contribution.item)?.responses.number_bounds()?;
        Self { lowest: lowest.into(), highest: highest.into(), places: Some(0) }.times(contribution.times)
    }

    fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.zip(other.places).map(|(mine, theirs)| mine.max(theirs));
        Some(Self {
            lowest: self.lowest.plus(other.lowest)?,
            highest: self.highest.plus(other.highest)?,
            places,
        })
    }

    fn times(self, factor: Ratio) -> Option<Self> {
        let (one_end, other_end) = (self.lowest.times(factor)?, self.highest.times(factor)?);
        let places = self.places.zip(factor.decimals()).map(|(mine, more)| mine.saturating_add(more));
        Some(Self { lowest: one_end.min(other_end), highest: one_end.max(other_end), places })
    }

    /// What is possible after a step.
    pub(super) fn after(self, step: &Step) -> Result<Self, ScoreFlaw> {
        match step {
            Step::Times(factor) => self.times(*factor).ok_or(ScoreFlaw::TooLarge),
            Step::Plus(more) => self
                .plus(Self { lowest: *more, highest: *more, places: more.decimals() })
                .ok_or(ScoreFlaw::TooLarge),
            Step::Reverse => Ok(self),
            Step::Table(rows) => self.looked_up(rows),
            Step::Round(rounding) if rounding.places > MAX_PLACES => Err(ScoreFlaw::RoundsTooFine),
            Step::Round(rounding) => {
                let rounded =
                    |end: Ratio| end.rounded(rounding.places, rounding.half).ok_or(ScoreFlaw::TooLarge);
                let places = Some(rounding.places);
                Ok(Self { lowest: rounded(self.lowest)?, highest: rounded(self.highest)?, places })
            }
        }
    }

    fn looked_up(self, rows: &[Row]) -> Result<Self, ScoreFlaw> {
        self.check_rows(rows)?;
        let results = || rows.iter().map(|row| row.to);
        let (Some(lowest), Some(highest)) = (results().min(), results().max()) else {
            return Err(ScoreFlaw::TableGap { from: self.lowest });
        };
        let places = results().map(Ratio::decimals).try_fold(0, |most, places| Some(places?.max(most)));
        Ok(Self { lowest, highest, places })
    }

    /// Refuses a table that does not hold every whole number of this range once, and no other.
    fn check_rows(self, rows: &[Row]) -> Result<(), ScoreFlaw> {
        if self.places != Some(0) {
            return Err(ScoreFlaw::TableNeedsWhole);
        }
        let mut froms: Vec<Ratio> = rows.iter().map(|row| row.from.into()).collect();
        froms.sort();
        let mut next = self.lowest;
        for from in froms {
            if from < self.lowest || from > self.highest {
                return Err(ScoreFlaw::TableOutside { from });
            }
            match from.cmp(&next) {
                Ordering::Less => return Err(ScoreFlaw::TableRepeats { from }),
                Ordering::Greater => return Err(ScoreFlaw::TableGap { from: next }),
                Ordering::Equal => next = next.plus(Ratio::ONE).ok_or(ScoreFlaw::TooLarge)?,
            }
        }
        if next > self.highest { Ok(()) } else { Err(ScoreFlaw::TableGap { from: next }) }
    }

    /// One step taken by one number of this range. `None` when it does not fit.
    pub(super) fn take(&self, step: &Step, number: Ratio) -> Option<Ratio> {
        match step {
            Step::Times(factor) => number.times(*factor),
            Step::Plus(more) => number.plus(*more),
            Step::Reverse => self.lowest.plus(self.highest)?.minus(number),
            Step::Table(rows) => {
                let whole = number.to_whole()?;
                rows.iter().find(|row| row.from == whole).map(|row| row.to)
            }
            Step::Round(rounding) => number.rounded(rounding.places, rounding.half),
        }
    }
}
