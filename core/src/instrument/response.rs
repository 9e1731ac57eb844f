//! What a person answered to one question, and how it is written in a record.
//! It must not know the question: whether the answer fits is `answer.rs`.

use std::collections::BTreeMap;
use std::fmt;

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

/// Answers by item id. A question without an entry has not been answered, which is never nought.
pub type Answers = BTreeMap<String, Response>;

/// One person's response to one question.
///
/// Stored as `{"value":7}`, `{"text":"…"}`, `{"skip":"not_now"}` or `{"skip":"prefer_not_to_say"}`; keys that others
/// keep beside these (such as when it was given) are ignored on reading. `Debug` never shows what was answered.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "StoredResponse")]
pub enum Response {
    /// A point on a scale, or the code of a choice.
    Value(i64),
    /// The person's own words.
    Text(String),
    /// "Not now": to come back to.
    NotNow,
    /// "I would rather not say": an answer in its own right, not to be asked again.
    PreferNotToSay,
}

const NOT_NOW: &str = "not_now";
const PREFER_NOT_TO_SAY: &str = "prefer_not_to_say";

impl Serialize for Response {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Self::Value(value) => map.serialize_entry("value", value)?,
            Self::Text(text) => map.serialize_entry("text", text)?,
            Self::NotNow => map.serialize_entry("skip", NOT_NOW)?,
            Self::PreferNotToSay => map.serialize_entry("skip", PREFER_NOT_TO_SAY)?,
        }
        map.end()
    }
}

/// The three keys as they came. Values are taken as they are and judged below, because serde's own message for a wrong
/// type quotes what it found, and that would be somebody's answer.
#[derive(Deserialize)]
struct StoredResponse {
    value: Option<Value>,
    text: Option<Value>,
    skip: Option<Value>,
}

impl TryFrom<StoredResponse> for Response {
    type Error = &'static str;

    fn try_from(stored: StoredResponse) -> Result<Self, Self::Error> {
        match (stored.value, stored.text, stored.skip) {
            (Some(value), None, None) => value.as_i64().map(Self::Value).ok_or("value is not a whole number"),
            (None, Some(Value::String(text)), None) => Ok(Self::Text(text)),
            (None, Some(_), None) => Err("text is not text"),
            (None, None, Some(skip)) => match skip.as_str() {
                Some(NOT_NOW) => Ok(Self::NotNow),
                Some(PREFER_NOT_TO_SAY) => Ok(Self::PreferNotToSay),
                _ => Err("skip is neither not_now nor prefer_not_to_say"),
            },
            _ => Err("a response holds exactly one of value, text and skip"),
        }
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Response(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_response_has_its_own_compact_json() {
        let cases = [
            (Response::Value(7), r#"{"value":7}"#),
            (Response::Value(0), r#"{"value":0}"#),
            (Response::Text("My sister's visits".into()), r#"{"text":"My sister's visits"}"#),
            (Response::NotNow, r#"{"skip":"not_now"}"#),
            (Response::PreferNotToSay, r#"{"skip":"prefer_not_to_say"}"#),
        ];
        for (response, json) in cases {
            assert_eq!(serde_json::to_string(&response).unwrap(), json);
            assert_eq!(serde_json::from_str::<Response>(json).unwrap(), response);
        }
    }

    #[test]
    fn keys_stored_beside_the_response_are_ignored() {
        let stored = r#"{"at":"2026-03-02T10:00:00Z","value":3,"by":{"id":4}}"#;
        assert_eq!(serde_json::from_str::<Response>(stored).unwrap(), Response::Value(3));
    }

    #[test]
    fn unreadable_responses_are_refused_without_quoting_them() {
        let unreadable = [
            "{}",
            r#"{"at":1}"#,
            r#"{"value":null}"#,
            r#"{"value":"secret"}"#,
            r#"{"value":7.5}"#,
            r#"{"text":["secret"]}"#,
            r#"{"skip":"secret"}"#,
            r#"{"value":1,"text":"secret"}"#,
            r#"{"value":1,"skip":"not_now"}"#,
        ];
        for json in unreadable {
            let error = serde_json::from_str::<Response>(json).expect_err(json).to_string();
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn debug_shows_no_answer() {
        let shown = format!("{:?}{:?}", Response::Text("secret".into()), Response::Value(987));
        assert!(!shown.contains("secret") && !shown.contains("987"));
    }
}
