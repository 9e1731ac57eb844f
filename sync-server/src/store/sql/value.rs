//! Between columns and the types of the service: ids are blobs, times and commits are integers, choices are words.

use alongside_core::model::{Audience, Choice, Role, StreamRef, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::row::{FromColumn, Row};
use crate::store::StoreError;

/// A column.
pub(super) fn get<T: FromColumn>(row: &dyn Row, column: usize) -> Result<T, StoreError> {
    T::from_column(row, column)
}

/// An id.
pub(super) fn id<T: From<Uuid>>(row: &dyn Row, column: usize) -> Result<T, StoreError> {
    let bytes: [u8; 16] = get(row, column)?;
    Ok(Uuid::from_bytes(bytes).into())
}

/// An id, if there is one.
pub(super) fn maybe_id<T: From<Uuid>>(row: &dyn Row, column: usize) -> Result<Option<T>, StoreError> {
    let bytes: Option<[u8; 16]> = get(row, column)?;
    Ok(bytes.map(|bytes| Uuid::from_bytes(bytes).into()))
}

/// A time.
pub(super) fn time(row: &dyn Row, column: usize) -> Result<Timestamp, StoreError> {
    Ok(Timestamp(get(row, column)?))
}

/// A time, if there is one.
pub(super) fn maybe_time(row: &dyn Row, column: usize) -> Result<Option<Timestamp>, StoreError> {
    let time: Option<i64> = get(row, column)?;
    Ok(time.map(Timestamp))
}

/// A role by its name.
pub(super) fn role(row: &dyn Row, column: usize) -> Result<Role, StoreError> {
    let name: String = get(row, column)?;
    Role::find(&name).ok_or(StoreError::Damaged { table: "person" })
}

/// An operation's number, which databases keep as a signed integer.
pub(super) fn op_number(row: &dyn Row, column: usize) -> Result<u64, StoreError> {
    let number: i64 = get(row, column)?;
    u64::try_from(number).map_err(|_| StoreError::Damaged { table: "replica" })
}

/// An operation's number as databases keep it. A chain never gets as long as the largest signed integer.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The number of an audience in storage.
pub(super) fn audience_number(audience: Audience) -> i64 {
    let place = Audience::ALL.iter().position(|known| *known == audience);
    place.and_then(|place| i64::try_from(place).ok()).unwrap_or(i64::MAX)
}

/// A stream's name from its audience and owner columns.
pub(super) fn stream_name(row: &dyn Row, audience: usize, owner: usize) -> Result<StreamRef, StoreError> {
    let number: u8 = get(row, audience)?;
    let audience = Audience::ALL.get(usize::from(number)).copied();
    let audience = audience.ok_or(StoreError::Damaged { table: "stream" })?;
    Ok(StreamRef { audience, owner: id(row, owner)? })
}

/// JSON text for a column.
pub(super) fn to_json<T: Serialize>(value: &T, table: &'static str) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Damaged { table })
}

/// A value out of a column's JSON text.
pub(super) fn from_json<T: DeserializeOwned>(text: &str, table: &'static str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Damaged { table })
}

/// The word an enum is written as in JSON, for a text column.
pub(super) fn to_word<T: Serialize>(value: &T, table: &'static str) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Damaged { table }),
    }
}

/// The enum a text column's word stands for.
pub(super) fn from_word<T: DeserializeOwned>(word: String, table: &'static str) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(word)).map_err(|_| StoreError::Damaged { table })
}
