//! How large a record may become: it travels in one row of one answer, so it must always fit one.

use alongside_core::model::{Cell, Entity};
use serde_json::Value;

/// Largest content of one record with all its texts, in bytes of JSON: half of what a phone accepts in one answer.
const MAX_RECORD_BYTES: usize = 4 * 1024 * 1024;

/// Whether a record is larger than that.
pub(super) fn is_too_large(entity: &Entity) -> bool {
    let fields = entity.cells.iter().map(|(name, cell)| name.len() + cell_bytes(cell));
    let siblings = entity
        .siblings
        .iter()
        .flat_map(|(name, cells)| cells.iter().map(|cell| name.len() + cell_bytes(cell)));
    fields.chain(siblings).sum::<usize>() > MAX_RECORD_BYTES
}

/// A value with its revision and punctuation.
fn cell_bytes(cell: &Cell) -> usize {
    value_bytes(&cell.value) + 16
}

/// About how long a value is as JSON, and hardly ever less.
pub(in crate::engine) fn value_bytes(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) => 5,
        Value::Number(_) => 20,
        Value::String(text) => text.len() + text.bytes().map(escape_bytes).sum::<usize>() + 3,
        Value::Array(items) => items.iter().map(|item| value_bytes(item) + 1).sum::<usize>() + 2,
        Value::Object(map) => {
            map.iter().map(|(key, value)| key.len() + value_bytes(value) + 4).sum::<usize>() + 2
        }
    }
}

/// What a byte of text takes beyond itself as JSON.
const fn escape_bytes(byte: u8) -> usize {
    match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 8 | 12 => 1,
        0..32 => 5,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_estimate_is_never_far_below_the_text() {
        for value in [
            json!(null),
            json!(-12345),
            json!("plain words"),
            json!("a \"quote\"\nand a line"),
            json!("\u{1}\u{0}\u{1f}\u{8}\u{c}"),
            json!(["a", "b", {"c": true}]),
            json!({"at": 1_800_000_000_000i64, "value": 7}),
        ] {
            assert!(value_bytes(&value) >= value.to_string().len(), "{value}");
        }
    }
}
