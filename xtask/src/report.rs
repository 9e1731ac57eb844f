//! What is printed about steps: the list, the heading of each, and the table at the end.

use std::process::ExitCode;

use crate::outcome::{Finished, Outcome};
use crate::say;
use crate::step::Step;

/// Prints every step's name and what it is for.
pub(crate) fn list(steps: &[Step]) {
    for step in steps {
        say::line(&format!("{:14} {}", step.name, step.about));
    }
}

/// Prints the table, what was skipped or failed and why, and the counts as the last line.
///
/// The exit code is a success when nothing failed.
pub(crate) fn summary(finished: &[Finished]) -> ExitCode {
    for line in summary_lines(finished) {
        say::line(&line);
    }
    exit_code(finished)
}

fn exit_code(finished: &[Finished]) -> ExitCode {
    if count(finished, "FAILED") == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn summary_lines(finished: &[Finished]) -> Vec<String> {
    let mut lines = vec![String::new(), format!("{:14} {:8} {:>9}", "step", "result", "seconds")];
    lines.extend(finished.iter().map(table_line));
    lines.extend(finished.iter().flat_map(reasons));
    lines.push(format!("steps: {} passed, {} failed", count(finished, "passed"), count(finished, "FAILED")));
    lines
}

fn table_line(step: &Finished) -> String {
    format!("{:14} {:8} {:9.1}", step.name, step.outcome.word(), step.took.as_secs_f64())
}

fn reasons(step: &Finished) -> Vec<String> {
    let said = |text: &dyn std::fmt::Display| format!("{} {}: {text}", step.outcome.word(), step.name);
    match &step.outcome {
        Outcome::Passed => Vec::new(),
        Outcome::Failed(failure) => vec![said(failure)],
        Outcome::Skipped(lacking) => lacking.iter().map(|line| said(line)).collect(),
    }
}

fn count(finished: &[Finished], word: &str) -> usize {
    finished.iter().filter(|step| step.outcome.word() == word).count()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::failure::Failure;

    fn finished(name: &'static str, outcome: Outcome) -> Finished {
        Finished { name, outcome, took: Duration::from_millis(1500) }
    }

    #[test]
    fn the_last_line_counts_what_passed_and_what_failed() {
        let steps = [
            finished("format", Outcome::Passed),
            finished("docs", Outcome::Failed(Failure::new("a broken link"))),
            finished("browser", Outcome::Skipped(vec!["no Chromium: install it".to_owned()])),
        ];
        let lines = summary_lines(&steps);
        assert_eq!(lines.last().unwrap(), "steps: 1 passed, 1 failed");
        assert!(lines.contains(&"FAILED docs: a broken link".to_owned()), "{lines:?}");
        assert!(lines.contains(&"skipped browser: no Chromium: install it".to_owned()), "{lines:?}");
    }

    #[test]
    fn every_step_has_a_line_with_its_seconds() {
        let lines = summary_lines(&[finished("format", Outcome::Passed)]);
        assert!(lines.contains(&"format         passed         1.5".to_owned()), "{lines:?}");
    }

    #[test]
    fn one_failure_makes_the_whole_run_fail() {
        let broken = finished("docs", Outcome::Failed(Failure::new("a broken link")));
        assert_eq!(exit_code(&[finished("format", Outcome::Passed), broken]), ExitCode::FAILURE);
        assert_eq!(exit_code(&[finished("format", Outcome::Passed)]), ExitCode::SUCCESS);
    }
}
