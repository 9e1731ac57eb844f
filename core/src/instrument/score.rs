//! A scoring program, as a definition writes it: which questions count, how, and what happens when some are missing.
//! It must not know how to run itself (`scoring.rs`) nor how it is checked (`score_range.rs`).

use serde::Deserialize;

use super::band::Band;
use super::direction::HigherIs;
use super::ratio::{Half, Ratio};

/// One score of an instrument: the sum of its contributions, taken through its steps in order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// Unique within the instrument.
    pub id: String,
    /// What it measures, written as in the middle of a sentence: "well-being".
    pub name: String,
    /// What a higher score means.
    pub higher_is: HigherIs,
    /// The questions that are added up. One question and no steps gives that question's own number.
    pub items: Vec<Contribution>,
    /// What happens when some of them have no number.
    pub missing: Missing,
    /// What is done to the sum, in order.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Bands of the finished score; none, or every possible score is in exactly one.
    #[serde(default)]
    pub bands: Vec<Band>,
}

/// What one question adds to a score.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// The question.
    pub item: String,
    /// Whether the answer is turned round first: highest + lowest - answer.
    #[serde(default)]
    pub reverse: bool,
    /// What the answer, turned round or not, is multiplied by. One when not said.
    #[serde(default = "one")]
    pub times: Ratio,
    /// Whether there is no score without this question, however many may be missing.
    #[serde(default)]
    pub must_answer: bool,
}

/// The rule for questions without a number: not answered, "not now", or rather not said. None of these is ever nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// No score unless each of its questions has a number.
    NoScore,
    /// No score unless, besides, each required question of the whole form was answered.
    FormInvalid,
    /// With at most so many missing, the mean of the others stands in for each. Only for questions of one range.
    ProrateIfAtMost(usize),
}

/// One step from the sum to the score.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Multiply by this.
    Times(Ratio),
    /// Add this, which may be below nought.
    Plus(Ratio),
    /// Turn round within what is possible at this step: highest + lowest - number.
    Reverse,
    /// Look the number up. There is one row for every whole number that is possible at this step.
    Table(Vec<Row>),
    /// Round it.
    Round(Rounding),
}

/// One row of a lookup table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The number that is looked up.
    pub from: i64,
    /// The number it stands for.
    pub to: Ratio,
}

/// How a number is rounded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// To how many decimal places, at most 6.
    pub places: u8,
    /// Where exact halves go.
    pub half: Half,
}

fn one() -> Ratio {
    Ratio::ONE
}
