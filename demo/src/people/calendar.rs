//! Real dates: months of their true length, working days, hours of the day, and how a person says them. It must not know
//! who meets whom.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc, Weekday};

use super::rng::Rng;

/// The day `months` calendar months after `day` (the last of the month when there is no such day).
pub(crate) fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

/// The day `months` calendar months before `day`.
pub(crate) fn months_before(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(day)
}

/// The day `days` later.
pub(crate) fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(day)
}

/// Whole days from `from` to `to`; 0 when `to` is not later.
pub(crate) fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// A weekday on which offices are open: not at a weekend, not on Christmas Day, Boxing Day or New Year's Day.
pub(crate) fn is_working_day(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let closed = matches!((day.month(), day.day()), (12, 25 | 26) | (1, 1));
    !weekend && !closed
}

/// The nearest working day at or before `day`.
pub(crate) fn working_day_by(day: NaiveDate) -> NaiveDate {
    (0..7)
        .filter_map(|back| day.checked_sub_days(Days::new(back)))
        .find(|day| is_working_day(*day))
        .unwrap_or(day)
}

/// A moment of chance on `day`, between the full hours `from` and `to`.
pub(crate) fn moment(day: NaiveDate, from: u32, to: u32, rng: &mut Rng) -> DateTime<Utc> {
    let hour = rng.between(from, to.saturating_sub(1));
    let (minute, second) = (rng.between(0, 59), rng.between(0, 59));
    day.and_hms_opt(hour, minute, second).unwrap_or_default().and_utc()
}

/// A moment in working hours.
pub(crate) fn working_moment(day: NaiveDate, rng: &mut Rng) -> DateTime<Utc> {
    moment(day, 8, 18, rng)
}

/// “Thursday 14 March”.
pub(crate) fn spoken_date(day: NaiveDate) -> String {
    day.format("%A %-d %B").to_string()
}

/// How long ago it was, as people say it: “two weeks”.
pub(crate) fn spoken_span(days: u32) -> String {
    const WEEKS: [&str; 9] = [
        "",
        "a week",
        "two weeks",
        "three weeks",
        "four weeks",
        "five weeks",
        "six weeks",
        "seven weeks",
        "eight weeks",
    ];
    match days {
        0 => "a few hours".to_owned(),
        1 => "a day".to_owned(),
        2..=4 => "a few days".to_owned(),
        5..=9 => "a week".to_owned(),
        _ => match WEEKS.get(usize::try_from((days + 3) / 7).unwrap_or(0)) {
            Some(words) => (*words).to_owned(),
            None => "a good two months".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_month_before_the_end_of_march_is_the_end_of_february() {
        assert_eq!(months_before(day(2024, 3, 31), 1), day(2024, 2, 29));
    }

    #[test]
    fn christmas_and_weekends_are_no_working_days() {
        assert_eq!(working_day_by(day(2025, 12, 28)), day(2025, 12, 24));
        assert!(!is_working_day(day(2026, 1, 1)));
    }

    #[test]
    fn dates_and_spans_are_said_as_people_say_them() {
        assert_eq!(spoken_date(day(2024, 3, 14)), "Thursday 14 March");
        assert_eq!((spoken_span(3).as_str(), spoken_span(15).as_str()), ("a few days", "two weeks"));
        assert_eq!(spoken_span(90), "a good two months");
    }
}
