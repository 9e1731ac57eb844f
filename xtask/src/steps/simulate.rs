//! The simulator: the whole service through everything that can go wrong, on each engine, and then the same with bugs on
//! purpose, each of which must be found by the promise it breaks.

use crate::failure::Failure;
use crate::need;
use crate::postgres::Postgres;
use crate::run;
use crate::step::Step;
use crate::workspace::{Workspace, is_slow};

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "simulate",
    about: "phones and server in a simulated world on each engine, and every planted bug found",
    needs: &[need::LIBCRYPTO, need::POSTGRESQL],
    run,
};

/// What a run asks for.
struct Campaign {
    /// How the simulator is built: as the tests are, or so that hours of it pay.
    build: &'static [&'static str],
    sqlite: &'static [&'static str],
    postgres: &'static [&'static str],
    planted: &'static [&'static str],
}

/// What fits into ten minutes on two processors, as a number: one commit is judged alike on a quick machine and on a busy one, and
/// what nobody has seen yet is for the long run to find. Built as the tests are, since little more has to be built then, and
/// arithmetic is checked.
const USUAL: Campaign = Campaign {
    build: &[],
    sqlite: &["--seeds", "400", "--least", "100", "--pairs", "400"],
    postgres: &["--seeds", "8"],
    planted: &["--planted", "--seeds", "200"],
};

/// With `ALONGSIDE_SLOW=1`: ten thousand seeds, or as many as fit into four hours.
const LONG: Campaign = Campaign {
    build: &["--release"],
    sqlite: &["--seeds", "10000", "--within", "14400", "--least", "100", "--pairs", "1000"],
    postgres: &["--seeds", "1000", "--within", "3600"],
    planted: &["--planted", "--seeds", "1000"],
};

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let campaign = if is_slow() { LONG } else { USUAL };
    let simulate = |features: &[&str], arguments: &[&str]| {
        let mut simulate = workspace.cargo();
        simulate.args(["run", "--package", "alongside-tests", "--bin", "simulate"]);
        simulate.args(campaign.build).args(features).arg("--").args(arguments);
        simulate
    };
    run::shown(&mut simulate(&[], campaign.sqlite))?;
    on_postgres(simulate(&[], campaign.postgres))?;
    run::shown(&mut simulate(&["--features", "planted"], campaign.planted))
}

fn on_postgres(mut simulate: std::process::Command) -> Result<(), Failure> {
    let postgres = Postgres::start()?;
    let (variable, url) = postgres.variable();
    let simulated = run::shown(simulate.args(["--engine", "postgres"]).env(variable, url));
    simulated.and(postgres.stop())
}
