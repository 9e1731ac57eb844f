//! Bundles of invented people, written where public validators find them, and copies of one bundle with one fault each.
//!
//! `cargo xtask test --only exchange` sets `ALONGSIDE_EXCHANGE` to the folder and lets two validators from elsewhere judge what is
//! in it: see `tests/exchange/`. Run by itself, this looks with our own checks alone.

mod faults;
mod people;

use std::fs;
use std::path::{Path, PathBuf};

use alongside_core::exchange::{ExportForm, INVENTORY, InBundle, check_bundle, export, to_bundle};
use alongside_demo::instruments;
use serde_json::{Value, json};

/// The folder the validators look in.
fn folder(name: &str) -> PathBuf {
    let root = std::env::var_os("ALONGSIDE_EXCHANGE")
        .map_or_else(|| env!("CARGO_TARGET_TMPDIR").into(), PathBuf::from);
    let folder = root.join(name);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

fn write(folder: &Path, name: &str, bundle: &Value) {
    fs::write(folder.join(format!("{name}.json")), bundle.to_string()).expect("the file can be written");
}

#[test]
fn every_invented_persons_bundle_is_sound() {
    let (folder, pages) = (folder("people"), folder("files"));
    let instruments = instruments::known();
    for (name, record) in people::people() {
        let bundle = to_bundle(&record, &instruments);
        let faults: Vec<String> = check_bundle(&bundle).iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
        write(&folder, &name, &bundle);
        for form in ExportForm::ALL {
            let file = export(&record, &instruments, form).expect("it is exported");
            fs::write(pages.join(format!("{name}-{}", file.file_name)), file.bytes)
                .expect("the file can be written");
        }
    }
}

#[test]
fn the_fixture_has_a_record_of_every_kind_that_is_mapped() {
    let (_, maud) = people::maud();
    for line in INVENTORY.iter().filter(|line| matches!(line.bundle, InBundle::As(_))) {
        assert!(maud.records.iter().any(|held| held.kind == line.kind), "{}", line.kind);
    }
}

/// Every copy has one fault. Which of them our own checks find is written beside them, for the validators' test to add up.
#[test]
fn our_own_checks_find_most_of_the_planted_faults() {
    let folder = folder("faults");
    let (_, maud) = people::maud();
    let sound = to_bundle(&maud, &instruments::known());
    let mut own = serde_json::Map::new();
    for (name, plant) in faults::FAULTS {
        let mut bundle = sound.clone();
        plant(&mut bundle);
        assert_ne!(bundle, sound, "{name} changes nothing");
        own.insert((*name).to_owned(), json!(!check_bundle(&bundle).is_empty()));
        write(&folder, name, &bundle);
    }
    let found = own.values().filter(|found| **found == json!(true)).count();
    assert!(found >= 12, "{found} of {}: {own:?}", own.len());
    let text = Value::Object(own).to_string();
    fs::write(folder.with_file_name("own.json"), text).expect("the file can be written");
}
