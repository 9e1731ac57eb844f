//! `alongside-server import`: the import as an administrator runs it. Remarks go to standard error, the summary to standard
//! output.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;

use alongside_core::instrument::Registry;
use alongside_core::ports::Clock;

use super::job::Import;
use super::load::import;
use super::report::{ImportError, ImportReport};
use super::worker::{WorkerError, find_worker};
use crate::store::Store;

/// What is imported, and for whom.
#[derive(Clone, Debug, clap::Args)]
pub struct ImportArgs {
    /// The file, one JSON object a line; `-` for standard input
    pub file: PathBuf,
    /// The link worker whose cases the clients become: id, login or name
    #[arg(long)]
    pub worker: String,
    /// The organisation, by id or name, when there is more than one
    #[arg(long)]
    pub organisation: Option<String>,
}

/// Exit code: every line was taken or was there.
const ALL_TAKEN: u8 = 0;
/// Exit code: the import could not run, or not to its end.
const FAILED: u8 = 1;
/// Exit code: it ran to its end, and some lines were not taken.
const SOME_REFUSED: u8 = 2;

/// Why the command could not run to its end.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Worker(#[from] WorkerError),
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error("remarks cannot be written: {0}")]
    Notes(std::io::Error),
}

/// Runs the command, writes the summary to `out` and remarks to `notes`, and answers the exit code: 0 when every line was
/// taken, 2 when some were not, 1 when the import could not run.
///
/// # Errors
/// When `out` or `notes` cannot be written to.
pub fn run(
    args: &ImportArgs,
    store: &dyn Store,
    instruments: &Registry,
    clock: &dyn Clock,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> std::io::Result<u8> {
    match import_file(args, store, instruments, clock, notes) {
        Ok(report) => {
            writeln!(out, "{report}")?;
            Ok(if report.refused == 0 { ALL_TAKEN } else { SOME_REFUSED })
        }
        Err(error) => {
            writeln!(notes, "import: {error}")?;
            Ok(FAILED)
        }
    }
}

fn import_file(
    args: &ImportArgs,
    store: &dyn Store,
    instruments: &Registry,
    clock: &dyn Clock,
    notes: &mut dyn Write,
) -> Result<ImportReport, CommandError> {
    let worker = store.read(|txn| find_worker(txn, args.organisation.as_deref(), &args.worker))?;
    let file = open(args).map_err(ImportError::from)?;
    let job = Import { store, worker: &worker, instruments, clock };
    let mut unwritten = None;
    let report = import(&job, file, &mut |remark| {
        if let Err(error) = writeln!(notes, "{remark}") {
            unwritten.get_or_insert(error);
        }
    })?;
    // Remarks that reached nobody must not look like none.
    unwritten.map_or(Ok(report), |error| Err(CommandError::Notes(error)))
}

fn open(args: &ImportArgs) -> std::io::Result<Box<dyn BufRead>> {
    if args.file.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    Ok(Box::new(BufReader::new(File::open(&args.file)?)))
}
