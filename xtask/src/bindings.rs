//! The bindings as they are now, and a server for the stories that are told through them.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

/// Builds library and server, writes the generated code of every language into `build/`, and says where the programs are.
///
/// Afresh each time: a module left from yesterday would test yesterday's library.
pub(crate) fn make(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let built = workspace.target().join("debug");
    // With the features of the whole workspace, so that what the Rust tests built is used again.
    let targets = ["--lib", "--bin", "alongside-server", "--bin", "alongside-bindgen"];
    run::shown(workspace.cargo().args(["build", "--workspace"]).args(targets))?;
    run::shown(workspace.program(built.join("alongside-bindgen")).arg("--library").arg(library(&built)))?;
    Ok(built)
}

/// The library among what [`make`] built, by this system's name for it.
pub(crate) fn library(built: &Path) -> PathBuf {
    built.join(format!("{DLL_PREFIX}alongside{DLL_SUFFIX}"))
}
