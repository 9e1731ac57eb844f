//! What the program says: on standard output when somebody waits for it, on standard error when it is by the way.

use std::io::Write;

/// Says something on standard output. A reader that went away is not an error of ours.
pub(super) fn aloud(words: &str) {
    let mut out = std::io::stdout();
    let _ = writeln!(out, "{words}").and_then(|()| out.flush());
}

/// Says something on standard error.
pub(super) fn aside(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}
