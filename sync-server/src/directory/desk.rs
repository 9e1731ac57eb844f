//! What becomes of each entry of a page, decided beside what the store holds, in one transaction.

use alongside_core::model::{EntityId, Fields, OrganisationId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::job::DirectoryImport;
use super::oruk::Entry;
use super::writing::{Writing, changes};
use crate::store::StoreError;

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Added,
    Changed,
    Unchanged,
    /// It was erased at somebody's request: no feed brings it back.
    Erased,
}

/// The record of the service with this id in a feed: one, whichever feed or file tells of it.
pub(super) fn record_id(organisation: OrganisationId, id: Uuid) -> EntityId {
    EntityId(Uuid::new_v5(&organisation.0, format!("service {id}").as_bytes()))
}

/// Writes entries, in one commit, and says what became of each.
pub(super) fn write_entries(
    job: &DirectoryImport<'_>,
    entries: &[Entry],
) -> Result<Vec<Verdict>, StoreError> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    job.store.write(|txn| {
        let mut writing = Writing::begin(txn, job.organisation, job.clock.now());
        let verdicts = entries.iter().map(|entry| write_entry(&mut writing, job, entry)).collect();
        writing.finish()?;
        verdicts
    })
}

fn write_entry(
    writing: &mut Writing<'_>,
    job: &DirectoryImport<'_>,
    entry: &Entry,
) -> Result<Verdict, StoreError> {
    let id = record_id(job.organisation.id, entry.id);
    if writing.is_erased(id)? {
        return Ok(Verdict::Erased);
    }
    let Some(stored) = writing.txn.find_record(job.organisation.no, id)? else {
        writing.add(id, fields(job, entry))?;
        return Ok(Verdict::Added);
    };
    let hash = stored.entity.cells.get("hash").and_then(|cell| cell.value.as_str());
    if hash == Some(entry.hash.as_str()) {
        return Ok(Verdict::Unchanged);
    }
    let changed = changes(&stored.entity, &fields(job, entry));
    writing.set(stored, changed)?;
    Ok(Verdict::Changed)
}

fn fields(job: &DirectoryImport<'_>, entry: &Entry) -> Fields {
    let mut fields = entry.fields.clone();
    let own = [
        ("source", json!(job.source.name())),
        ("source_id", json!(entry.id)),
        ("hash", Value::from(entry.hash.as_str())),
    ];
    fields.extend(own.map(|(name, value)| (name.to_owned(), value)));
    fields
}
