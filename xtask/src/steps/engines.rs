//! The server's suites on its other engine. The Rust tests have run them on SQLite, and have shown what only PostgreSQL can.

use crate::failure::Failure;
use crate::need;
use crate::postgres::Postgres;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "engines",
    about: "the server's suites on PostgreSQL, which is started for them",
    needs: &[need::LIBCRYPTO, need::POSTGRESQL],
    run,
};

/// The suites that take whichever engine `ALONGSIDE_ENGINE` names.
const SUITES: &[&str] = &["server", "web", "home_visit", "bad_days", "recovery", "photos"];

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let postgres = Postgres::start()?;
    let (variable, url) = postgres.variable();
    let mut test = workspace.cargo();
    test.args(["test", "--workspace", "--no-fail-fast"])
        .env(variable, url)
        .env("ALONGSIDE_ENGINE", "postgres");
    for suite in SUITES {
        test.args(["--test", suite]);
    }
    let tested = run::shown(&mut test);
    tested.and(postgres.stop())
}
