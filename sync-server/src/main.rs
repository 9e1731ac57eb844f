//! `alongside-server`: wiring only.

use std::error::Error;
use std::process::ExitCode;

use alongside_server::cli::{Args, run};
use clap::Parser as _;

#[expect(clippy::print_stderr, reason = "the last place where an error can be told")]
fn main() -> ExitCode {
    match run(Args::parse(), &mut std::io::stdout()) {
        Ok(ended) => ended,
        Err(error) => {
            eprintln!("alongside-server: {}", chain(&*error));
            ExitCode::FAILURE
        }
    }
}

/// An error and what caused it.
fn chain(error: &dyn Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", chain(cause)),
        None => error.to_string(),
    }
}
