//! Dates that cannot be: what has happened is not in the future, and nothing ends before it begins.

use super::calendar::Day;
use super::finding::Verdict;
use crate::model::Timestamp;

/// Days a phone's clock may be wrong before a date counts as impossible. A record is never refused for a clock that is a day out.
const CLOCK_SLACK: i64 = 1;
/// Nobody is older.
const OLDEST: i32 = 130;

/// Why a date cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImpossibleDate {
    /// It is not written as year, month, day, or no calendar has it.
    NoSuchDay,
    /// It lies in the future.
    InTheFuture,
    /// It is too long ago for anybody alive.
    TooLongAgo,
    /// It is before what it follows.
    OutOfOrder,
}

/// A date of birth, as `1951-03-07`.
///
/// # Errors
/// [`ImpossibleDate`] when nobody can be born on it.
pub fn check_born(text: &str, today: Day) -> Result<Day, ImpossibleDate> {
    let born = Day::parse(text.trim()).ok_or(ImpossibleDate::NoSuchDay)?;
    if born > today {
        return Err(ImpossibleDate::InTheFuture);
    }
    if today.year() - born.year() > OLDEST { Err(ImpossibleDate::TooLongAgo) } else { Ok(born) }
}

/// Something that has happened.
///
/// # Errors
/// [`ImpossibleDate::InTheFuture`] when it has not.
pub fn check_happened(at: Timestamp, today: Day) -> Result<(), ImpossibleDate> {
    if Day::of(at) > today.plus(CLOCK_SLACK) { Err(ImpossibleDate::InTheFuture) } else { Ok(()) }
}

/// Something that follows something else.
///
/// # Errors
/// [`ImpossibleDate::OutOfOrder`] when it lies before.
pub fn check_order(first: Timestamp, then: Timestamp) -> Result<(), ImpossibleDate> {
    if then < first { Err(ImpossibleDate::OutOfOrder) } else { Ok(()) }
}

impl Verdict for ImpossibleDate {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchDay => "no_such_day",
            Self::InTheFuture => "in_the_future",
            Self::TooLongAgo => "too_long_ago",
            Self::OutOfOrder => "out_of_order",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NoSuchDay => "There is no such day. Write it as year, month, day.",
            Self::InTheFuture => "That day is still to come.",
            Self::TooLongAgo => "That is too long ago. Please check the year.",
            Self::OutOfOrder => "That is before what it follows. Please check both days.",
        }
        .to_owned()
    }
}
