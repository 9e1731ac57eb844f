//! What Swift's two test runners say at their end, in numbers.

use std::collections::BTreeSet;

use crate::counted::Counted;

/// Adds up the closing lines of XCTest and Swift Testing.
pub(crate) fn read(said: &str) -> Counted {
    let old = said.lines().rev().find_map(xctest).unwrap_or_default();
    let new = said.lines().rev().find_map(swift_testing).unwrap_or_default();
    let failed = said.lines().filter(|line| is_failed_test(line)).count();
    Counted { passed: old.passed + new.saturating_sub(failed), failed: old.failed + failed }
}

/// `Executed 3 tests, with 1 failure (0 unexpected) in 0.1 (0.1) seconds`; the last such line is of all tests together.
fn xctest(line: &str) -> Option<Counted> {
    let (tests, rest) = line.trim().strip_prefix("Executed ")?.split_once(" test")?;
    let (_, rest) = rest.split_once("with ")?;
    let (all, failed): (usize, usize) = (tests.parse().ok()?, rest.split(' ').next()?.parse().ok()?);
    Some(Counted { passed: all.saturating_sub(failed), failed })
}

/// `✔ Test run with 3 tests passed after 0.4 seconds.`, or `✘ … failed after … with 2 issues.`
fn swift_testing(line: &str) -> Option<usize> {
    line.split_once(" Test run with ")?.1.split(' ').next()?.parse().ok()
}

/// `✘ Test name() failed after 0.1 seconds with 1 issue.`: one test, not a suite and not the whole run. A test with several
/// arguments has a line like it for each, with another beginning.
fn is_failed_test(line: &str) -> bool {
    line.strip_prefix("✘ Test ")
        .is_some_and(|test| !test.starts_with("run with ") && test.contains(" failed after "))
}

/// The tests of Swift Testing that had begun and did not end: where a run that was ended from outside hung.
pub(crate) fn unfinished(said: &str) -> Vec<&str> {
    let ended: BTreeSet<_> = said.lines().filter_map(ended_test).collect();
    let begun = said.lines().filter_map(|line| line.strip_prefix("◇ Test ")?.strip_suffix(" started."));
    begun.filter(|test| *test != "run" && !ended.contains(test)).collect()
}

/// The test that a line says has ended, however it went.
fn ended_test(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("✔ Test ").or_else(|| line.strip_prefix("✘ Test "))?;
    let end =
        [" passed after ", " failed after ", " with "].iter().filter_map(|word| rest.find(word)).min()?;
    rest.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: &str = "\
Test Suite 'All tests' passed at 2026-11-26 02:18:58.720
\t Executed 2 tests, with 0 failures (0 unexpected) in 0.0 (0.0) seconds
◇ Test run started.
✔ Test aNewPhoneBelongsToNobody() passed after 0.403 seconds.
✔ Suite PhoneTests passed after 0.404 seconds.
✔ Test run with 3 tests passed after 0.404 seconds.
";

    #[test]
    fn both_runners_count() {
        assert_eq!(read(BOTH), Counted { passed: 5, failed: 0 });
    }

    #[test]
    fn a_failed_test_is_counted_once_and_its_suite_is_not() {
        let said = "\
\t Executed 2 tests, with 1 failure (0 unexpected) in 0.0 (0.0) seconds
✘ Test one() recorded an issue at PhoneTests.swift:20:5: Expectation failed: 1 == 2
✘ Test one() failed after 0.1 seconds with 1 issue.
✘ Suite PhoneTests failed after 0.2 seconds with 1 issue.
✘ Test run with 3 tests failed after 0.4 seconds with 1 issue.
";
        assert_eq!(read(said), Counted { passed: 3, failed: 2 });
    }

    #[test]
    fn tests_that_began_and_did_not_end_are_named() {
        let said = "\
◇ Test run started.
◇ Suite PhoneTests started.
◇ Test one() started.
◇ Test two() started.
◇ Test three(url:) started.
✔ Test one() passed after 0.1 seconds.
✘ Test two() failed after 0.1 seconds with 1 issue.
";
        assert_eq!(unfinished(said), ["three(url:)"]);
        assert!(unfinished(&said.replace("◇ Test three", "✔ Test three")).is_empty());
    }

    #[test]
    fn a_run_that_ended_early_has_no_tests() {
        assert_eq!(read("error: could not build\n"), Counted::default());
    }
}
