//! What the tests of a language came to, for runners whose own closing lines say it in several places.

use std::iter::Sum;

use crate::say;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// Tests without a problem.
    pub(crate) passed: usize,
    /// Tests with one or more.
    pub(crate) failed: usize,
}

impl Counted {
    /// Prints `NAME: N passed, N failed`, the line that CI reads.
    pub(crate) fn say(self, name: &str) {
        say::line(&format!("{name}: {} passed, {} failed", self.passed, self.failed));
    }
}

impl Sum for Counted {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |one, other| Self {
            passed: one.passed + other.passed,
            failed: one.failed + other.failed,
        })
    }
}
