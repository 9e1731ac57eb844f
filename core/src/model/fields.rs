//! A record's fields, and the way between them and a kind's struct.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde_json::Value;

use super::KindEntry;

/// Field name to value. A field that was never written is absent; a field that was cleared is `null`.
pub type Fields = BTreeMap<String, Value>;

/// A kind of record: one struct whose field names are the catalogue's.
pub trait Record: Serialize + DeserializeOwned {
    /// What the catalogue says of this kind.
    const ENTRY: &'static KindEntry;
}

/// A record's fields do not fit its kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a {kind} has fields this version cannot read")]
pub struct RecordError {
    /// The kind that was asked for.
    pub kind: &'static str,
}

/// The fields of `record`; what it does not say is left out.
///
/// # Errors
/// When the struct does not serialise to a JSON object, which is a fault of the kind's own file.
pub fn to_fields<R: Record>(record: &R) -> Result<Fields, RecordError> {
    let value = serde_json::to_value(record).ok();
    value.and_then(said).ok_or(RecordError { kind: R::ENTRY.name })
}

/// Reads a record out of `fields`. Fields of newer versions are passed over; they stay in the store.
///
/// # Errors
/// When a field that the kind needs is missing or of another type.
pub fn from_fields<R: Record>(fields: &Fields) -> Result<R, RecordError> {
    let mut said =
        fields.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.as_str(), value));
    R::deserialize(Said::new(&mut said)).map_err(|_| RecordError { kind: R::ENTRY.name })
}

/// The fields as serde reads them: where they lie, without a copy. One type for all kinds, because whatever is made anew for each
/// of them is carried some forty times by a phone's library.
type Said<'a> = MapDeserializer<'a, &'a mut dyn Iterator<Item = (&'a str, &'a Value)>, serde_json::Error>;

fn said(value: Value) -> Option<Fields> {
    match value {
        Value::Object(object) => Some(object.into_iter().filter(|(_, value)| !value.is_null()).collect()),
        _ => None,
    }
}
