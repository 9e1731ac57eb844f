//! `alongside-bench`: the real core and the real server at a workload of JSON lines, one command a process.
//!
//! `serve DIR PORT | load DIR URL FILE | sync DIR URL | first DIR URL | save DIR FILE | swarm URL DEVICES FILE |
//! engines POSTGRES-URL | caseload CLIENTS | day CLIENTS`
//!
//! All but the last two print one JSON object each; `docs/performance.md` and `docs/scaling.md` say what is in it. The last two write a workload of
//! invented people.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use alongside_demo::people::{USUAL_ENDING, day, write_caseload};
use alongside_tests::bench::{BenchError, engines, first, load, save, serve, swarm, sync};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};

const USAGE: &str = "alongside-bench serve DIR PORT | load DIR URL FILE | sync DIR URL | first DIR URL | save DIR FILE | \
                     swarm URL DEVICES FILE | engines POSTGRES-URL | caseload CLIENTS | day CLIENTS";
const SEED: u64 = 1;
const VISITS: usize = 6;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => fail(USAGE, 2),
        Err(error) => fail(&format!("alongside-bench: {error}"), 1),
    }
}

fn fail(why: &str, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{why}");
    ExitCode::from(code)
}

/// Whether the arguments were a command.
fn run(arguments: &[&str]) -> Result<bool, BenchError> {
    let told = match *arguments {
        ["serve", folder, port] => match port.parse() {
            Ok(port) => return serve_until_stopped(Path::new(folder), port).map(|()| true),
            Err(_) => return Ok(false),
        },
        ["load", folder, url, file] => phone()?.block_on(load(Path::new(folder), url, Path::new(file)))?,
        ["sync", folder, url] => phone()?.block_on(sync(Path::new(folder), url))?,
        ["first", folder, url] => phone()?.block_on(first(Path::new(folder), url))?,
        ["save", folder, file] => save(Path::new(folder), Path::new(file))?,
        ["swarm", url, devices, file] => match devices.parse() {
            Ok(devices) => crowd(devices)?.block_on(swarm(url, devices, Path::new(file)))?,
            Err(_) => return Ok(false),
        },
        ["engines", url] => crowd(2)?.block_on(engines(url))?,
        ["caseload" | "day", clients] => match clients.parse() {
            Ok(clients) => return invent(arguments[0], clients).map(|()| true),
            Err(_) => return Ok(false),
        },
        _ => return Ok(false),
    };
    tell(&told)?;
    Ok(true)
}

fn tell(told: &Value) -> Result<(), BenchError> {
    Ok(writeln!(std::io::stdout(), "{told}")?)
}

/// A phone's sync runs on a thread of the app, and its connections on one beside it, as the bindings have it.
fn phone() -> Result<Runtime, BenchError> {
    Ok(Builder::new_multi_thread().worker_threads(1).enable_all().build()?)
}

/// Each phone of a swarm has a processor of its own to wait for its disk with.
fn crowd(devices: usize) -> Result<Runtime, BenchError> {
    Ok(Builder::new_multi_thread().worker_threads(devices.max(1)).enable_all().build()?)
}

fn serve_until_stopped(folder: &Path, port: u16) -> Result<(), BenchError> {
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut stop = signal(SignalKind::terminate())?;
        serve(folder, port, async move {
            stop.recv().await;
        })
        .await
    })
}

fn invent(what: &str, clients: usize) -> Result<(), BenchError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if what == "caseload" {
        write_caseload(&mut out, clients, SEED, USUAL_ENDING)?;
    } else {
        day(clients, VISITS, SEED, USUAL_ENDING).try_for_each(|line| writeln!(out, "{line}"))?;
    }
    Ok(out.flush()?)
}
