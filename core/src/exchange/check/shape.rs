//! FHIR's JSON: nothing empty, one value where one may be chosen.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fault::FaultKind;
use super::walk::walk;

/// Each fault with its element.
pub(super) fn check(resource: &Value) -> Vec<(String, FaultKind)> {
    let mut found = Vec::new();
    walk(resource, &mut |path, value| {
        if is_empty(value) {
            found.push((path.to_owned(), FaultKind::Empty));
        }
        if values(value) > 1 {
            found.push((path.to_owned(), FaultKind::TwoValues));
        }
        if has_both(value) {
            found.push((path.to_owned(), FaultKind::TwoValues));
        }
    });
    if values(resource) > 1 {
        found.push(("value".to_owned(), FaultKind::TwoValues));
    }
    found
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

fn values(value: &Value) -> usize {
    value.as_object().map_or(0, |object| {
        object.keys().filter(|name| name.starts_with("value") && *name != "value").count()
    })
}

/// qrs-1: a question has answers or questions of its own, not both.
fn has_both(value: &Value) -> bool {
    let names: Option<BTreeMap<&str, ()>> =
        value.as_object().map(|object| object.keys().map(|name| (name.as_str(), ())).collect());
    names.is_some_and(|names| {
        names.contains_key("linkId") && names.contains_key("answer") && names.contains_key("item")
    })
}
