//! The keys of one line, taken one by one; what is left over at the end would be lost, so it is a fault.

use alongside_core::model::MAX_TEXT_BYTES;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::fault::Fault;

/// The keys nobody has taken yet.
pub(super) struct Keys(Map<String, Value>);

impl Keys {
    /// Reads a line. The parser's own message is left out, since it can quote the line.
    pub(super) fn parse(line: &str) -> Result<Self, Fault> {
        serde_json::from_str(line).map(Self).map_err(|_| Fault::NotJson)
    }

    /// Whatever the key holds.
    pub(super) fn take(&mut self, key: &'static str) -> Result<Value, Fault> {
        self.0.remove(key).ok_or(Fault::MissingKey(key))
    }

    /// Text of at most [`MAX_TEXT_BYTES`].
    pub(super) fn take_text(&mut self, key: &'static str) -> Result<String, Fault> {
        match self.take(key)? {
            Value::String(text) if text.len() <= MAX_TEXT_BYTES => Ok(text),
            Value::String(_) => Err(Fault::TooLong(key)),
            _ => Err(Fault::WrongType(key)),
        }
    }

    /// A whole number in a range.
    pub(super) fn take_whole(
        &mut self,
        key: &'static str,
        range: std::ops::RangeInclusive<i64>,
    ) -> Result<i64, Fault> {
        match self.take(key)?.as_number().map(|number| number.as_i64()) {
            Some(Some(whole)) if range.contains(&whole) => Ok(whole),
            Some(Some(_)) => Err(Fault::OutOfRange(key)),
            _ => Err(Fault::WrongType(key)),
        }
    }

    /// An id.
    pub(super) fn take_id(&mut self, key: &'static str) -> Result<Uuid, Fault> {
        self.take_maybe_id(key)?.ok_or(Fault::WrongType(key))
    }

    /// An id or `null`.
    pub(super) fn take_maybe_id(&mut self, key: &'static str) -> Result<Option<Uuid>, Fault> {
        match self.take(key)? {
            Value::Null => Ok(None),
            Value::String(text) => Uuid::parse_str(&text).map(Some).map_err(|_| Fault::WrongType(key)),
            _ => Err(Fault::WrongType(key)),
        }
    }

    /// Every key has been taken.
    pub(super) fn finish(self) -> Result<(), Fault> {
        if self.0.is_empty() { Ok(()) } else { Err(Fault::UnknownKey) }
    }
}
