//! Periods run forward, and every time is one: with its zone, on a day there is.

use chrono::{DateTime, NaiveDate};
use serde_json::Value;

use super::fault::FaultKind;
use super::walk::walk;

/// Elements that hold a time with its zone.
const MOMENTS: [&str; 9] = [
    "authored",
    "authoredOn",
    "lastModified",
    "sent",
    "recorded",
    "effectiveDateTime",
    "dateTime",
    "time",
    "creation",
];
/// Elements that hold a day, a month or a year.
const DAYS: [&str; 3] = ["birthDate", "startDate", "statusDate"];

/// Each fault with its element.
pub(super) fn check(resource: &Value) -> Vec<(String, FaultKind)> {
    let mut found = Vec::new();
    walk(resource, &mut |path, value| {
        if let Some(fault) = fault(path, value) {
            found.push((path.to_owned(), fault));
        }
    });
    found
}

fn fault(path: &str, value: &Value) -> Option<FaultKind> {
    let name = path.rsplit('.').next().unwrap_or(path);
    match value {
        Value::Object(period) if name == "period" || name.ends_with("Period") => {
            let end = |name| period.get(name).and_then(Value::as_str);
            period_fault(end("start"), end("end"))
        }
        Value::String(text) if MOMENTS.contains(&name) && !is_moment(text) => Some(FaultKind::BadTime),
        Value::String(text) if DAYS.contains(&name) && !is_day(text) => Some(FaultKind::BadTime),
        _ => None,
    }
}

fn period_fault(start: Option<&str>, end: Option<&str>) -> Option<FaultKind> {
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    if [start, end].into_iter().flatten().any(|text| read(text).is_none()) {
        return Some(FaultKind::BadTime);
    }
    let backwards = start.and_then(read).zip(end.and_then(read)).is_some_and(|(start, end)| end < start);
    backwards.then_some(FaultKind::Reversed)
}

fn is_moment(text: &str) -> bool {
    DateTime::parse_from_rfc3339(text).is_ok()
}

/// FHIR allows a year, a month or a day.
fn is_day(text: &str) -> bool {
    let full = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    NaiveDate::parse_from_str(&full, "%Y-%m-%d").is_ok()
}
