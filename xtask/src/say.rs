//! The one place that writes to the terminal.
//!
//! A closed pipe (`cargo xtask test | head`) is no reason to stop testing, so write errors are let go.

use std::io::Write;

/// A line of the run itself, in order with what the tools print.
pub(crate) fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// A line about why the command could not do what was asked.
pub(crate) fn problem(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
