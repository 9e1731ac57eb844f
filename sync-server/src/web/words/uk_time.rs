//! Times as people in the United Kingdom read them: "22 November 2026, 9:30", on UK clocks.

use alongside_core::journey::calendar::on_uk_clocks;
use alongside_core::model::Timestamp;
use chrono::{DateTime, Timelike, Utc};

/// "22 November 2026, 9:30". A time that no calendar names gives "at an unknown time".
pub(in crate::web) fn time_in_words(at: Timestamp) -> String {
    match on_uk_clocks(at) {
        Some(local) => format!("{}, {}:{:02}", day(&local), local.hour(), local.minute()),
        None => "at an unknown time".to_owned(),
    }
}

/// "22 November 2026". A time that no calendar names gives "on an unknown day".
pub(in crate::web) fn day_in_words(at: Timestamp) -> String {
    on_uk_clocks(at).map_or_else(|| "on an unknown day".to_owned(), |local| day(&local))
}

/// "3 Mar 2026": a day for a narrow column. A time that no calendar names gives "unknown day".
pub(in crate::web) fn day_in_brief(at: Timestamp) -> String {
    on_uk_clocks(at).map_or_else(|| "unknown day".to_owned(), |local| local.format("%-d %b %Y").to_string())
}

/// "3 Mar" and "2026": a day short enough to stand under a mark in a chart.
pub(in crate::web) fn short_day(at: Timestamp) -> (String, String) {
    match on_uk_clocks(at) {
        Some(local) => (local.format("%-d %b").to_string(), local.format("%Y").to_string()),
        None => ("?".to_owned(), String::new()),
    }
}

fn day(local: &DateTime<Utc>) -> String {
    local.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(iso: &str) -> String {
        time_in_words(Timestamp::parse_iso(iso).expect("a time"))
    }

    #[test]
    fn winter_is_as_in_utc_and_summer_an_hour_ahead() {
        assert_eq!(words("2026-11-22T09:30:00Z"), "22 November 2026, 9:30");
        assert_eq!(words("2026-07-01T09:05:59Z"), "1 July 2026, 10:05");
        assert_eq!(words("2026-07-31T23:30:00Z"), "1 August 2026, 0:30");
    }

    #[test]
    fn clocks_change_at_one_in_the_morning_utc_on_the_last_sunday() {
        for (before, after) in [
            ("2024-03-31", "2024-10-27"),
            ("2025-03-30", "2025-10-26"),
            ("2026-03-29", "2026-10-25"),
            ("2027-03-28", "2027-10-31"),
            ("2030-03-31", "2030-10-27"),
        ] {
            assert!(words(&format!("{before}T00:59:59Z")).ends_with(", 0:59"), "{before}");
            assert!(words(&format!("{before}T01:00:00Z")).ends_with(", 2:00"), "{before}");
            assert!(words(&format!("{after}T00:59:59Z")).ends_with(", 1:59"), "{after}");
            assert!(words(&format!("{after}T01:00:00Z")).ends_with(", 1:00"), "{after}");
        }
    }

    #[test]
    fn the_day_is_the_day_on_uk_clocks() {
        let late = Timestamp::parse_iso("2026-06-30T23:15:00Z").expect("a time");
        assert_eq!(day_in_words(late), "1 July 2026");
        assert_eq!(day_in_brief(late), "1 Jul 2026");
        assert_eq!(short_day(late), ("1 Jul".to_owned(), "2026".to_owned()));
    }

    #[test]
    fn a_time_outside_the_calendar_is_said_to_be_unknown() {
        assert_eq!(time_in_words(Timestamp(i64::MAX)), "at an unknown time");
        assert_eq!(day_in_words(Timestamp(i64::MIN)), "on an unknown day");
        assert_eq!(day_in_brief(Timestamp(i64::MIN)), "unknown day");
    }
}
