//! Seals: the hash of what an author saw, and the id of what was published.
//!
//! Both sides compute both, so a phone can show its signed note before the server has heard of it.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::order::sort_by_key;
use super::{EntityId, Fields, VOID_REASON};

/// The hash of a record's content, in hexadecimal: SHA-256 over its kind, a line feed, and its fields as canonical JSON.
/// Cleared fields, `case`, which only a draft carries, and the reason why a sealed record is void are left out.
pub fn content_hash(kind: &str, fields: &Fields) -> String {
    let mut hasher = Sha256::new();
    hasher.update(kind);
    hasher.update("\n");
    let content = fields.iter().filter(|(name, value)| is_sealed_content(name) && !value.is_null());
    hasher.update(canonical_object(content));
    hex(&hasher.finalize())
}

/// Whether a seal covers the field called `name`.
fn is_sealed_content(name: &str) -> bool {
    name != "case" && name != VOID_REASON
}

/// The id of the sealed record that `draft` becomes; `revision` is 1 unless a person submits one draft twice.
pub fn published_id(draft: EntityId, revision: u32) -> EntityId {
    EntityId(Uuid::new_v5(&draft.0, format!("published {revision}").as_bytes()))
}

/// JSON with object keys in order, no spaces, and strings as RFC 8785 writes them: equal values give equal text.
pub fn canonical_json(value: &Value) -> String {
    match value {
        Value::Object(object) => canonical_object(object.iter()),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(canonical_json).collect();
            format!("[{}]", items.join(","))
        }
        plain => plain.to_string(),
    }
}

fn canonical_object<'a>(entries: impl Iterator<Item = (&'a String, &'a Value)>) -> String {
    let mut entries: Vec<_> = entries.collect();
    sort_by_key(&mut entries, |(name, _)| *name);
    let body: Vec<String> = entries
        .into_iter()
        .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical_json(value)))
        .collect();
    format!("{{{}}}", body.join(","))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(pairs: &[(&str, Value)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    }

    #[test]
    fn the_order_of_keys_changes_nothing() {
        let one: Value = serde_json::from_str(r#"{"b":[1,{"y":2,"x":"é\n"}],"a":null}"#).unwrap();
        let two: Value =
            serde_json::from_str(r#"{ "a": null, "b": [1, {"x": "\u00e9\u000a", "y": 2}] }"#).unwrap();
        assert_eq!(canonical_json(&one), canonical_json(&two));
        assert_eq!(canonical_json(&one), "{\"a\":null,\"b\":[1,{\"x\":\"é\\n\",\"y\":2}]}");
    }

    #[test]
    fn any_change_of_a_word_changes_the_hash() {
        let note = fields(&[("body", json!("She wants to walk again.")), ("at", json!(5))]);
        let other = fields(&[("body", json!("She wants to walk again")), ("at", json!(5))]);
        assert_ne!(content_hash("visit_note", &note), content_hash("visit_note", &other));
        assert_ne!(content_hash("visit_note", &note), content_hash("need", &note));
    }

    #[test]
    fn a_draft_and_its_sealed_copy_have_one_hash() {
        let draft = fields(&[("body", json!("x")), ("case", json!(Uuid::nil())), ("promised", Value::Null)]);
        assert_eq!(
            content_hash("visit_note", &draft),
            content_hash("visit_note", &fields(&[("body", json!("x"))]))
        );
    }

    #[test]
    fn the_hash_is_the_one_the_protocol_documents() {
        let note = fields(&[("body", json!("Tea with Ada."))]);
        let by_hand = Sha256::digest("visit_note\n{\"body\":\"Tea with Ada.\"}");
        assert_eq!(content_hash("visit_note", &note), hex(&by_hand));
    }

    #[test]
    fn a_second_submission_has_another_id() {
        let draft = EntityId(Uuid::from_u128(9));
        assert_eq!(published_id(draft, 1), published_id(draft, 1));
        assert_ne!(published_id(draft, 1), published_id(draft, 2));
    }
}
