//! The import from the first page to the last: read, fill in, compare, write, tell.

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::desk::{Verdict, write_entries};
use super::fault::EntryFault;
use super::gone;
use super::job::DirectoryImport;
use super::oruk::{Entry, Envelope, is_thin, raw_id, read_entry, read_page};
use super::pages::{Next, Seen};
use super::progress::Progress;
use super::report::{DirectoryError, DirectoryReport, Remark, Spot};
use super::source::Feed;

/// Imports a feed. `remark` hears of every entry that was not taken and of whatever else is to be said.
///
/// Each page goes in durably before the next is asked for. A feed that ends early leaves what was read, and marks nothing as
/// gone.
///
/// # Errors
/// When the file, the progress file or the store cannot be read or written. What was written before stays.
pub async fn import(
    job: &DirectoryImport<'_>,
    remark: &mut dyn FnMut(Remark),
) -> Result<DirectoryReport, DirectoryError> {
    let began = job.clock.read().elapsed_ms;
    let feed = job.source.open(job.limits)?;
    let progress = Progress::load(job.source.name(), job.progress)?;
    let mut run = Run { job, feed: &feed, progress, report: DirectoryReport::default(), remark };
    run.read_all().await?;
    if run.report.whole {
        let Run { progress, report, remark, .. } = &mut run;
        gone::settle(job, &feed, &progress.seen, report, *remark).await?;
        Progress::forget(job.progress)?;
    }
    let mut report = run.report;
    report.milliseconds = job.clock.read().elapsed_ms.saturating_sub(began);
    Ok(report)
}

struct Run<'a> {
    job: &'a DirectoryImport<'a>,
    feed: &'a Feed,
    progress: Progress,
    report: DirectoryReport,
    remark: &'a mut dyn FnMut(Remark),
}

impl Run<'_> {
    async fn read_all(&mut self) -> Result<(), DirectoryError> {
        loop {
            let number = self.progress.next;
            let next = match self.feed.page(number).await.and_then(read_page) {
                Ok(page) => self.take_page(number, page).await?,
                Err(fault) => self.progress.reading.miss(fault),
            };
            match next {
                Next::Page(next) => {
                    self.progress.next = next;
                    self.progress.keep(self.job.progress)?;
                }
                Next::End => {
                    self.report.whole = true;
                    self.tell_wrong_count();
                    return Ok(());
                }
                Next::Stop(fault) => {
                    (self.remark)(Remark::Stopped { page: number, fault });
                    return Ok(());
                }
            }
        }
    }

    fn tell_wrong_count(&mut self) {
        let found = self.progress.reading.pages;
        if let Some(said) = self.progress.reading.wrong_count() {
            (self.remark)(Remark::WrongPageCount { said, found });
        }
    }

    async fn take_page(&mut self, page: u32, envelope: Envelope) -> Result<Next, DirectoryError> {
        let Envelope { entries, total_pages, last } = envelope;
        let seen =
            Seen { page, entries: entries.len(), fresh: self.is_fresh(page, &entries), total_pages, last };
        let next = self.progress.reading.take(seen, self.job.limits.pages);
        if seen.fresh {
            self.report.pages += 1;
            self.report.read += entries.len() as u64;
            self.take_entries(page, entries).await?;
        }
        Ok(next)
    }

    /// Whether a page has an entry that was not there before. One without any id that can be read is fresh once, as the
    /// first page: a feed of nothing else would never end.
    fn is_fresh(&self, page: u32, entries: &[Value]) -> bool {
        let mut ids = entries.iter().filter_map(|entry| raw_id(entry)?.parse().ok()).peekable();
        if ids.peek().is_none() {
            return page == 1 && !entries.is_empty();
        }
        ids.any(|id| !self.progress.seen.contains_key(&id))
    }

    async fn take_entries(&mut self, page: u32, mut entries: Vec<Value>) -> Result<(), DirectoryError> {
        let mut missing = self.fill_in(&mut entries).await;
        let mut read = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            let id = raw_id(entry).and_then(|id| id.parse().ok());
            let spot = Spot { page, entry: place + 1, id };
            let details = missing.remove(&place).map_or(Ok(()), Err);
            let entry = details.and_then(|()| read_entry(entry)).and_then(|entry| self.first_of(entry));
            match entry {
                Ok(Some(entry)) => read.push(entry),
                Ok(None) => self.report.repeated += 1,
                Err(fault) => {
                    if let Some(id) = id {
                        self.progress.seen.entry(id).or_default();
                    }
                    self.report.refused += 1;
                    (self.remark)(Remark::Refused(spot, fault));
                }
            }
        }
        for verdict in write_entries(self.job, &read)? {
            match verdict {
                Verdict::Added => self.report.added += 1,
                Verdict::Changed => self.report.changed += 1,
                Verdict::Unchanged => self.report.unchanged += 1,
                Verdict::Erased => self.report.erased += 1,
            }
        }
        Ok(())
    }

    /// Puts the details in place of thin entries. Answers where they could not be had.
    async fn fill_in(&self, entries: &mut [Value]) -> BTreeMap<usize, EntryFault> {
        let Feed::Http(feed) = self.feed else { return BTreeMap::new() };
        let thin = entries.iter().enumerate().filter(|(_, entry)| is_thin(entry));
        let known = thin.filter_map(|(place, entry)| {
            let id = raw_id(entry).filter(|id| id.parse::<Uuid>().is_ok())?;
            Some((place, id.to_owned()))
        });
        let answers = feed.services(known.collect()).await;
        let mut missing = BTreeMap::new();
        for (place, answer) in answers {
            match answer {
                Ok(details) if raw_id(&details) == raw_id(&entries[place]) => entries[place] = details,
                _ => {
                    missing.insert(place, EntryFault::NoDetails);
                }
            }
        }
        missing
    }

    /// The entry when its id is new in this feed; nothing when it was there with the same content.
    fn first_of(&mut self, entry: Entry) -> Result<Option<Entry>, EntryFault> {
        match self.progress.seen.get(&entry.id) {
            Some(Some(hash)) if *hash == entry.hash => Ok(None),
            Some(Some(_)) => Err(EntryFault::DuplicateId),
            Some(None) | None => {
                self.progress.seen.insert(entry.id, Some(entry.hash.clone()));
                Ok(Some(entry))
            }
        }
    }
}
