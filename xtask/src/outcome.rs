//! How a step ended, and what that counts as.

use std::time::Duration;

use crate::failure::Failure;

/// How one step ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// It ran and found nothing wrong.
    Passed,
    /// It ran and found something, or could not run to its end.
    Failed(Failure),
    /// It did not run: this machine lacks something. Each line says what, and how to get it.
    Skipped(Vec<String>),
}

impl Outcome {
    /// What it counts as: on a CI run nothing may be skipped.
    pub(crate) fn judged(self, ci: bool) -> Self {
        match self {
            Self::Skipped(lacking) if ci => Self::Failed(Failure::new(format!(
                "skipped, and on a CI run that is a failure: {}",
                lacking.join("; ")
            ))),
            other => other,
        }
    }

    /// One word for the table.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed(_) => "FAILED",
            Self::Skipped(_) => "skipped",
        }
    }
}

/// A step that is over.
#[derive(Debug)]
pub(crate) struct Finished {
    /// The step's name.
    pub(crate) name: &'static str,
    /// How it ended.
    pub(crate) outcome: Outcome,
    /// How long it took.
    pub(crate) took: Duration,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skip_is_a_failure_only_on_a_ci_run() {
        let skipped = || Outcome::Skipped(vec!["Chromium: install it".to_owned()]);
        assert_eq!(skipped().judged(false).word(), "skipped");
        assert_eq!(skipped().judged(true).word(), "FAILED");
        assert_eq!(Outcome::Passed.judged(true).word(), "passed");
    }
}
