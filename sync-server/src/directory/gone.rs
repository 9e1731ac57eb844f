//! Services that a feed no longer lists. They become inactive, never deleted: somebody may have been referred there.
//!
//! A page that shifts while it is read can hide a service, so an API is asked for each by its id before it is held to be gone.

use std::collections::BTreeMap;

use alongside_core::model::{Fields, Record, StreamRef, kinds::Service};
use serde_json::{Value, json};
use uuid::Uuid;

use super::desk::write_entries;
use super::fault::FeedFault;
use super::job::DirectoryImport;
use super::oruk::{Entry, read_entry};
use super::report::{DirectoryError, DirectoryReport, Remark};
use super::source::Feed;
use super::writing::Writing;
use crate::store::{Batch, Position, ReadTxn, StoreError, StoredRecord};

/// Below this many services, more than half may go without anybody asking.
const SMALL: usize = 20;

/// Marks what is gone after a feed was read whole. `seen` are the ids it has.
pub(super) async fn settle(
    job: &DirectoryImport<'_>,
    feed: &Feed,
    seen: &BTreeMap<Uuid, Option<String>>,
    report: &mut DirectoryReport,
    remark: &mut dyn FnMut(Remark),
) -> Result<(), DirectoryError> {
    let known = job.store.read(|txn| list_usable(txn, job))?;
    let count = known.len();
    let missing: Vec<_> = known.into_iter().filter(|(id, _)| !seen.contains_key(id)).collect();
    if missing.len() * 2 > count && count >= SMALL && !job.accept_shrinking {
        remark(Remark::TooManyGone(missing.len() as u64));
        return Ok(());
    }
    let (gone, there) = ask(feed, missing).await;
    report.changed += write_entries(job, &there)?.len() as u64;
    report.gone = gone.len() as u64;
    Ok(mark(job, gone)?)
}

/// The services of this feed that are not marked yet, by their ids there.
fn list_usable(
    txn: &dyn ReadTxn,
    job: &DirectoryImport<'_>,
) -> Result<Vec<(Uuid, StoredRecord)>, StoreError> {
    let name = StreamRef::directory(job.organisation.id);
    let Some(stream) = txn.find_stream(job.organisation.no, name)? else { return Ok(Vec::new()) };
    let (mut found, mut position) = (Vec::new(), Position::default());
    loop {
        let batch = Batch { rows: 500, bytes: 4 * 1024 * 1024 };
        let (records, more) = txn.list_records(stream, position, batch)?;
        if let Some(last) = records.last() {
            position = Position { seq: last.seq, no: last.no };
        }
        found.extend(records.into_iter().filter_map(|record| Some((usable_id(&record, job)?, record))));
        if !more {
            return Ok(found);
        }
    }
}

/// The id of a service of this feed that was there at the last import.
fn usable_id(record: &StoredRecord, job: &DirectoryImport<'_>) -> Option<Uuid> {
    let text = |name| record.entity.cells.get(name).and_then(|cell| cell.value.as_str());
    let ours = record.entity.kind == Service::ENTRY.name && text("source") == Some(job.source.name());
    text("hash").filter(|_| ours)?;
    text("source_id")?.parse().ok()
}

/// Which of them are gone, and which the feed still has.
async fn ask(feed: &Feed, missing: Vec<(Uuid, StoredRecord)>) -> (Vec<StoredRecord>, Vec<Entry>) {
    let Feed::Http(feed) = feed else {
        return (missing.into_iter().map(|(_, record)| record).collect(), Vec::new());
    };
    let ids = missing.iter().enumerate().map(|(place, (id, _))| (place, id.to_string())).collect();
    let mut answers = feed.services(ids).await;
    let (mut gone, mut there) = (Vec::new(), Vec::new());
    for (place, (id, record)) in missing.into_iter().enumerate() {
        match answers.remove(&place) {
            Some(Err(FeedFault::HttpStatus(404 | 410))) => gone.push(record),
            Some(Ok(details)) => there.extend(read_entry(&details).ok().filter(|entry| entry.id == id)),
            // Nobody knows: it stays as it is until the next import.
            Some(Err(_)) | None => {}
        }
    }
    (gone, there)
}

fn mark(job: &DirectoryImport<'_>, gone: Vec<StoredRecord>) -> Result<(), StoreError> {
    if gone.is_empty() {
        return Ok(());
    }
    job.store.write(|txn| {
        let mut writing = Writing::begin(txn, job.organisation, job.clock.now());
        for record in gone {
            // Without a hash it is written anew, status and all, when the feed has it again.
            let changed = [("status", json!("inactive")), ("hash", Value::Null)];
            let changed: Fields = changed.map(|(name, value)| (name.to_owned(), value)).into();
            writing.set(record, changed)?;
        }
        writing.finish()
    })
}
