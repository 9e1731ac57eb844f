//! The simulator: `simulate --seeds 100 --ops 400`. Ends badly when anything was found, when an event that must be seen often
//! was not, or when a bug that was planted was not found.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use alongside_tests::engine::Engine;
use alongside_tests::sim::campaign::{Asked, Campaign, Finding};
use alongside_tests::sim::minimise::minimise;
use alongside_tests::sim::{layers, pairs, report};
use clap::Parser;

/// Runs the whole service, phones and server, through everything that can go wrong, seed by seed.
#[derive(Parser)]
struct Arguments {
    /// How many seeds.
    #[arg(long, default_value_t = 100)]
    seeds: u64,
    /// Events in each.
    #[arg(long, default_value_t = 400)]
    ops: usize,
    /// The first seed.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Of the events of a seed only these, by number.
    #[arg(long, value_delimiter = ',')]
    only: Option<Vec<usize>>,
    /// What servers keep their data in; PostgreSQL is the one that ALONGSIDE_POSTGRES names.
    #[arg(long, default_value = "sqlite", value_parser = ["sqlite", "postgres"])]
    engine: String,
    /// Threads.
    #[arg(long, default_value_t = 2)]
    workers: usize,
    /// Begin none after so many seconds.
    #[arg(long, default_value_t = 86_400)]
    within: u64,
    /// How often each named event must be seen.
    #[arg(long, default_value_t = 0)]
    least: u64,
    /// Compare so many histories with and without entries that are hidden from the client.
    #[arg(long, default_value_t = 0)]
    pairs: u64,
    /// Most runs spent on making a finding smaller.
    #[arg(long, default_value_t = 200)]
    shrink: usize,
    /// Look for every bug on purpose instead; needs the feature `planted`.
    #[arg(long)]
    planted: bool,
    /// Write the report as JSON.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // A panic inside a run is a finding and is reported as one.
    std::panic::set_hook(Box::new(|_| {}));
    let (text, well) = if arguments.planted { hunt(&arguments) } else { simulate(&arguments) };
    let written = std::io::stdout().write_all(text.as_bytes());
    if well && written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn simulate(arguments: &Arguments) -> (String, bool) {
    let beside = beside(arguments);
    let campaign = Campaign {
        from: arguments.seed,
        asked: Asked { seeds: arguments.seeds, within: Duration::from_secs(arguments.within) },
        ops: arguments.ops,
        only: arguments.only.clone().map(BTreeSet::from_iter),
        engine: if arguments.engine == "postgres" { Engine::Postgres } else { Engine::Sqlite },
        workers: arguments.workers,
    };
    let told = campaign.run();
    let smaller =
        |finding: &Finding| minimise(&finding.events, arguments.shrink, |fewer| finding.is_still_in(fewer));
    let text = match arguments.json {
        true => format!("{}\n", report::as_json(&told, &beside, arguments.least, arguments.ops)),
        false => report::words(&told, &beside, arguments.least, arguments.ops, &smaller),
    };
    let well = told.findings.is_empty() && told.coverage.rare(arguments.least).is_empty();
    (text, well && beside.findings.is_empty())
}

/// What is checked beside the seeds: pairs of histories, and each layer once.
fn beside(arguments: &Arguments) -> report::Beside {
    let mut findings = pairs::compare_all(arguments.seed, arguments.pairs, arguments.workers);
    if arguments.only.is_none() {
        let layers = layers::ALL.iter();
        findings.extend(layers.filter_map(|layer| {
            let (promise, what) = layer.broken(arguments.seed)?;
            Some(format!("{promise}: {}: {what}", layer.name))
        }));
    }
    report::Beside { pairs: arguments.pairs, findings }
}

#[cfg(feature = "planted")]
fn hunt(arguments: &Arguments) -> (String, bool) {
    use alongside_tests::sim::planted::{Reach, control, hunt_all};

    let reach = Reach { seeds: arguments.seeds, ops: arguments.ops };
    if let Some(found) = control(Reach { seeds: 2, ..reach }) {
        return (format!("without any bug on purpose this was found, {found}\n0 passed, 1 failed\n"), false);
    }
    let hunted = hunt_all(reach);
    (report::hunted(&hunted), hunted.iter().all(|one| one.by.is_some()))
}

#[cfg(not(feature = "planted"))]
fn hunt(_: &Arguments) -> (String, bool) {
    let how = "cargo run --release -p alongside-tests --features planted --bin simulate -- --planted";
    (format!("this build has no bugs on purpose; run\n  {how}\n0 passed, 1 failed\n"), false)
}
