//! From an operation's text to an operation, or to what becomes of a text that is none.

use alongside_core::model::{Act, EntityId, Op, Outcome, StreamError, StreamRef, Why};
use alongside_core::wire::limits;
use serde::Deserialize;
use serde_json::Value;

/// One operation of a push.
pub(super) struct SentOp<'a> {
    pub(super) n: u64,
    pub(super) text: &'a str,
    /// Whether it stands or falls with the one before it.
    pub(super) joined: bool,
    /// The record it is about, as far as that can be read.
    pub(super) entity: Option<EntityId>,
    pub(super) op: Result<Op, Unread>,
}

/// Why a text is no operation here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) outcome: Outcome,
    pub(super) why: Why,
}

/// What can be read of a text even when it is no operation.
#[derive(Default, Deserialize)]
struct Glimpse {
    #[serde(default)]
    k: Value,
    #[serde(default)]
    e: Value,
    #[serde(default)]
    s: Value,
    #[serde(default)]
    j: Value,
}

/// Reads operations numbered from `first`.
pub(super) fn read_ops<'a>(first: u64, texts: &[&'a str]) -> Vec<SentOp<'a>> {
    (first..).zip(texts).map(|(n, text)| read_op(n, text)).collect()
}

pub(super) fn read_op(n: u64, text: &str) -> SentOp<'_> {
    let refused = |why| Err(Unread { outcome: Outcome::Quarantined, why });
    let deep = depth(text) > limits::MAX_JSON_DEPTH;
    let glimpse: Glimpse =
        if deep { Glimpse::default() } else { serde_json::from_str(text).unwrap_or_default() };
    let op = if text.len() > limits::MAX_OP_BYTES {
        refused(Why::TooLarge)
    } else if deep {
        refused(Why::Malformed)
    } else {
        serde_json::from_str(text).map_err(|_| unread(&glimpse))
    };
    let entity = glimpse.e.as_str().and_then(|id| id.parse().ok());
    SentOp { n, text, joined: glimpse.j == Value::Bool(true), entity, op }
}

/// An act or an audience of a newer app waits for a newer server; anything else is no operation at all.
fn unread(glimpse: &Glimpse) -> Unread {
    let newer_act = glimpse.k.is_string() && Act::deserialize(&glimpse.k).is_err();
    let stream = glimpse.s.as_str().map(str::parse::<StreamRef>);
    if newer_act || stream == Some(Err(StreamError::Audience)) {
        Unread { outcome: Outcome::Parked, why: Why::UnknownKind }
    } else {
        Unread { outcome: Outcome::Quarantined, why: Why::Malformed }
    }
}

/// How deep the brackets of a JSON text nest.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0usize, 0usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn refusal(text: &str) -> Option<Unread> {
        read_op(1, text).op.err()
    }

    #[test]
    fn an_operation_is_read_with_its_number() {
        let id = EntityId(Uuid::from_u128(5));
        let text = serde_json::to_string(&Op { joined: true, ..Op::bare(Act::Archive, id) }).unwrap();
        let sent = read_op(7, &text);
        assert_eq!((sent.n, sent.joined, sent.entity), (7, true, Some(id)));
        assert_eq!(sent.op.unwrap().act, Act::Archive);
    }

    #[test]
    fn what_is_no_operation_is_set_aside_as_malformed() {
        let malformed = Some(Unread { outcome: Outcome::Quarantined, why: Why::Malformed });
        let lone = r#"{"k":"set","e":"00000000-0000-0000-0000-000000000005","f":{"body":"\ud800"}}"#;
        for text in ["null", "7", "[]", "{}", r#"{"k":"set"}"#, r#"{"k":7,"e":"x"}"#, lone] {
            assert_eq!(refusal(text), malformed, "{text}");
        }
    }

    #[test]
    fn what_a_newer_app_does_waits_for_a_newer_server() {
        let parked = Some(Unread { outcome: Outcome::Parked, why: Why::UnknownKind });
        let id = Uuid::nil();
        assert_eq!(refusal(&format!(r#"{{"k":"bequeath","e":"{id}"}}"#)), parked);
        assert_eq!(refusal(&format!(r#"{{"k":"create","e":"{id}","s":"choir:{id}","t":"song"}}"#)), parked);
    }

    #[test]
    fn size_and_depth_have_their_limits() {
        let id = Uuid::nil();
        let nested = |levels: usize| {
            let (open, close) = ("[".repeat(levels), "]".repeat(levels));
            format!(r#"{{"k":"set","e":"{id}","f":{{"body":{open}{close}}}}}"#)
        };
        assert_eq!(refusal(&nested(limits::MAX_JSON_DEPTH - 2)), None);
        assert_eq!(
            refusal(&nested(limits::MAX_JSON_DEPTH - 1)).map(|unread| unread.why),
            Some(Why::Malformed)
        );
        assert_eq!(refusal(&nested(500_000)).map(|unread| unread.why), Some(Why::TooLarge));
        let long =
            format!(r#"{{"k":"set","e":"{id}","f":{{"body":"{}"}}}}"#, "x".repeat(limits::MAX_OP_BYTES));
        assert_eq!(refusal(&long).map(|unread| unread.why), Some(Why::TooLarge));
        assert_eq!(read_op(1, &long).entity, Some(EntityId(id)));
    }

    #[test]
    fn brackets_in_words_are_not_depth() {
        assert_eq!(depth(r#"{"a":"[[[\"[[{{","b":[1]}"#), 2);
    }
}
