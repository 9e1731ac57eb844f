//! Going through a resource, element by element.

use serde_json::Value;

/// Calls `visit` with every element of a resource: its path without list places, such as `participant.period`, and its value.
pub(super) fn walk<'a>(value: &'a Value, visit: &mut impl FnMut(&str, &'a Value)) {
    step("", value, visit);
}

fn step<'a>(path: &str, value: &'a Value, visit: &mut impl FnMut(&str, &'a Value)) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                visit(&path, inner);
                step(&path, inner, visit);
            }
        }
        Value::Array(items) => {
            for item in items {
                if !item.is_array() {
                    visit(path, item);
                }
                step(path, item, visit);
            }
        }
        _ => {}
    }
}
