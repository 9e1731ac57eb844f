//! Whether a value fits its field: the same check on the phone before a save and on the server before a merge.

use serde_json::Value;

use crate::model::{FieldEntry, FieldType, Fields, KindEntry, MAX_TEXT_BYTES, Timestamp};

/// Why a value does not fit its field. Names the field, never the value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// The kind has no such field in this version.
    #[error("{kind} has no field {field}")]
    Unknown {
        /// The kind that was written.
        kind: &'static str,
        /// The field nobody knows.
        field: String,
    },
    /// A text where a number belongs, or the like.
    #[error("{field} has the wrong type")]
    Type {
        /// The field that was written.
        field: String,
    },
    /// A number, time or word outside what the field may hold.
    #[error("{field} is out of range")]
    Range {
        /// The field that was written.
        field: String,
    },
    /// Longer than [`MAX_TEXT_BYTES`].
    #[error("{field} is longer than {MAX_TEXT_BYTES} bytes")]
    TooLong {
        /// The field that was written.
        field: String,
    },
}

impl FieldError {
    /// The field that does not fit.
    pub fn field(&self) -> &str {
        match self {
            Self::Unknown { field, .. }
            | Self::Type { field }
            | Self::Range { field }
            | Self::TooLong { field } => field,
        }
    }
}

/// Checks every field of a record.
///
/// # Errors
/// The first field, by name, that does not fit.
pub fn check_fields(kind: &KindEntry, fields: &Fields) -> Result<(), FieldError> {
    fields.iter().try_for_each(|(name, value)| check_field(kind, name, value))
}

/// Checks one field.
///
/// # Errors
/// When the kind has no such field, or the value is not of its type or outside its range.
pub fn check_field(kind: &KindEntry, name: &str, value: &Value) -> Result<(), FieldError> {
    let Some(entry) = kind.find_field(name) else {
        return Err(FieldError::Unknown { kind: kind.name, field: name.to_owned() });
    };
    if value.is_null() { Ok(()) } else { check_value(entry, name, value) }
}

fn check_value(entry: &FieldEntry, name: &str, value: &Value) -> Result<(), FieldError> {
    let field = || name.to_owned();
    match (entry.holds, value) {
        (FieldType::Text, Value::String(text)) => check_text(name, text),
        // What a choice of a newer version reads as; written back, it would replace the word it stands for.
        (FieldType::Choice(_), Value::String(text)) if text == "unknown" => {
            Err(FieldError::Range { field: field() })
        }
        (FieldType::Choice(_), Value::String(text)) if !text.is_empty() && text.len() <= 64 => Ok(()),
        (FieldType::Id, Value::String(text)) => {
            uuid::Uuid::parse_str(text).map(drop).map_err(|_| FieldError::Type { field: field() })
        }
        (FieldType::Integer(low, high), Value::Number(number)) => check_integer(name, number, low, high),
        (FieldType::Time, Value::Number(number)) => {
            check_integer(name, number, Timestamp::EARLIEST.0, Timestamp::LATEST.0)
        }
        (FieldType::Bool, Value::Bool(_)) => Ok(()),
        (FieldType::Words, Value::Array(words)) => check_words(name, words),
        (FieldType::Response, Value::Object(_)) => check_text(name, &value.to_string()),
        _ => Err(FieldError::Type { field: field() }),
    }
}

fn check_text(name: &str, text: &str) -> Result<(), FieldError> {
    if text.len() > MAX_TEXT_BYTES { Err(FieldError::TooLong { field: name.to_owned() }) } else { Ok(()) }
}

fn check_integer(name: &str, number: &serde_json::Number, low: i64, high: i64) -> Result<(), FieldError> {
    match number.as_i64() {
        Some(whole) if (low..=high).contains(&whole) => Ok(()),
        Some(_) => Err(FieldError::Range { field: name.to_owned() }),
        None => Err(FieldError::Type { field: name.to_owned() }),
    }
}

fn check_words(name: &str, words: &[Value]) -> Result<(), FieldError> {
    if words.len() > 200 {
        return Err(FieldError::Range { field: name.to_owned() });
    }
    words.iter().try_for_each(|word| match word {
        Value::String(text) => check_text(name, text),
        _ => Err(FieldError::Type { field: name.to_owned() }),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::Record;
    use crate::model::kinds::{Assessment, CheckIn, Contact, Mode, VisitNote};

    fn refusal(kind: &KindEntry, name: &str, value: impl Into<Value>) -> Option<FieldError> {
        check_field(kind, name, &value.into()).err()
    }

    #[test]
    fn a_note_of_64_kib_fits_and_one_byte_more_does_not() {
        let fits = "x".repeat(MAX_TEXT_BYTES);
        assert_eq!(refusal(VisitNote::ENTRY, "body", json!(fits)), None);
        assert_eq!(
            refusal(VisitNote::ENTRY, "body", json!(fits + "x")),
            Some(FieldError::TooLong { field: "body".into() })
        );
    }

    #[test]
    fn a_check_in_outside_its_scale_is_refused() {
        for (score, refused) in [(-1, true), (0, false), (10, false), (11, true)] {
            assert_eq!(refusal(CheckIn::ENTRY, "score", json!(score)).is_some(), refused, "{score}");
        }
    }

    #[test]
    fn a_value_of_the_wrong_type_is_refused() {
        for (kind, field, value) in [
            (VisitNote::ENTRY, "body", json!(7)),
            (CheckIn::ENTRY, "score", json!("7")),
            (CheckIn::ENTRY, "score", json!(7.5)),
            (Contact::ENTRY, "agreed_before", json!("yes")),
            (Contact::ENTRY, "purposes", json!(["listen", 3])),
            (CheckIn::ENTRY, "goal", json!("not an id")),
            (Assessment::ENTRY, "answer.satisfaction", json!(7)),
        ] {
            assert_eq!(refusal(kind, field, value), Some(FieldError::Type { field: field.into() }));
        }
    }

    #[test]
    fn a_year_no_calendar_has_is_refused() {
        for at in [i64::MIN, i64::MAX, Timestamp::EARLIEST.0 - 1, Timestamp::LATEST.0 + 1] {
            assert_eq!(
                refusal(Contact::ENTRY, "at", json!(at)),
                Some(FieldError::Range { field: "at".into() })
            );
        }
    }

    #[test]
    fn a_field_nobody_knows_is_named() {
        assert!(matches!(
            refusal(VisitNote::ENTRY, "mood", json!("x")),
            Some(FieldError::Unknown { kind: "visit_note", .. })
        ));
        assert!(matches!(refusal(Assessment::ENTRY, "answer.", json!({})), Some(FieldError::Unknown { .. })));
    }

    #[test]
    fn a_word_of_a_newer_version_is_kept() {
        assert_eq!(refusal(Contact::ENTRY, "mode", json!("hologram")), None);
    }

    #[test]
    fn the_word_for_a_word_that_could_not_be_read_is_never_written() {
        let refused = refusal(Contact::ENTRY, "mode", json!(Mode::Unknown));
        assert_eq!(refused, Some(FieldError::Range { field: "mode".into() }));
    }

    #[test]
    fn any_field_may_be_cleared() {
        assert_eq!(refusal(VisitNote::ENTRY, "body", Value::Null), None);
    }
}
