//! Every line has the documented keys in the documented order, and values from the documented lists.

use serde_json::Value;

use super::CASELOAD;
use crate::people::line::Line;
use crate::people::{USUAL_ENDING, caseload, day};

/// The documented shape: each kind with its own keys, which follow `k`, `id`, `c`, `p` and `at`.
const SHAPE: [(&str, &[&str]); 10] = [
    ("client", &["name", "born", "practice", "condition", "consent", "months"]),
    ("contact", &["mode", "mins", "kept"]),
    ("note", &["body"]),
    ("assessment", &["tool", "ver", "state"]),
    ("answer", &["domain", "score", "comment"]),
    ("goal", &["title", "state"]),
    ("step", &["seq", "title", "done"]),
    ("checkin", &["by", "score", "note"]),
    ("referral", &["to", "why"]),
    ("refstatus", &["status", "note"]),
];

/// The documented values of keys that have a closed list.
const VALUES: [(&str, &str, &[&str]); 7] = [
    ("client", "condition", &["t2d", "copd", "asthma", "chd"]),
    ("contact", "mode", &["home", "phone", "surgery", "community", "text"]),
    ("assessment", "tool", &["whole-life-8"]),
    (
        "answer",
        "domain",
        &["lifestyle", "self-care", "symptoms", "work", "money", "home", "people", "outlook"],
    ),
    ("goal", "state", &["open", "met", "dropped"]),
    ("checkin", "by", &["client", "worker"]),
    ("refstatus", "status", &["made", "accepted", "attended", "closed"]),
];

/// The keys of one line in the order they are written: each must follow the one before it.
fn has_keys_in_order(line: &str, keys: &[&str]) -> bool {
    let mut rest = line;
    keys.iter().enumerate().all(|(place, key)| {
        let start = format!("{}\"{key}\":", if place == 0 { "{" } else { "," });
        let found = rest.find(&start);
        if let Some(at) = found {
            rest = &rest[at + start.len()..];
        }
        found.is_some_and(|at| place > 0 || at == 0)
    })
}

fn kind_of(value: &Value) -> &str {
    value["k"].as_str().unwrap()
}

#[test]
fn every_line_has_its_keys_in_order_and_no_other() {
    for line in caseload(3, 1, USUAL_ENDING).chain(day(3, 2, 1, USUAL_ENDING)) {
        let value: Value = serde_json::from_str(&line).unwrap();
        let (_, own) = SHAPE.iter().find(|(kind, _)| *kind == kind_of(&value)).expect(&line);
        let keys: Vec<&str> = ["k", "id", "c", "p", "at"].into_iter().chain(own.iter().copied()).collect();
        assert!(has_keys_in_order(&line, &keys), "{line}");
        assert_eq!(value.as_object().unwrap().len(), keys.len(), "{line}");
    }
}

#[test]
fn every_kind_is_there() {
    let kinds: Vec<String> = caseload(1, 1, USUAL_ENDING)
        .map(|line| kind_of(&serde_json::from_str(&line).unwrap()).to_owned())
        .collect();
    for (kind, _) in SHAPE {
        assert!(kinds.iter().any(|met| met == kind), "{kind}");
    }
}

#[test]
fn closed_lists_are_used_whole_and_nothing_beside_them() {
    let lines: Vec<Value> = CASELOAD.iter().map(|line| serde_json::to_value(line).unwrap()).collect();
    for (kind, key, documented) in VALUES {
        let mut met: Vec<&str> =
            lines.iter().filter(|line| kind_of(line) == kind).filter_map(|line| line[key].as_str()).collect();
        met.sort_unstable();
        met.dedup();
        let mut documented = documented.to_vec();
        documented.sort_unstable();
        assert_eq!(met, documented, "{kind}.{key}");
    }
}

#[test]
fn a_line_that_was_read_is_the_line_that_was_written() {
    for line in CASELOAD.iter().take(500) {
        let read: Line = serde_json::from_str(&line.to_json()).unwrap();
        assert_eq!(&read, line);
    }
}

#[test]
fn no_text_is_longer_than_a_record_may_be() {
    let longest = CASELOAD.iter().filter_map(super::text_of).map(str::len).max();
    assert!(longest.is_some_and(|bytes| bytes <= 64 * 1024), "{longest:?}");
}
