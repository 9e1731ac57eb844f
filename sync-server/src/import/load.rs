//! The import from the first line to the last: read, gather, write, tell.

use std::io::BufRead;

use super::batch::{Batch, Numbered};
use super::desk::write_batch;
use super::fold::Fold;
use super::job::Import;
use super::read::read_line;
use super::report::{ImportError, ImportReport, Remark};
use super::source::Source;

/// Loads a caseload. `remark` hears of every line that was not taken as it stood, in about their order.
///
/// Lines of one client belong together, and what hangs under a record comes after it. Records go in durably, about a
/// thousand at a time.
///
/// # Errors
/// When the file cannot be read or the store cannot be written. What was written before stays, and the same file can be run
/// again.
pub fn import(
    job: &Import<'_>,
    file: impl BufRead,
    remark: &mut dyn FnMut(Remark),
) -> Result<ImportReport, ImportError> {
    let began = job.clock.read().elapsed_ms;
    let mut source = Source::new(file);
    let (mut report, mut fold) = (ImportReport::default(), Fold::default());
    let mut batch = Batch::default();
    while let Some((number, text)) = source.next_line()? {
        report.read += 1;
        match text.and_then(|text| Ok((read_line(text)?, text.len()))) {
            Ok((line, bytes)) => batch.push(Numbered { number, line }, bytes),
            Err(fault) => report.refuse(number, fault, remark),
        }
        if batch.is_full() {
            settle(job, &mut fold, std::mem::take(&mut batch), false, &mut report, remark)?;
        }
    }
    settle(job, &mut fold, batch, true, &mut report, remark)?;
    report.milliseconds = job.clock.read().elapsed_ms.saturating_sub(began);
    Ok(report)
}

/// Writes a batch, and then, when it is safe, tells of it.
fn settle(
    job: &Import<'_>,
    fold: &mut Fold,
    batch: Batch,
    last: bool,
    report: &mut ImportReport,
    remark: &mut dyn FnMut(Remark),
) -> Result<(), ImportError> {
    let moved = batch.moved();
    let verdicts = write_batch(job, fold, batch, last)?;
    moved.into_iter().for_each(|line| report.note_moved(line, remark));
    verdicts.into_iter().for_each(|verdict| report.add(verdict, remark));
    Ok(())
}
