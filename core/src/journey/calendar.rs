//! Days as people in the United Kingdom count them: the date that UK clocks show, whatever zone a phone is set to.
//!
//! Clocks go forward at 01:00 UTC on the last Sunday of March and back at 01:00 UTC on the last Sunday of October. The rule
//! has stood since 1996; no record here is of an earlier year, so earlier rules are left out on purpose.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Timelike, Utc, Weekday};

use crate::model::Timestamp;

const MARCH: u32 = 3;
const OCTOBER: u32 = 10;
const CHANGE_HOUR_UTC: u32 = 1;

/// A date on UK clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The date that UK clocks show at this moment. A moment outside what a record may hold counts as the nearest that may.
    pub fn of(at: Timestamp) -> Self {
        let at = Timestamp(at.0.clamp(Timestamp::EARLIEST.0, Timestamp::LATEST.0));
        Self(on_uk_clocks(at).map_or(NaiveDate::MIN, |local| local.date_naive()))
    }

    /// The date, if the calendar has it.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `1951-03-07`; nothing else, and no date that no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if shaped { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Self) } else { None }
    }

    /// As `1951-03-07`.
    pub fn to_iso(self) -> String {
        self.0.format("%Y-%m-%d").to_string()
    }

    /// "7 March 1951".
    pub fn words(self) -> String {
        self.0.format("%-d %B %Y").to_string()
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// This many days later, or earlier when negative; stops at the ends of the calendar.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let moved = if days < 0 {
            self.0.checked_sub_days(Days::new(days.unsigned_abs()))
        } else {
            self.0.checked_add_days(Days::new(days.unsigned_abs()))
        };
        Self(moved.unwrap_or(if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX }))
    }

    /// How many days this is after `earlier`; negative when it is before.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// Its first moment.
    pub fn start(self) -> Timestamp {
        let midnight = self.0.and_hms_opt(0, 0, 0).map(|naive| naive.and_utc()).unwrap_or_default();
        let hour_before = midnight - TimeDelta::hours(1);
        let start = if is_summer_time(hour_before) { hour_before } else { midnight };
        Timestamp(start.timestamp_millis())
    }

    /// Its last moment.
    pub fn end(self) -> Timestamp {
        self.plus(1).start().plus_ms(-1)
    }
}

/// The minute of the day that UK clocks show, from 0 to 1439.
pub fn minute_of_day(at: Timestamp) -> i64 {
    on_uk_clocks(at).map_or(0, |local| i64::from(local.hour() * 60 + local.minute()))
}

/// The time whose UTC digits are those that UK clocks show; nothing for a time that no calendar names.
pub fn on_uk_clocks(at: Timestamp) -> Option<DateTime<Utc>> {
    let utc = at.to_utc()?;
    let ahead = if is_summer_time(utc) { TimeDelta::hours(1) } else { TimeDelta::zero() };
    utc.checked_add_signed(ahead)
}

fn is_summer_time(utc: DateTime<Utc>) -> bool {
    match (change(utc.year(), MARCH), change(utc.year(), OCTOBER)) {
        (Some(forward), Some(back)) => forward <= utc && utc < back,
        _ => false,
    }
}

/// When clocks change in a month of 31 days: 01:00 UTC on its last Sunday.
fn change(year: i32, month: u32) -> Option<DateTime<Utc>> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let past_sunday = last.weekday().days_since(Weekday::Sun);
    let sunday = last.checked_sub_days(Days::new(u64::from(past_sunday)))?;
    Some(sunday.and_hms_opt(CHANGE_HOUR_UTC, 0, 0)?.and_utc())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(iso: &str) -> Timestamp {
        Timestamp::parse_iso(iso).unwrap()
    }

    #[test]
    fn the_day_is_the_day_on_uk_clocks() {
        for (moment, day) in [
            ("2026-06-30T22:59:59Z", "2026-06-30"),
            ("2026-06-30T23:15:00Z", "2026-07-01"),
            ("2026-11-22T23:59:00Z", "2026-11-22"),
            ("2026-11-23T00:00:00+05:00", "2026-11-22"),
        ] {
            assert_eq!(Day::of(at(moment)).to_iso(), day, "{moment}");
        }
    }

    #[test]
    fn a_day_may_have_23_or_25_hours() {
        let hours = |day: &str| {
            let day = Day::parse(day).unwrap();
            (day.plus(1).start().0 - day.start().0) / 3_600_000
        };
        assert_eq!((hours("2026-03-29"), hours("2026-10-25"), hours("2026-11-25")), (23, 25, 24));
    }

    #[test]
    fn the_minute_of_the_day_is_that_of_uk_clocks() {
        assert_eq!(minute_of_day(at("2026-07-01T08:30:00Z")), 9 * 60 + 30);
        assert_eq!(minute_of_day(at("2026-12-01T08:30:00Z")), 8 * 60 + 30);
    }

    #[test]
    fn a_date_that_no_calendar_has_is_not_read() {
        for text in
            ["2026-02-30", "1951-13-01", "1951-3-7", "07/03/1951", "1951-03-07T00:00", "", "١٩٥١-٠٣-٠٧"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("1951-03-07").unwrap().words(), "7 March 1951");
    }

    #[test]
    fn a_time_outside_the_calendar_counts_as_the_nearest_inside() {
        assert_eq!(Day::of(Timestamp(i64::MAX)).to_iso(), "2200-12-31");
        assert_eq!(Day::of(Timestamp(i64::MIN)).to_iso(), "1900-01-01");
    }

    proptest! {
        /// Every moment lies within its own day, and days follow each other without a gap.
        #[test]
        fn a_moment_is_within_its_day(ms in Timestamp::EARLIEST.0 + 86_400_000..Timestamp::LATEST.0 - 86_400_000) {
            let (moment, day) = (Timestamp(ms), Day::of(Timestamp(ms)));
            prop_assert!(day.start() <= moment && moment <= day.end());
            prop_assert_eq!(Day::of(day.start()), day);
            prop_assert_eq!(Day::of(day.end()), day);
            prop_assert_eq!(Day::of(day.end().plus_ms(1)), day.plus(1));
        }
    }
}
