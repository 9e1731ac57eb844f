//! When a service is open: the words of its schedules, and its days.

use serde_json::Value;

use super::value::{Object, list, text};
use crate::directory::fault::EntryFault;

/// The days of the week as calendars write them and as we do, in order.
const DAYS: [(&str, &str); 7] =
    [("MO", "mon"), ("TU", "tue"), ("WE", "wed"), ("TH", "thu"), ("FR", "fri"), ("SA", "sat"), ("SU", "sun")];

/// When a service is open.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Opening {
    pub(super) words: Option<String>,
    pub(super) days: Vec<String>,
}

/// Reads the schedules of a service and of its places.
pub(super) fn read_opening(service: &Object) -> Result<Opening, EntryFault> {
    let mut schedules = list(service, "schedules")?;
    for place in list(service, "service_at_locations")? {
        schedules.extend(list(place, "schedules")?);
    }
    let (mut lines, mut open) = (Vec::new(), [false; 7]);
    for schedule in schedules {
        let days = days(schedule);
        days.iter().for_each(|day| open[*day] = true);
        let line = line(schedule, &days)?;
        lines.extend(line.filter(|line| !lines.contains(line)));
    }
    let days = DAYS.iter().zip(open).filter(|(_, open)| *open).map(|((_, day), _)| (*day).to_owned());
    let words = lines.join("\n");
    Ok(Opening { words: Some(words).filter(|words| !words.is_empty()), days: days.collect() })
}

/// Places in [`DAYS`]. A rule such as `1MO`, the first Monday of the month, is a Monday; what cannot be read is no day.
fn days(schedule: &Object) -> Vec<usize> {
    let daily =
        schedule.get("freq").and_then(Value::as_str).is_some_and(|freq| freq.eq_ignore_ascii_case("daily"));
    let written = match schedule.get("byday") {
        Some(Value::String(days)) => days.clone(),
        Some(Value::Array(days)) => days.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","),
        _ if daily => return (0..DAYS.len()).collect(),
        _ => return Vec::new(),
    };
    let words = written.split([',', ' ', ';']).map(|word| {
        word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '+').to_ascii_uppercase()
    });
    let mut days: Vec<usize> =
        words.filter_map(|word| DAYS.iter().position(|(day, _)| word.starts_with(day))).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// A schedule in words: its own, or its days and hours.
fn line(schedule: &Object, days: &[usize]) -> Result<Option<String>, EntryFault> {
    if let Some(words) = text(schedule, "description")? {
        return Ok(Some(words));
    }
    let names: Vec<String> = days.iter().map(|day| capital(DAYS[*day].1)).collect();
    let hours = match (text(schedule, "opens_at")?, text(schedule, "closes_at")?) {
        (Some(opens), Some(closes)) => format!("{}–{}", short(&opens), short(&closes)),
        (Some(opens), None) => format!("from {}", short(&opens)),
        (None, Some(closes)) => format!("until {}", short(&closes)),
        (None, None) => String::new(),
    };
    let words = format!("{} {hours}", names.join(", "));
    Ok(Some(words.trim().to_owned()).filter(|words| !words.is_empty()))
}

fn capital(day: &str) -> String {
    day[..1].to_ascii_uppercase() + &day[1..]
}

/// `10:00:00Z` as `10:00`.
fn short(time: &str) -> &str {
    let is_clock = time.len() >= 5 && time.is_char_boundary(5) && time.as_bytes()[2] == b':';
    if is_clock { &time[..5] } else { time }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn opening(schedules: &Value) -> Opening {
        read_opening(json!({"schedules": schedules}).as_object().unwrap()).unwrap()
    }

    #[test]
    fn days_are_read_from_the_rules_of_calendars() {
        for (schedule, days) in [
            (json!({"byday": "TH,FR"}), "thu fri"),
            (json!({"byday": "1MO, -1we"}), "mon wed"),
            (json!({"byday": ["SU", "SA"]}), "sat sun"),
            (json!({"freq": "DAILY"}), "mon tue wed thu fri sat sun"),
            (json!({"byday": "whenever"}), ""),
            (json!({"byday": null, "freq": "WEEKLY"}), ""),
        ] {
            assert_eq!(opening(&json!([schedule.clone()])).days.join(" "), days, "{schedule}");
        }
    }

    #[test]
    fn hours_are_said_in_words_unless_the_feed_has_its_own() {
        let both = opening(&json!([
            {"byday": "TU", "opens_at": "10:00:00", "closes_at": "11:30Z"},
            {"byday": "FR", "description": "<p>Fridays after prayers</p>"},
            {"byday": "TU", "opens_at": "10:00", "closes_at": "11:30"},
        ]));
        assert_eq!(both.words.as_deref(), Some("Tue 10:00–11:30\nFridays after prayers"));
        assert_eq!(both.days, ["tue", "fri"]);
        assert_eq!(opening(&json!([])), Opening::default());
    }

    #[test]
    fn a_schedule_that_is_no_object_is_refused() {
        let service = json!({"schedules": ["Mondays"]});
        assert_eq!(read_opening(service.as_object().unwrap()), Err(EntryFault::WrongType("schedules")));
    }
}
