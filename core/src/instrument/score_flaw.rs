//! Why a scoring program is refused.
//! It must not know how programs are checked: that is `score_range.rs`.

use thiserror::Error;

use super::band::BandFlaw;
use super::ratio::{MAX_PLACES, Ratio};

/// The most steps a program may take: beyond any in use, and within what exact numbers can hold.
pub(super) const MAX_STEPS: usize = 8;

/// Why a scoring program was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ScoreFlaw {
    /// It adds up nothing.
    #[error("it names no questions")]
    NoItems,
    /// It names a question that is not there.
    #[error("it names question {item}, which is not there")]
    UnknownItem {
        /// The question.
        item: String,
    },
    /// It names a question twice.
    #[error("it names question {item} twice")]
    RepeatedItem {
        /// The question.
        item: String,
    },
    /// It names a question whose answers are not numbers.
    #[error("it names question {item}, whose answers are not numbers")]
    NotANumber {
        /// The question.
        item: String,
    },
    /// It stands in for missing answers although its questions have different ranges.
    #[error("it prorates questions of different ranges")]
    UnequalRanges,
    /// It stands in for missing answers with nothing to stand in from, or for none.
    #[error("it prorates {at_most} missing of {items}, which is not from 1 to one less than all")]
    NothingToProrate {
        /// How many may be missing.
        at_most: usize,
        /// How many questions it has.
        items: usize,
    },
    /// More steps than a program may take.
    #[error("it has more than {MAX_STEPS} steps")]
    TooManySteps,
    /// A table looks up what may not be a whole number.
    #[error("it looks up a number that may not be whole: round it first")]
    TableNeedsWhole,
    /// A table has no row for a number that is possible.
    #[error("its table has no row for {from}")]
    TableGap {
        /// The number.
        from: Ratio,
    },
    /// A table has two rows for one number.
    #[error("its table has more than one row for {from}")]
    TableRepeats {
        /// The number.
        from: Ratio,
    },
    /// A table has a row for a number that is not possible.
    #[error("its table has a row for {from}, which is not possible")]
    TableOutside {
        /// The number.
        from: Ratio,
    },
    /// It may come out at a number without an end, such as a third, or with more decimals than can be shown.
    #[error("it may not come out at a number of at most {MAX_PLACES} decimal places: round it")]
    NeedsRounding,
    /// Rounding to more decimal places than numbers have.
    #[error("it rounds to more than {MAX_PLACES} decimal places")]
    RoundsTooFine,
    /// Its numbers do not fit.
    #[error("its numbers are too large")]
    TooLarge,
    /// Its bands do not hold every possible score exactly once.
    #[error("its bands: {0}")]
    Bands(BandFlaw),
}
