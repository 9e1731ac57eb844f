//! The story in Python: the real library, through the generated bindings, against a real server.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::Path;

use crate::failure::Failure;
use crate::need;
use crate::pytest;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "python",
    about: "the story through the bindings, in Python",
    needs: &[need::LIBCRYPTO, need::PYTHON],
    run,
};

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let module = workspace.root().join("build/python");
    let built = workspace.target().join("debug");
    make(workspace, &built)?;
    let environment = [
        ("ALONGSIDE_PYTHON", module.display().to_string()),
        ("ALONGSIDE_SERVER", built.join("alongside-server").display().to_string()),
    ];
    pytest::run(workspace, "tests/python", &environment)
}

/// The server and the generated module, as they are now: a module left from yesterday would test yesterday's library.
fn make(workspace: &Workspace, built: &Path) -> Result<(), Failure> {
    // With the features of the whole workspace, so that what the Rust tests built is used again.
    let targets = ["--lib", "--bin", "alongside-server", "--bin", "alongside-bindgen"];
    run::shown(workspace.cargo().args(["build", "--workspace"]).args(targets))?;
    let library = built.join(format!("{DLL_PREFIX}alongside{DLL_SUFFIX}"));
    run::shown(workspace.program(built.join("alongside-bindgen")).arg("--library").arg(library))
}
