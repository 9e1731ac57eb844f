//! Working days in England and Wales: Monday to Friday, bank holidays left out. The holidays are data, in
//! `bank_holidays.txt` beside this file, with their source.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::calendar::Day;

/// The years whose bank holidays are known. In other years only weekends are left out.
pub const YEARS: std::ops::RangeInclusive<i32> = 2024..=2030;

const DATA: &str = include_str!("bank_holidays.txt");

/// Lines that are no date are left out; a test holds that there are none.
static BANK_HOLIDAYS: LazyLock<BTreeSet<Day>> =
    LazyLock::new(|| lines().filter_map(|line| Day::parse(line.split(' ').next()?)).collect());

fn lines() -> impl Iterator<Item = &'static str> {
    DATA.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Whether offices are open on this day.
pub fn is_working_day(day: Day) -> bool {
    !day.is_weekend() && !BANK_HOLIDAYS.contains(&day)
}

/// The day that is `count` working days after `from`; the day itself is not counted, working day or not.
pub fn add_working_days(from: Day, count: u32) -> Day {
    let mut day = from;
    let mut left = count;
    while left > 0 {
        day = day.plus(1);
        left -= u32::from(is_working_day(day));
    }
    day
}

/// How many working days there are after `from` up to and with `to`; 0 when `to` is not later.
pub fn working_days_between(from: Day, to: Day) -> i64 {
    let days = 1..=to.since(from);
    i64::try_from(days.filter(|after| is_working_day(from.plus(*after))).count()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate, Weekday};
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn every_line_of_the_data_is_a_weekday_of_a_year_it_covers() {
        assert_eq!(lines().count(), BANK_HOLIDAYS.len());
        for holiday in BANK_HOLIDAYS.iter() {
            assert!(YEARS.contains(&holiday.year()) && !holiday.is_weekend(), "{holiday:?}");
        }
        for year in YEARS {
            assert_eq!(BANK_HOLIDAYS.iter().filter(|day| day.year() == year).count(), 8, "{year}");
        }
    }

    /// The same days by the Act's own rule, from an independent computation of Easter.
    #[test]
    fn the_data_is_what_the_rule_gives() {
        let computed: BTreeSet<Day> = YEARS.flat_map(by_rule).collect();
        assert_eq!(*BANK_HOLIDAYS, computed);
    }

    fn by_rule(year: i32) -> Vec<Day> {
        let ymd = |month, day| Day::from_ymd(year, month, day).unwrap();
        let monday = |month: u32, last: bool| {
            let days = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day));
            let mut mondays = days.filter(|date| date.weekday() == Weekday::Mon);
            let found = if last { mondays.next_back() } else { mondays.next() }.unwrap();
            ymd(month, found.day())
        };
        let mut days = vec![easter(year).plus(-2), easter(year).plus(1), monday(5, false)];
        days.extend([monday(5, true), monday(8, true)]);
        for fixed in [ymd(1, 1), ymd(12, 25), ymd(12, 26)] {
            let mut substitute = fixed;
            while substitute.is_weekend() || days.contains(&substitute) {
                substitute = substitute.plus(1);
            }
            days.push(substitute);
        }
        days
    }

    /// The anonymous Gregorian computus.
    fn easter(year: i32) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100);
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let n = h + l - 7 * m + 114;
        Day::from_ymd(year, (n / 31).unsigned_abs(), (n % 31 + 1).unsigned_abs()).unwrap()
    }

    #[test]
    fn five_working_days_step_over_christmas() {
        for (from, count, to) in [
            ("2026-11-23", 5, "2026-11-30"),
            ("2026-12-22", 5, "2026-12-31"),
            ("2026-12-24", 2, "2026-12-30"),
            ("2026-11-28", 1, "2026-11-30"),
            ("2026-11-27", 0, "2026-11-27"),
            ("2027-12-24", 1, "2027-12-29"),
        ] {
            assert_eq!(add_working_days(day(from), count).to_iso(), to, "{from} and {count}");
        }
    }

    proptest! {
        /// Against a walk, day by day, over all the years there are.
        #[test]
        fn adding_and_counting_agree_with_a_walk(start in 0i64..2_500, count in 0u32..80) {
            let from = day("2024-01-01").plus(start);
            let to = add_working_days(from, count);
            let mut walked = 0;
            let mut at = from;
            while at < to {
                at = at.plus(1);
                let holiday = DATA.lines().any(|line| line.starts_with(&at.to_iso()));
                walked += u32::from(!at.is_weekend() && !holiday);
            }
            prop_assert_eq!(walked, count);
            prop_assert_eq!(working_days_between(from, to), i64::from(count));
            prop_assert!(count == 0 || is_working_day(to));
            prop_assert!(add_working_days(from, count + 1) > to);
        }
    }
}
