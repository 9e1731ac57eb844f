//! The Swift package: its tests through the real library against a real server, and the checks of what only runs on Apple's
//! platforms.

use std::process::Command;

use crate::bindings;
use crate::failure::Failure;
use crate::need;
use crate::run;
use crate::step::Step;
use crate::swift_summary;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "swift",
    about: "the Swift package and the story through it; format, syntax and scripts of the iOS app",
    needs: &[need::LIBCRYPTO, need::SWIFT, need::SHELLCHECK],
    run,
};

fn run(workspace: &Workspace) -> Result<(), Failure> {
    bindings::make(workspace)?;
    let tested = test(workspace);
    // Both are told of, whatever the first came to.
    let checked = run::shown(&mut script(workspace, "check.sh"));
    tested.and(checked)
}

/// Shows what both of Swift's test runners say, and adds it up.
fn test(workspace: &Workspace) -> Result<(), Failure> {
    let said = run::shown_and_read(&mut script(workspace, "test.sh"))?;
    let counted = swift_summary::read(&said.text);
    counted.say("swift");
    if said.succeeded && counted.failed == 0 && counted.passed > 0 {
        return Ok(());
    }
    let hung = swift_summary::unfinished(&said.text);
    if hung.is_empty() {
        return Err(Failure::new("the Swift tests did not pass: see above"));
    }
    Err(Failure::new(format!("the Swift tests did not end; begun and not ended: {}", hung.join(", "))))
}

fn script(workspace: &Workspace, name: &str) -> Command {
    let mut command = workspace.program(workspace.root().join("ios/scripts").join(name));
    command.env("CARGO_TARGET_DIR", workspace.target());
    command
}
