//! `alongside-server admin directory import`: the import as an administrator runs it. Remarks go to standard error, the summary
//! to standard output.

use std::io::Write;
use std::path::PathBuf;

use alongside_core::model::OrganisationId;
use alongside_core::ports::Clock;

use super::import::import;
use super::job::DirectoryImport;
use super::limits::Limits;
use super::report::{DirectoryError, DirectoryReport};
use super::source::Source;
use crate::store::{Organisation, Store};

/// What is imported, and how.
#[derive(Clone, Debug, clap::Args)]
pub struct DirectoryArgs {
    /// The address of an Open Referral UK API, before /services
    #[arg(long, required_unless_present = "file", conflicts_with = "file")]
    pub url: Option<String>,
    /// A file: a page of such an API, or a list of its services
    #[arg(long)]
    pub file: Option<PathBuf>,
    /// The name the services of this feed carry; services of this name that it no longer lists become inactive. The address,
    /// or "file", unless said
    #[arg(long)]
    pub name: Option<String>,
    /// A file that remembers how far the import came, so that the next begins there
    #[arg(long)]
    pub progress: Option<PathBuf>,
    /// Services asked for in one page
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub per_page: u32,
    /// Mark services as gone even when it is more than half of them
    #[arg(long)]
    pub accept_shrinking: bool,
    /// The organisation's id; may be left out while there is only one
    #[arg(long = "organisation")]
    pub organisation: Option<OrganisationId>,
}

/// Exit code: the feed was read whole and every entry was taken.
const ALL_TAKEN: u8 = 0;
/// Exit code: the import could not run.
const FAILED: u8 = 1;
/// Exit code: it ran, and not all of the feed is in the directory now.
const SOME_REFUSED: u8 = 2;

/// Why the command could not run to its end.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Import(#[from] DirectoryError),
    #[error("remarks cannot be written: {0}")]
    Notes(std::io::Error),
    #[error("the import cannot be started: {0}")]
    Start(std::io::Error),
}

/// Runs the command, writes the summary to `out` and remarks to `notes`, and answers the exit code: 0 when the whole feed
/// was taken, 2 when some of it was not, 1 when the import could not run. Must not be called on an async thread.
///
/// # Errors
/// When `out` or `notes` cannot be written to.
pub fn run(
    args: &DirectoryArgs,
    store: &dyn Store,
    organisation: &Organisation,
    clock: &dyn Clock,
    out: &mut dyn Write,
    notes: &mut dyn Write,
) -> std::io::Result<u8> {
    match import_feed(args, store, organisation, clock, notes) {
        Ok(report) => {
            writeln!(out, "{report}")?;
            Ok(if report.is_complete() { ALL_TAKEN } else { SOME_REFUSED })
        }
        Err(error) => {
            writeln!(notes, "directory: {error}")?;
            Ok(FAILED)
        }
    }
}

fn import_feed(
    args: &DirectoryArgs,
    store: &dyn Store,
    organisation: &Organisation,
    clock: &dyn Clock,
    notes: &mut dyn Write,
) -> Result<DirectoryReport, CommandError> {
    let source = source(args)?;
    let limits = Limits { per_page: args.per_page, ..Limits::default() };
    let (progress, accept_shrinking) = (args.progress.as_deref(), args.accept_shrinking);
    let job =
        DirectoryImport { store, organisation, source: &source, progress, accept_shrinking, limits, clock };
    let mut unwritten = None;
    let mut remark = |remark| {
        if let Err(error) = writeln!(notes, "{remark}") {
            unwritten.get_or_insert(error);
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let report = runtime.map_err(CommandError::Start)?.block_on(import(&job, &mut remark))?;
    // Remarks that reached nobody must not look like none.
    unwritten.map_or(Ok(report), |error| Err(CommandError::Notes(error)))
}

fn source(args: &DirectoryArgs) -> Result<Source, DirectoryError> {
    let name = args.name.as_deref();
    match (&args.url, &args.file) {
        (Some(url), _) => Source::url(url, name),
        (None, Some(file)) => Ok(Source::file(file, name)),
        (None, None) => Err(DirectoryError::Address),
    }
}
