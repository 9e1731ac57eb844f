//! One layout for all Rust code.

use crate::failure::Failure;
use crate::need;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step =
    Step { name: "format", about: "cargo fmt leaves every file as it is", needs: &[need::RUSTFMT], run };

fn run(workspace: &Workspace) -> Result<(), Failure> {
    run::shown(workspace.cargo().args(["fmt", "--all", "--check"]))
}
