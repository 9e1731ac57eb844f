//! Points in time as they are stored and sent.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The year 1900: nothing in a record of care happened before it.
    pub const EARLIEST: Self = Self(-2_208_988_800_000);
    /// The end of the year 2200.
    pub const LATEST: Self = Self(7_289_654_399_999);

    /// As a calendar time, or nothing when the number is outside what a calendar can name.
    pub fn to_utc(self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_millis(self.0)
    }

    /// As `2026-11-22T09:30:00Z`; an impossible time gives its number.
    pub fn to_iso(self) -> String {
        self.to_utc().map_or_else(|| self.0.to_string(), |t| t.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }

    /// Reads an ISO 8601 time with a zone.
    pub fn parse_iso(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|t| Self(t.timestamp_millis()))
    }

    /// This time `ms` milliseconds later, or earlier when negative; stops at the ends of the range.
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_survives_its_text_form() {
        let text = "2026-11-22T09:30:00Z";
        assert_eq!(Timestamp::parse_iso(text).map(Timestamp::to_iso).as_deref(), Some(text));
    }

    #[test]
    fn a_time_without_a_zone_is_refused() {
        assert_eq!(Timestamp::parse_iso("2026-11-22T09:30:00"), None);
    }

    #[test]
    fn the_ends_of_the_range_are_the_years_they_say() {
        assert_eq!(Timestamp::EARLIEST.to_iso(), "1900-01-01T00:00:00Z");
        assert_eq!(Timestamp::LATEST.to_iso(), "2200-12-31T23:59:59.999Z");
    }
}
