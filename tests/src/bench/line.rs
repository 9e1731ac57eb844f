//! A line of a workload: one save of one record, as `alongside_demo::people` writes them.

use std::path::Path;

use alongside_core::model::{CaseId, EntityId, Timestamp};
use serde_json::{Map, Value};

use super::BenchError;

const DAY_MS: i64 = 86_400_000;

/// One line.
#[derive(Clone)]
pub struct Line {
    /// Its place in the file, from 1.
    pub number: usize,
    /// Its kind, such as `note`.
    pub kind: String,
    /// The record.
    pub id: EntityId,
    /// Whose record it is.
    pub case: CaseId,
    /// What it hangs under.
    pub parent: Option<EntityId>,
    /// When it happened.
    pub at: Timestamp,
    own: Map<String, Value>,
}

/// All lines of a file.
///
/// # Errors
/// When the file or a line cannot be read.
pub fn read_lines(file: &Path) -> Result<Vec<Line>, BenchError> {
    let text = std::fs::read_to_string(file)?;
    text.lines().enumerate().map(|(place, line)| Line::read(place + 1, line)).collect()
}

impl Line {
    /// Reads a line.
    ///
    /// # Errors
    /// [`BenchError::Line`].
    pub fn read(number: usize, text: &str) -> Result<Self, BenchError> {
        let own: Map<String, Value> = serde_json::from_str(text).map_err(|_| BenchError::Line(number))?;
        Self::of(number, own).ok_or(BenchError::Line(number))
    }

    fn of(number: usize, own: Map<String, Value>) -> Option<Self> {
        Some(Self {
            number,
            kind: own.get("k")?.as_str()?.to_owned(),
            id: own.get("id")?.as_str()?.parse().ok()?,
            case: own.get("c")?.as_str()?.parse().ok()?,
            parent: own.get("p")?.as_str().map(str::parse).transpose().ok()?,
            at: read_time(own.get("at")?.as_str()?)?,
            own,
        })
    }

    /// The text under `key`.
    ///
    /// # Errors
    /// [`BenchError::Line`].
    pub fn text(&self, key: &str) -> Result<&str, BenchError> {
        self.value(key)?.as_str().ok_or(BenchError::Line(self.number))
    }

    /// The whole number under `key`.
    ///
    /// # Errors
    /// [`BenchError::Line`].
    pub fn whole(&self, key: &str) -> Result<i64, BenchError> {
        self.value(key)?.as_i64().ok_or(BenchError::Line(self.number))
    }

    /// The yes or no under `key`.
    ///
    /// # Errors
    /// [`BenchError::Line`].
    pub fn flag(&self, key: &str) -> Result<bool, BenchError> {
        self.value(key)?.as_bool().ok_or(BenchError::Line(self.number))
    }

    /// What it hangs under, for a kind that always does.
    ///
    /// # Errors
    /// [`BenchError::Line`].
    pub fn under(&self) -> Result<EntityId, BenchError> {
        self.parent.ok_or(BenchError::Line(self.number))
    }

    fn value(&self, key: &str) -> Result<&Value, BenchError> {
        self.own.get(key).ok_or(BenchError::Line(self.number))
    }
}

/// A workload may reckon in months of thirty days: its 29 and 30 February are read as days after the 28th.
fn read_time(text: &str) -> Option<Timestamp> {
    if let Some(at) = Timestamp::parse_iso(text) {
        return Some(at);
    }
    let days = match text.get(4..10)? {
        "-02-29" => 1,
        "-02-30" => 2,
        _ => return None,
    };
    let eve = Timestamp::parse_iso(&format!("{}-02-28{}", text.get(..4)?, text.get(10..)?))?;
    Some(eve.plus_ms(days * DAY_MS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_it_is_and_when_it_was() {
        let text = r#"{"k":"note","id":"704b9892-df64-7989-99ae-fb7eee354cba","c":"856e9c87-51f4-7de1-a973-dacb8410a66a",
            "p":"2b932a31-e54f-7389-bffc-e2229e6e2690","at":"2023-02-30T16:45:38Z","body":"Tea."}"#;
        let line = Line::read(1, text).unwrap();
        assert_eq!((line.kind.as_str(), line.text("body").unwrap()), ("note", "Tea."));
        assert_eq!(line.at.to_iso(), "2023-03-02T16:45:38Z");
        assert!(matches!(line.whole("body"), Err(BenchError::Line(1))));
    }

    #[test]
    fn a_line_that_is_none_is_named_by_its_number() {
        for text in ["", "[]", r#"{"k":"note"}"#] {
            assert!(matches!(Line::read(7, text), Err(BenchError::Line(7))), "{text}");
        }
    }
}
