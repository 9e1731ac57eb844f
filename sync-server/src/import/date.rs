//! Times as files write them.

use alongside_core::model::Timestamp;

use super::fault::Fault;

const DAY_MS: i64 = 86_400_000;

/// Reads a time with a zone, and says whether it had to be moved: case systems that reckon in months of thirty days
/// write a 29 or 30 February in every year. Dropping what happened then would lose it, so it is read as one or two days
/// after the 28th.
pub(super) fn read_date(text: &str) -> Result<(Timestamp, bool), Fault> {
    let (at, moved) = match Timestamp::parse_iso(text) {
        Some(at) => (at, false),
        None => (past_february(text).ok_or(Fault::ImpossibleDate)?, true),
    };
    let known = (Timestamp::EARLIEST..=Timestamp::LATEST).contains(&at);
    if known { Ok((at, moved)) } else { Err(Fault::OutOfRange("at")) }
}

fn past_february(text: &str) -> Option<Timestamp> {
    let days = match text.get(4..10)? {
        "-02-29" => 1,
        "-02-30" => 2,
        _ => return None,
    };
    let (year, time) = (text.get(..4)?, text.get(10..)?);
    Some(Timestamp::parse_iso(&format!("{year}-02-28{time}"))?.plus_ms(days * DAY_MS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, bool), Fault> {
        read_date(text).map(|(at, moved)| (at.to_iso(), moved))
    }

    #[test]
    fn a_day_past_the_end_of_february_is_a_day_in_march() {
        for (written, expected, moved) in [
            ("2024-02-29T09:30:00Z", "2024-02-29T09:30:00Z", false),
            ("2024-02-30T09:30:00Z", "2024-03-01T09:30:00Z", true),
            ("2023-02-29T23:59:59Z", "2023-03-01T23:59:59Z", true),
            ("2023-02-30T00:00:00Z", "2023-03-02T00:00:00Z", true),
            ("2023-06-30T10:00:00+01:00", "2023-06-30T09:00:00Z", false),
        ] {
            assert_eq!(read(written), Ok((expected.to_owned(), moved)), "{written}");
        }
    }

    #[test]
    fn a_time_no_calendar_has_is_refused() {
        for text in [
            "",
            "yesterday",
            "2023-02-31T09:30:00Z",
            "2023-13-01T09:30:00Z",
            "2023-04-31T09:30:00Z",
            "2023-02-30T25:00:00Z",
            "2023-02-30",
            "2023-02-3\u{e9}",
            "2023-06-30T09:30:00",
        ] {
            assert_eq!(read(text), Err(Fault::ImpossibleDate), "{text}");
        }
        assert_eq!(read("1899-12-31T23:59:59Z"), Err(Fault::OutOfRange("at")));
        assert_eq!(read("2201-01-01T00:00:00Z"), Err(Fault::OutOfRange("at")));
    }
}
