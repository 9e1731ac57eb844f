//! The simulator: the whole service through everything that can go wrong, and then the same with bugs on purpose, each of
//! which must be found.

use crate::failure::Failure;
use crate::need;
use crate::run;
use crate::step::Step;
use crate::workspace::{Workspace, is_slow};

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "simulate",
    about: "phones and server in a simulated world, and every planted bug found",
    needs: &[need::LIBCRYPTO],
    run,
};

/// What a run asks for: as many seeds as fit into the time, both in the product's build and in the one with bugs.
const USUAL: (&[&str], &[&str]) = (
    &["--seeds", "10000", "--within", "210", "--least", "100", "--pairs", "1000"],
    &["--planted", "--seeds", "1000"],
);
const LONG: (&[&str], &[&str]) = (
    &["--seeds", "200000", "--within", "14400", "--least", "1000", "--pairs", "20000"],
    &["--planted", "--seeds", "1000"],
);

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let (seeds, planted) = if is_slow() { LONG } else { USUAL };
    let simulate = ["run", "--release", "--package", "alongside-tests", "--bin", "simulate"];
    run::shown(workspace.cargo().args(simulate).arg("--").args(seeds))?;
    run::shown(workspace.cargo().args(simulate).args(["--features", "planted", "--"]).args(planted))
}
