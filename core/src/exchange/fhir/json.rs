//! A resource as FHIR's JSON: elements without a value are left out, since FHIR allows no null and no empty list or object,
//! and control characters are taken out of texts, since FHIR allows none but tab and line ends.

use serde_json::{Map, Value};

/// The same without nulls, empty lists, empty objects and empty strings.
pub(crate) fn prune(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => {
            let text: String = text.chars().filter(|c| !c.is_control() || "\t\r\n".contains(*c)).collect();
            (!text.trim().is_empty()).then_some(Value::String(text))
        }
        Value::Array(items) => {
            let items: Vec<Value> = items.into_iter().filter_map(prune).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(object) => {
            let object: Map<String, Value> =
                object.into_iter().filter_map(|(name, value)| Some((name, prune(value)?))).collect();
            (!object.is_empty()).then_some(Value::Object(object))
        }
        kept => Some(kept),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn control_characters_do_not_travel() {
        assert_eq!(prune(json!("a\u{0}\u{b}b\nc")), Some(json!("ab\nc")));
    }

    #[test]
    fn nothing_empty_is_written() {
        let value =
            json!({"a": null, "b": [], "c": {"d": [{}]}, "e": [null, 1], "f": false, "g": 0, "h": " "});
        assert_eq!(prune(value), Some(json!({"e": [1], "f": false, "g": 0})));
    }
}
