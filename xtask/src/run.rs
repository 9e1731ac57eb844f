//! Running other programs: shown to the person, read by us, or only tried.

use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};

use crate::failure::Failure;
use crate::say;

/// Runs `command` with its own output on the terminal, after a line that says what is run.
///
/// Fails when the program is not there, or ends with anything but success.
pub(crate) fn shown(command: &mut Command) -> Result<(), Failure> {
    let line = written_out(command);
    say::line(&format!("$ {line}"));
    let status =
        command.status().map_err(|error| Failure::new(format!("`{line}` did not start: {error}")))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{line}` ended with {status}"))) }
}

/// What a program said, and how it ended.
pub(crate) struct Said {
    /// Its standard output.
    pub(crate) text: String,
    /// Whether it ended with success.
    pub(crate) succeeded: bool,
}

/// As [`shown`], and keeps what the program writes to its standard output; how it ended is for the caller to judge.
///
/// Fails when the program is not there.
pub(crate) fn shown_and_read(command: &mut Command) -> Result<Said, Failure> {
    let line = written_out(command);
    say::line(&format!("$ {line}"));
    let failure = |error| Failure::new(format!("`{line}` did not run: {error}"));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failure)?;
    let mut text = String::new();
    for said in child.stdout.take().into_iter().flat_map(|stdout| BufReader::new(stdout).lines()) {
        let said = said.map_err(failure)?;
        say::line(&said);
        text.push_str(&said);
        text.push('\n');
    }
    let succeeded = child.wait().map_err(failure)?.success();
    Ok(Said { text, succeeded })
}

/// Runs `command` and returns what it wrote to its standard output.
pub(crate) fn read(command: &mut Command) -> Result<String, Failure> {
    let line = written_out(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("`{line}` did not start: {error}")))?;
    successful_text(&line, output)
}

/// True when `program` is there and ends well; it prints nothing.
pub(crate) fn succeeds(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn successful_text(line: &str, output: Output) -> Result<String, Failure> {
    if !output.status.success() {
        return Err(Failure::new(format!("`{line}` ended with {}", output.status)));
    }
    String::from_utf8(output.stdout).map_err(|_| Failure::new(format!("`{line}` did not answer in UTF-8")))
}

fn written_out(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_ends_badly_is_a_failure_that_names_it() {
        let failure = shown(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(failure.to_string().starts_with("`sh -c exit 3` ended with"), "{failure}");
    }

    #[test]
    fn a_program_that_is_not_there_is_a_failure_that_names_it() {
        let failure = shown(&mut Command::new("/nowhere/alongside-none")).unwrap_err();
        assert!(failure.to_string().starts_with("`alongside-none` did not start"), "{failure}");
        assert!(!succeeds("/nowhere/alongside-none", &[]));
    }

    #[test]
    fn what_is_shown_can_be_read_however_the_program_ends() {
        let said = shown_and_read(Command::new("sh").args(["-c", "echo ten; exit 3"])).unwrap();
        assert_eq!((said.text.as_str(), said.succeeded), ("ten\n", false));
    }

    #[test]
    fn what_a_program_writes_can_be_read() {
        assert_eq!(read(Command::new("sh").args(["-c", "echo ten"])).unwrap(), "ten\n");
    }
}
