//! What an operation's text is about, as far as erasing is concerned: also of one that this server cannot do.

use alongside_core::merge::erased_with;
use alongside_core::model::{EntityId, Fields};
use serde::Deserialize;
use serde_json::Value;

/// What a text is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::engine) struct About {
    /// The record it is on.
    pub(in crate::engine) record: Option<EntityId>,
    /// What it would be erased with: the case, or the person, whose stream it writes to, the case a draft is about, the
    /// record an amendment or a part belongs to. A case has the id of its client's record.
    pub(in crate::engine) with: Vec<EntityId>,
    /// It seals a copy of the record.
    pub(in crate::engine) publishes: bool,
}

#[derive(Default, Deserialize)]
struct Words {
    #[serde(default)]
    k: Value,
    #[serde(default)]
    e: Value,
    #[serde(default)]
    s: Value,
    #[serde(default)]
    t: Value,
    #[serde(default)]
    f: Value,
}

impl About {
    /// Reads a text; one that is no operation is about nothing.
    pub(in crate::engine) fn read(text: &str) -> Self {
        let words: Words = serde_json::from_str(text).unwrap_or_default();
        let fields: Fields = match words.f {
            Value::Object(fields) => fields.into_iter().collect(),
            _ => Fields::new(),
        };
        let mut with = erased_with(words.t.as_str(), &fields);
        with.extend(words.s.as_str().and_then(owner));
        with.extend(fields.get("case").and_then(id));
        Self { record: id(&words.e), with, publishes: words.k == "publish" }
    }

    /// Whether anything it is about is one of those.
    ///
    /// # Errors
    /// What `is_gone` answers.
    pub(in crate::engine) fn touches<E>(
        &self,
        mut is_gone: impl FnMut(EntityId) -> Result<bool, E>,
    ) -> Result<bool, E> {
        for id in self.record.iter().chain(&self.with) {
            if is_gone(*id)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn id(value: &Value) -> Option<EntityId> {
    value.as_str()?.parse().ok()
}

/// Whose stream it is, also of an audience that only a newer server knows.
fn owner(stream: &str) -> Option<EntityId> {
    stream.split_once(':')?.1.parse().ok()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn ids(numbers: &[u128]) -> Vec<EntityId> {
        numbers.iter().map(|number| EntityId(Uuid::from_u128(*number))).collect()
    }

    #[test]
    fn what_a_text_would_be_erased_with_is_read_from_it() {
        let [one, two, three] = [1, 2, 3].map(Uuid::from_u128);
        for (text, record, with) in [
            (format!(r#"{{"k":"set","e":"{one}","f":{{"wording":"walk"}}}}"#), &[1][..], &[][..]),
            (format!(r#"{{"k":"create","e":"{one}","s":"work:{two}","t":"contact"}}"#), &[1], &[2]),
            (format!(r#"{{"k":"create","e":"{one}","s":"choir:{two}","t":"song"}}"#), &[1], &[2]),
            (
                format!(
                    r#"{{"k":"create","e":"{one}","s":"shared:{two}","t":"step","f":{{"goal":"{three}"}}}}"#
                ),
                &[1],
                &[3, 2],
            ),
            (
                format!(
                    r#"{{"k":"create","e":"{one}","s":"private:{two}","t":"visit_note","f":{{"case":"{three}","contact":"{one}"}}}}"#
                ),
                &[1],
                &[2, 3],
            ),
            (format!(r#"{{"k":"bequeath","e":"{one}","f":{{"amends":"{three}"}}}}"#), &[1], &[3]),
            (r#"{"e":7,"f":[]}"#.to_owned(), &[], &[]),
            ("no operation".to_owned(), &[], &[]),
        ] {
            let about = About::read(&text);
            assert_eq!((about.record, about.with), (ids(record).first().copied(), ids(with)), "{text}");
        }
    }
}
