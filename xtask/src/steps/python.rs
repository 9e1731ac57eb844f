//! The story in Python: the real library, through the generated bindings, against a real server.

use crate::bindings;
use crate::failure::Failure;
use crate::need;
use crate::pytest;
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
    let built = bindings::make(workspace)?;
    let environment = [
        ("ALONGSIDE_PYTHON", module.display().to_string()),
        ("ALONGSIDE_SERVER", built.join("alongside-server").display().to_string()),
    ];
    pytest::run(workspace, "tests/python", &environment)
}
