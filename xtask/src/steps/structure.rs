//! The tests about the source itself: import arrows, cycles, sizes, and paths in documents.

use crate::failure::Failure;
use crate::need;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "structure",
    about: "imports follow the arrows, files are small, documents name what exists",
    needs: &[need::LIBCRYPTO],
    run,
};

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let tests = ["--test", "layers", "--test", "shape", "--test", "doc_paths"];
    run::shown(workspace.cargo().args(["test", "--package", "alongside-tests"]).args(tests))
}
