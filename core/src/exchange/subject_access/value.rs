//! A field in words, by what the catalogue says it holds. A field or kind of a newer version is written as it is.

use serde_json::Value;

use crate::exchange::words::{capital, moment};
use crate::model::{FieldType, KindEntry, Timestamp};

/// A field's name as a person reads it.
pub(super) fn name(field: &str) -> String {
    let words = field.replace('_', " ");
    match words.split_once('.') {
        Some((part, item)) => capital(&format!("{part}: {item}")),
        None => capital(&words),
    }
}

/// A field's value as a person reads it; nothing for a field that was cleared.
pub(super) fn words(kind: Option<&KindEntry>, field: &str, value: &Value) -> Option<String> {
    let holds = kind.and_then(|kind| kind.find_field(field)).map(|entry| entry.holds);
    match (holds, value) {
        (_, Value::Null) => None,
        (Some(FieldType::Time), Value::Number(number)) => Some(moment(Timestamp(number.as_i64()?))),
        (Some(FieldType::Choice(_)), Value::String(word)) => Some(word.replace('_', " ")),
        (_, Value::Bool(yes)) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        (_, Value::String(text)) => Some(text.clone()),
        (_, Value::Array(items)) => Some(
            items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect::<Vec<_>>()
                .join("; "),
        ),
        (_, Value::Object(response)) => Some(said(response)),
        (_, other) => Some(other.to_string()),
    }
}

/// A response to a question: its value, its words, or that there was none.
fn said(response: &serde_json::Map<String, Value>) -> String {
    let part = |name: &str| response.get(name);
    match (part("value"), part("text"), part("skip")) {
        (Some(value), _, _) => value.to_string(),
        (_, Some(text), _) => text.as_str().unwrap_or_default().to_owned(),
        (_, _, Some(skip)) => skip.as_str().unwrap_or_default().replace('_', " "),
        _ => Value::Object(response.clone()).to_string(),
    }
}
