//! Which definitions are known.

use super::super::{InstrumentError, Registry};
use super::{Bend, a_definition};
use serde_json::json;

fn known(registry: &Registry) -> Vec<(String, u32)> {
    registry.list().map(|instrument| (instrument.id.clone(), instrument.version)).collect()
}

#[test]
fn what_is_shipped_is_ons4_and_the_direct_loneliness_question() {
    let shipped = [("ons-loneliness".to_owned(), 1), ("ons4".to_owned(), 1)];
    assert_eq!(known(&Registry::shipped()), shipped);
}

#[test]
fn a_loaded_definition_is_found_beside_the_shipped_ones() {
    let mut registry = Registry::shipped();
    let loaded = registry.load(&a_definition().to_string()).expect("sound");
    assert_eq!(loaded.id, "made-up");
    assert_eq!(registry.find("made-up", 1).map(|found| found.items.len()), Some(5));
    assert_eq!(registry.find("made-up", 2), None);
    assert_eq!(registry.find("ons5", 1), None);
    assert_eq!(registry.list().count(), 3);
}

#[test]
fn an_old_version_stays_when_a_new_one_comes() {
    let mut registry = Registry::default();
    for version in [2, 10, 1] {
        registry.load(&a_definition().with("/version", json!(version)).to_string()).expect("sound");
    }
    assert_eq!(registry.latest("made-up").map(|latest| latest.version), Some(10));
    assert_eq!(registry.find("made-up", 1).map(|old| old.version), Some(1));
    assert_eq!(registry.latest("ons4"), None);
}

#[test]
fn a_withdrawn_version_is_read_and_not_begun() {
    let mut registry = Registry::default();
    registry.withdraw("made-up", 2, "its licence ended");
    for version in [1, 2] {
        registry.load(&a_definition().with("/version", json!(version)).to_string()).expect("sound");
    }
    assert_eq!(registry.latest("made-up").map(|latest| latest.version), Some(1));
    assert_eq!(registry.find("made-up", 2).map(|old| old.version), Some(2));
    assert_eq!(registry.find_withdrawal("made-up", 2), Some("its licence ended"));
    registry.withdraw("made-up", 1, "so did this one");
    assert_eq!(registry.latest("made-up"), None);
    assert_eq!(registry.list().count(), 2);
}

#[test]
fn the_same_definition_twice_is_one_definition() {
    let mut registry = Registry::default();
    let definition = a_definition();
    registry.load(&definition.to_string()).expect("sound");
    registry.load(&serde_json::to_string_pretty(&definition).unwrap()).expect("the same, laid out otherwise");
    assert_eq!(registry.list().count(), 1);
}

#[test]
fn another_definition_by_a_known_id_and_version_is_refused() {
    let mut registry = Registry::shipped();
    let before = registry.clone();
    let impostor = a_definition().with("/id", json!("ons4"));
    let refused = registry.load(&impostor.to_string()).cloned();
    assert_eq!(refused, Err(InstrumentError::AlreadyKnown { id: "ons4".into(), version: 1 }));
    assert_eq!(registry, before);
}

#[test]
fn a_refused_definition_leaves_nothing_behind() {
    let mut registry = Registry::shipped();
    let before = registry.clone();
    registry.load(&a_definition().without("/licence").to_string()).expect_err("no licence");
    assert_eq!(registry, before);
}
