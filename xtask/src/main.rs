//! The project's own commands, run as `cargo xtask …`.
//!
//! It knows how to prepare a machine and in which order the checks run; it knows nothing about what is checked. Only
//! tools are called from here: a rule that can be a test is a test.

mod arguments;
mod bindings;
mod cache;
mod counted;
mod debian;
mod failure;
mod libcrypto;
mod maven;
mod need;
mod outcome;
mod postgres;
mod pytest;
mod report;
mod run;
mod rust_src;
mod say;
mod screens;
mod step;
mod steps;
mod stopwatch;
mod supply_chain;
mod swift_summary;
mod venv;
mod workspace;

use std::process::ExitCode;

use arguments::{Command, TestArguments};
use clap::Parser;
use failure::Failure;
use workspace::Workspace;

fn main() -> ExitCode {
    let result = match arguments::Arguments::parse().command {
        Command::Test(arguments) => test(&arguments),
        Command::Check => play(steps::CHECK, &Workspace::find(), false),
        Command::Demo { arguments } => demo(&Workspace::find(), &arguments),
    };
    result.unwrap_or_else(|failure| {
        say::problem(&format!("xtask: {failure}"));
        ExitCode::FAILURE
    })
}

/// Runs the chosen steps, or lists them.
fn test(arguments: &TestArguments) -> Result<ExitCode, Failure> {
    if arguments.list {
        report::list(steps::TEST);
        return Ok(ExitCode::SUCCESS);
    }
    let chosen = steps::choose(&arguments.only)?;
    play(&chosen, &Workspace::find(), arguments.ci())
}

/// Runs `steps` in order, all of them whatever fails, and ends with the table.
fn play(steps: &[step::Step], workspace: &Workspace, ci: bool) -> Result<ExitCode, Failure> {
    let finished: Vec<_> = steps.iter().map(|step| step.play(workspace, ci)).collect();
    Ok(report::summary(&finished))
}

/// Starts the demo as a user would, with the build settings this machine allows.
fn demo(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode, Failure> {
    let mut cargo = workspace.cargo();
    cargo.args(["run", "--release", "--package", "alongside-demo", "--"]).args(arguments);
    run::shown(&mut cargo)?;
    Ok(ExitCode::SUCCESS)
}
