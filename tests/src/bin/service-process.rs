//! The server program as suites and benchmarks start it: `alongside-server` with the same command line, built beside them.

use std::io::Write as _;
use std::process::ExitCode;

use alongside_server::cli::{Args, run};
use clap::Parser as _;

fn main() -> ExitCode {
    match run(Args::parse(), &mut std::io::stdout()) {
        Ok(ended) => ended,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "service-process: {error} ({:?})", error.source());
            ExitCode::FAILURE
        }
    }
}
