//! Where the project is, and cargo with the settings every step shares.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::libcrypto;

/// Cases per property when `ALONGSIDE_SLOW=1`; proptest's own default is 256.
const SLOW_CASES: &str = "4096";

/// The checkout that the steps work on.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this program belongs to, from wherever it is called.
    pub(crate) fn find() -> Self {
        let here =
            std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let here = PathBuf::from(here);
        Self { root: here.parent().unwrap_or(&here).to_owned() }
    }

    /// The folder with the workspace's `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The build folder: cargo's results, and whatever the steps make. Nothing in it is ever committed.
    pub(crate) fn target(&self) -> PathBuf {
        match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => self.root.join(folder),
            None => self.root.join("target"),
        }
    }

    /// `program`, to be run in the root.
    pub(crate) fn program(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }

    /// cargo, to be run in the root with the settings this machine allows.
    pub(crate) fn cargo(&self) -> Command {
        let mut command =
            self.program(std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from));
        command.envs(libcrypto::build_settings());
        if is_slow() && std::env::var_os("PROPTEST_CASES").is_none() {
            command.env("PROPTEST_CASES", SLOW_CASES);
        }
        command
    }
}

/// True when the randomised suites should run with their larger counts.
pub(crate) fn is_slow() -> bool {
    std::env::var_os("ALONGSIDE_SLOW").is_some_and(|value| value == "1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspaces_manifest() {
        let manifest = std::fs::read_to_string(Workspace::find().root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[workspace]"));
    }
}
