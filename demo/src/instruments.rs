//! The instruments of the demonstration: those shipped, and the made-up one that the invented caseload's conversations use.
//! Phones are handed it; the server loads it from a folder, as with any pack.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use alongside_core::instrument::Registry;

const FILE: &str = "whole-life-8-2.json";
const PACK: &str = include_str!("../instruments/whole-life-8-2.json");

/// Every instrument of the demonstration.
pub fn known() -> Registry {
    let mut known = Registry::shipped();
    known.load(PACK).expect("a test loads the pack");
    known
}

/// Writes the pack where a server can load it; gives the folder.
///
/// # Errors
/// When the folder cannot be made or written.
pub fn write_packs(folder: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join(FILE), PACK)?;
    Ok(folder.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::people::line::DOMAINS;

    /// Every answer of an invented caseload is then checked against it, on import and on the phones.
    #[test]
    fn the_pack_asks_about_every_part_of_life_the_caseload_speaks_of() {
        let known = known();
        let instrument = known.find("whole-life-8", 2).unwrap();
        for domain in DOMAINS {
            let Value::String(item) = serde_json::to_value(domain).unwrap() else {
                panic!("a domain is a word")
            };
            assert!(instrument.find_item(&item).is_some(), "{item}");
        }
    }
}
