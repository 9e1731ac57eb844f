//! The reference documentation, with every warning an error: a broken link is a stale sentence.

use crate::failure::Failure;
use crate::need;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step =
    Step { name: "docs", about: "cargo doc has nothing to complain of", needs: &[need::LIBCRYPTO], run };

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let mut cargo = workspace.cargo();
    run::shown(cargo.env("RUSTDOCFLAGS", "-D warnings").args(["doc", "--workspace", "--no-deps"]))
}
