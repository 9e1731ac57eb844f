//! The Kotlin library: written as ktlint has it, compiled with the generated code, and tested with the real library against
//! a real server; the story in Kotlin is one of its tests.

use crate::bindings;
use crate::failure::Failure;
use crate::maven;
use crate::need;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "kotlin",
    about: "the Kotlin library and the story through it; how all Kotlin is written",
    needs: &[need::LIBCRYPTO, need::JDK, need::MAVEN],
    run,
};

fn run(workspace: &Workspace) -> Result<(), Failure> {
    bindings::make(workspace)?;
    let tested = maven::test(workspace, "kotlin", &["alongside-companion"], &["--projects", "companion"]);
    // Both are told of, whatever the first came to.
    let written = lint(workspace);
    tested.and(written)
}

/// Not quiet, because ktlint names the lines on the standard output.
fn lint(workspace: &Workspace) -> Result<(), Failure> {
    let arguments =
        ["--batch-mode", "--non-recursive", "--file", "android/pom.xml", "--activate-profiles", "lint"];
    run::shown(workspace.program("mvn").args(arguments).arg("validate"))
}
