//! The lints, with every warning an error.

use crate::failure::Failure;
use crate::need;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "clippy",
    about: "no lint fires, with and without the device's half of the core",
    needs: &[need::CLIPPY, need::LIBCRYPTO],
    run,
};

fn run(workspace: &Workspace) -> Result<(), Failure> {
    run::shown(workspace.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    // In a build of the whole workspace the core always has its `device` feature, so that the server's own build, which
    // is without, is looked at separately.
    let server =
        ["clippy", "--package", "alongside-core", "--package", "alongside-server", "--no-default-features"];
    run::shown(workspace.cargo().args(server).args(["--", "-D", "warnings"]))
}
