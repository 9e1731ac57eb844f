//! The story in Python: the real library, through the generated bindings, against a real server.

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
    build(workspace)?;
    let module = workspace.root().join("build/python");
    let server = workspace.target().join("debug/alongside-server");
    let environment = [
        ("ALONGSIDE_PYTHON", module.display().to_string()),
        ("ALONGSIDE_SERVER", server.display().to_string()),
    ];
    pytest::run(workspace, "tests/python", &environment)
}

/// The server and the generated module, as they are now: a module left from yesterday would test yesterday's library.
fn build(workspace: &Workspace) -> Result<(), Failure> {
    let packages = ["--package", "alongside-server", "--package", "alongside-bindings"];
    run::shown(workspace.cargo().arg("build").args(packages))?;
    run::shown(workspace.cargo().args(["run", "--package", "alongside-bindgen"]))
}
