//! One step of a run: its name, what it needs, and playing it to an outcome.

use crate::failure::Failure;
use crate::need::Need;
use crate::outcome::{Finished, Outcome};
use crate::say;
use crate::stopwatch::Stopwatch;
use crate::workspace::Workspace;

/// A step of `cargo xtask test` or `check`.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    /// The name `--only` takes.
    pub(crate) name: &'static str,
    /// What it does, in a few words.
    pub(crate) about: &'static str,
    /// What the machine must have; without it the step is skipped.
    pub(crate) needs: &'static [Need],
    /// Does it.
    pub(crate) run: fn(&Workspace) -> Result<(), Failure>,
}

impl Step {
    /// Runs the step, or skips it when something is lacking. Prints its heading and how it ended.
    pub(crate) fn play(&self, workspace: &Workspace, ci: bool) -> Finished {
        say::line(&format!("\n== {}: {}", self.name, self.about));
        let stopwatch = Stopwatch::start();
        let outcome = self.outcome(workspace).judged(ci);
        let took = stopwatch.read();
        say::line(&format!("== {}: {} in {:.1} s", self.name, outcome.word(), took.as_secs_f64()));
        Finished { name: self.name, outcome, took }
    }

    fn outcome(&self, workspace: &Workspace) -> Outcome {
        let lacking: Vec<_> =
            self.needs.iter().filter(|need| need.is_lacking()).map(Need::to_string).collect();
        if !lacking.is_empty() {
            return Outcome::Skipped(lacking);
        }
        (self.run)(workspace).map_or_else(Outcome::Failed, |()| Outcome::Passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEVER_THERE: Need = Need {
        name: "Unobtainium",
        packages: &[],
        elsewhere: "look in the hills",
        is_met: || false,
        can_do_without: || false,
    };

    fn outcome(needs: &'static [Need], run: fn(&Workspace) -> Result<(), Failure>) -> &'static str {
        Step { name: "sample", about: "a sample", needs, run }.outcome(&Workspace::find()).word()
    }

    #[test]
    fn a_step_passes_or_fails_by_what_it_does() {
        assert_eq!(outcome(&[], |_| Ok(())), "passed");
        assert_eq!(outcome(&[], |_| Err(Failure::new("no"))), "FAILED");
    }

    #[test]
    fn a_step_whose_needs_are_not_met_is_skipped_without_running() {
        assert_eq!(outcome(&[NEVER_THERE], |_| Err(Failure::new("it ran"))), "skipped");
    }
}
