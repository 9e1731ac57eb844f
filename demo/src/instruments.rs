//! The instruments of the demonstration: those shipped, and the made-up one that the invented caseload's conversations use.
//! Phones are handed it; the server loads it from a folder, as any pack: signed, here with a key that is no secret.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use alongside_core::instrument::{Registry, SigningKey};

const FILE: &str = "whole-life-8-2.pack";
const SIGNERS: &str = "signers.txt";
const DEFINITION: &str = include_str!("../instruments/whole-life-8-2.json");
/// Anybody can sign with it: nothing but the demonstration trusts it.
const SEED: [u8; 32] = *b"the demonstration signs for fun.";

/// Every instrument of the demonstration.
pub fn known() -> Registry {
    let mut known = Registry::shipped();
    known.load(DEFINITION).expect("a test loads the definition");
    known
}

/// Writes the signed pack where a server can load it, and who signed it; gives the folder and the file of signers.
///
/// # Errors
/// When the folder cannot be made or written.
pub fn write_packs(folder: &Path) -> io::Result<(PathBuf, PathBuf)> {
    let key = SigningKey::from_seed(&SEED).map_err(io::Error::other)?;
    let pack = key.sign_definition(DEFINITION).map_err(io::Error::other)?;
    let signers = folder.join(SIGNERS);
    fs::create_dir_all(folder)?;
    fs::write(folder.join(FILE), pack)?;
    fs::write(&signers, format!("{}\n", key.public()))?;
    Ok((folder.to_owned(), signers))
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
