//! The demonstration: a real server, three real phones and one page that shows them, all on this machine.

use std::process::ExitCode;
use std::sync::Arc;

use alongside_core::ports::SystemClock;
use alongside_demo::page::FirstAnswers;
use alongside_demo::show::{Arguments, run};
use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    let first = FirstAnswers::starting_now(Arc::new(SystemClock::new()));
    run(Arguments::parse(), first).await
}
