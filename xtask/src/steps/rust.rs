//! All Rust tests, documentation examples included.

use crate::failure::Failure;
use crate::need;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step =
    Step { name: "rust", about: "the tests of every crate", needs: &[need::LIBCRYPTO], run };

fn run(workspace: &Workspace) -> Result<(), Failure> {
    run::shown(workspace.cargo().args(["test", "--workspace", "--no-fail-fast"]))
}
