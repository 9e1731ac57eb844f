//! The bindings as a shared library of this machine, in the dev profile: a stripped one has lost what the generator reads.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::error::BindgenError;

const PACKAGE: &str = "alongside-bindings";
/// The library's name in code and in its file's name.
const TARGET: &str = "alongside";

/// Builds the library and says where it is, wherever cargo's target folder may be.
pub(crate) fn build(root: &Path) -> Result<PathBuf, BindgenError> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(root)
        .args(["build", "--package", PACKAGE, "--lib", "--message-format=json-render-diagnostics"])
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(BindgenError::Build(output.status));
    }
    find(&String::from_utf8_lossy(&output.stdout)).ok_or(BindgenError::NoLibrary)
}

/// The shared library among cargo's messages, one JSON object a line.
fn find(messages: &str) -> Option<PathBuf> {
    let artifacts = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let ours = artifacts
        .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == TARGET);
    let files: Vec<Value> =
        ours.filter_map(|message| message["filenames"].as_array().cloned()).flatten().collect();
    files.iter().filter_map(Value::as_str).map(PathBuf::from).find(|file| is_shared(file))
}

fn is_shared(file: &Path) -> bool {
    file.extension().is_some_and(|extension| ["so", "dylib", "dll"].iter().any(|known| extension == *known))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATIC_AND_SHARED: &str = r#"{"reason":"compiler-artifact","target":{"name":"alongside_core"},"filenames":["/t/libalongside_core.so"]}
warning that is no JSON
{"reason":"compiler-artifact","target":{"name":"alongside"},"filenames":["/t/libalongside.rlib","/t/libalongside.so"]}
{"reason":"build-finished","success":true}"#;

    #[test]
    fn the_shared_library_is_found_among_cargos_messages() {
        assert_eq!(find(STATIC_AND_SHARED), Some(PathBuf::from("/t/libalongside.so")));
    }

    #[test]
    fn a_build_without_a_shared_library_is_noticed() {
        assert_eq!(find(&STATIC_AND_SHARED.replace("libalongside.so", "libalongside.a")), None);
        assert_eq!(find(""), None);
    }
}
