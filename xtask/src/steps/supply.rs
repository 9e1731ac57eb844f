//! What comes in with the dependencies.

use crate::failure::Failure;
use crate::run;
use crate::say;
use crate::step::Step;
use crate::supply_chain;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "supply-chain",
    about: "every dependency's licence and source is on the list in deny.toml, and none is banned",
    needs: &[],
    run,
};

fn run(workspace: &Workspace) -> Result<(), Failure> {
    say::line(
        "Advisories are not checked here, since their database changes by itself and lives on the network.",
    );
    say::line("To check them: cargo install --locked cargo-deny && cargo deny check advisories");
    if run::succeeds("cargo", &["deny", "--version"]) {
        return run::shown(workspace.cargo().args(["deny", "check", "licenses", "bans", "sources"]));
    }
    say::line("cargo-deny is not installed: its lists are applied to `cargo metadata` instead.");
    supply_chain::check(workspace)
}
