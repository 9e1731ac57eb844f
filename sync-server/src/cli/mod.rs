//! The command line: what can be said, and handing it on.

mod act;
mod args;
mod erase;
mod log;
mod say;

pub use args::Args;

use std::io::Write;
use std::process::ExitCode;

use tokio::net::TcpListener;

use crate::import::ImportArgs;
use crate::opening::open_store;
use crate::ports::Ports;
use crate::restore::restore;
use crate::serve::launch;
use crate::settings::Settings;
use args::{Admin, Command};

/// Does what the command line says; results go to `out`. Answers how the program ends: with 0, or with 2 when an import did
/// not take everything.
///
/// # Errors
/// A reason for a person to read.
pub fn run(args: Args, out: &mut dyn Write) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let settings = Settings::load(args.config.as_deref(), std::env::vars())?;
    let ports = Ports::system();
    match args.command {
        Command::Serve => serve(settings, ports, out)?,
        Command::Pack(command) => crate::packs::run(command, &settings.instruments, &*ports.entropy, out)?,
        Command::Backup { to } => backup(&settings, &ports, &to, out)?,
        Command::Restore { from } => {
            if let Some(old) = restore(&settings, &ports, from.as_deref())? {
                writeln!(out, "the database that was there is {}", old.display())?;
            }
            writeln!(out, "restored; phones hand over what is missing at their next contact")?;
        }
        Command::Admin(Admin::Erase { ids, organisation, for_good }) => {
            erase::erase(&settings, &ports, organisation, (&ids, for_good), out)?;
        }
        Command::Admin(command) => return act::act(&*open_store(&settings)?, &ports, command, out),
        Command::Import(command) => return import(&settings, &ports, &command, out),
    }
    Ok(ExitCode::SUCCESS)
}

fn backup(
    settings: &Settings,
    ports: &Ports,
    to: &std::path::Path,
    out: &mut dyn Write,
) -> Result<(), Box<dyn std::error::Error>> {
    let census = crate::opening::backup(settings, &*open_store(settings)?, ports, to)?;
    writeln!(out, "backup {} holds the work of {} phones and was checked", to.display(), census.replicas())?;
    Ok(())
}

fn import(
    settings: &Settings,
    ports: &Ports,
    command: &ImportArgs,
    out: &mut dyn Write,
) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let (store, instruments) = (open_store(settings)?, settings.instruments.load_registry()?);
    let notes = &mut std::io::stderr().lock();
    Ok(crate::import::run(command, &*store, &instruments, &*ports.clock, out, notes)?.into())
}

fn serve(settings: Settings, ports: Ports, out: &mut dyn Write) -> Result<(), Box<dyn std::error::Error>> {
    log::begin(&settings.log)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        // Each of these may hold a body of the largest size, so there are not more than memory allows.
        .max_blocking_threads(64)
        .build()?;
    let address = settings.server.listen;
    let listen = async move {
        let listener = TcpListener::bind(address).await?;
        writeln!(out, "listening on http://{}", listener.local_addr()?)?;
        out.flush()?;
        Ok(listener)
    };
    runtime.block_on(async { Ok(launch(listen, settings, ports, stop_signal()?).await?) })
}

/// Ends with the signal by which an operator or a service manager stops a program.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends with Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
