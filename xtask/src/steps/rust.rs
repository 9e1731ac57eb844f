//! All Rust tests, documentation examples included.

use crate::failure::Failure;
use crate::need;
use crate::postgres::{self, Postgres};
use crate::run;
use crate::say;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step =
    Step { name: "rust", about: "the tests of every crate", needs: &[need::LIBCRYPTO], run };

/// With a PostgreSQL for the tests that need one. Without it, or without strace, the tests that need it say that they were not
/// run, which CI takes for a fault.
fn run(workspace: &Workspace) -> Result<(), Failure> {
    let mut test = workspace.cargo();
    test.args(["test", "--workspace", "--no-fail-fast"]);
    if need::STRACE.is_lacking() {
        say::line(&need::STRACE.to_string());
    }
    if !postgres::is_here() {
        say::line(&need::POSTGRESQL.to_string());
        return run::shown(&mut test);
    }
    let postgres = Postgres::start()?;
    let (variable, url) = postgres.variable();
    let tested = run::shown(test.env(variable, url));
    tested.and(postgres.stop())
}
