//! Taking in what the server sends: pages of records, streams that come and go, and the cursor, in the caller's one
//! transaction.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction, params};

use super::held::Held;
use super::incoming::{Incoming, IncomingPage};
use super::record::Siblings;
use super::staging::{self, Staged};
use super::{StoreError, donation, erasing, numbers, service_index, settle, streams};
use crate::model::{PersonId, State, StreamRef, Timestamp};
#[cfg(feature = "planted")]
use crate::ports::planted;

/// Answered operations are kept this long for a server that is restored, if it never says what is in its backups: 35 days.
const KEPT_MS: i64 = 35 * 86_400_000;

/// Takes in pages.
pub fn take_pages(
    transaction: &Transaction<'_>,
    people: &[(PersonId, String)],
    pages: &[IncomingPage],
) -> Result<(), StoreError> {
    let people: Vec<i64> = people
        .iter()
        .map(|(id, name)| numbers::person_no(transaction, *id, name))
        .collect::<Result<_, _>>()?;
    pages.iter().try_for_each(|page| take_page(transaction, &people, page))
}

/// A stream that is shown and sent whole over several pages is swapped at the end: until then what is shown stays.
fn take_page(transaction: &Transaction<'_>, people: &[i64], page: &IncomingPage) -> Result<(), StoreError> {
    let row = streams::ensure(transaction, page.stream, false)?;
    streams::note_listed(transaction, row.no)?;
    let listing = if page.full { streams::begin_listing(transaction, row)? } else { row.listing };
    let arrives = |incoming: &Incoming| people.get(incoming.author).copied().ok_or(StoreError::Unreadable);
    if page.full && row.ready && !page.ready {
        return page
            .rows
            .iter()
            .try_for_each(|incoming| staging::stage(transaction, row.no, incoming, arrives(incoming)?));
    }
    if page.full {
        for staged in staging::take_staged(transaction, row.no)? {
            let place = Place { stream: row.no, listing, author: staged.author, whole: true };
            take_staged(transaction, &staged, place)?;
        }
    }
    for incoming in &page.rows {
        #[cfg(feature = "planted")]
        if planted::is(planted::Bug::DeviceClockCursor) && is_older(transaction, incoming)? {
            continue;
        }
        let place = Place { stream: row.no, listing, author: arrives(incoming)?, whole: page.full };
        take(transaction, incoming, place)?;
    }
    if page.full && page.ready {
        donation::offer(transaction, streams::UNLISTED, row.no)?;
    }
    if page.ready { streams::complete(transaction, row) } else { Ok(()) }
}

/// Whether the phone's clock says that it must have this row already.
#[cfg(feature = "planted")]
fn is_older(transaction: &Transaction<'_>, incoming: &Incoming) -> Result<bool, StoreError> {
    let (at, _) = numbers::place(&incoming.kind, &incoming.fields);
    let last: Option<i64> = transaction.query_row("SELECT last_sync FROM device", [], |row| row.get(0))?;
    Ok(at.zip(last).is_some_and(|(at, last)| at < last))
}

/// Where a record that came belongs.
#[derive(Clone, Copy)]
struct Place {
    stream: i64,
    listing: i64,
    author: i64,
    /// All of the record came, as the server has it now.
    whole: bool,
}

/// Hides the streams that are no longer this phone's and deletes what may be deleted.
pub fn take_drops(transaction: &Transaction<'_>, drops: &[StreamRef]) -> Result<(), StoreError> {
    drops.iter().try_for_each(|stream| streams::drop_stream(transaction, *stream))?;
    streams::sweep(transaction)
}

/// Moves the cursor, in the transaction that took in what it covers.
pub fn keep_cursor(transaction: &Transaction<'_>, cursor: &str) -> Result<(), StoreError> {
    transaction.execute("UPDATE device SET cursor = ?1", params![cursor])?;
    Ok(())
}

/// Forgets how far the phone has read, so that it reads everything again. Work of this phone is untouched.
pub fn forget_cursor(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    #[cfg(feature = "planted")]
    if planted::is(planted::Bug::ResetDropsQueue) {
        transaction.execute("DELETE FROM outbox", [])?;
        transaction.execute("UPDATE device SET next_n = tail_n + 1", [])?;
    }
    streams::begin_relisting(transaction)
}

/// Whether everything is being read again.
pub fn is_relisting(connection: &Connection) -> Result<bool, StoreError> {
    streams::is_relisting(connection)
}

/// Operations of this phone were acknowledged with what is being taken in.
pub fn note_acknowledged(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    streams::note_acknowledged(transaction)
}

/// Ends reading everything again, when that was under way and nothing is left to read or to send.
pub fn end_relisting(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    if !streams::may_end_relisting(transaction)? {
        return Ok(());
    }
    donation::offer_unlisted(transaction)?;
    streams::end_relisting(transaction)
}

/// Forgets operations up to this number, which are in a backup of the server, and those that were answered so long before
/// `now`, the server's time, that they are taken to be.
pub fn keep_durable(transaction: &Transaction<'_>, up_to: u64, now: Timestamp) -> Result<(), StoreError> {
    super::outbox::forget(transaction, up_to, now.plus_ms(-KEPT_MS))
}

/// Forgets what was left in quarantine and is in a backup of the server by what it last said, or was left so long before `now`.
pub fn forget_left(transaction: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    super::salvage::forget_safe(transaction, now.plus_ms(-KEPT_MS))
}

fn take(transaction: &Transaction<'_>, incoming: &Incoming, place: Place) -> Result<(), StoreError> {
    if incoming.state == State::Erased {
        return erasing::forget(transaction, incoming.id);
    }
    match Held::find(transaction, incoming.id)? {
        None => insert(transaction, incoming, place),
        // A repeated or late page never takes a record back to an older revision. What is sent whole is what the server has.
        Some(held) if incoming.rev < held.rev && !place.whole => Ok(()),
        Some(held) => update(transaction, held, incoming, place),
    }
}

/// A row that has waited: what came since then, by another way, is newer.
fn take_staged(transaction: &Transaction<'_>, staged: &Staged, place: Place) -> Result<(), StoreError> {
    match Held::find(transaction, staged.incoming.id)? {
        Some(mut held) if i64::from(held.rev) != staged.rev && staged.incoming.rev < held.rev => {
            held.listing = place.listing;
            held.keep(transaction)
        }
        _ => take(transaction, &staged.incoming, place),
    }
}

/// A record this phone has never had: most of a first sync, so it goes straight into the file.
fn insert(transaction: &Transaction<'_>, incoming: &Incoming, place: Place) -> Result<(), StoreError> {
    let Place { stream, listing, author, .. } = place;
    let (at, parent) = numbers::place(&incoming.kind, &incoming.fields);
    let revs = (!incoming.revs.is_empty()).then(|| serde_json::to_string(&incoming.revs)).transpose()?;
    let sql = "INSERT INTO record (id, stream, kind, state, at, parent, author, rev, revs, listing, fields, siblings, seal)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    transaction.prepare_cached(sql)?.execute(params![
        incoming.id.0.as_bytes(),
        stream,
        numbers::kind_no(transaction, &incoming.kind)?,
        incoming.state.number(),
        at,
        parent,
        author,
        incoming.rev,
        revs,
        listing,
        serde_json::to_string(&incoming.fields)?,
        texts(&incoming.siblings)?,
        incoming.seal.as_ref().map(serde_json::to_string).transpose()?,
    ])?;
    let no = transaction.last_insert_rowid();
    service_index::keep(transaction, no, *incoming.id.0.as_bytes(), &incoming.kind, &incoming.fields)
}

fn update(
    transaction: &Transaction<'_>,
    mut held: Held,
    incoming: &Incoming,
    place: Place,
) -> Result<(), StoreError> {
    if place.whole && streams::relists_restored(transaction)? {
        donation::offer_if_other(transaction, &held, incoming)?;
    }
    let written: BTreeMap<&str, u32> = incoming
        .fields
        .keys()
        .map(|field| (field.as_str(), incoming.revs.get(field).copied().unwrap_or(incoming.rev)))
        .collect();
    let never_told = held.rev == 0;
    {
        let (state, fields) = match &mut held.mirror {
            Some(mirror) => (&mut mirror.state, &mut mirror.fields),
            None => (&mut held.state, &mut held.fields),
        };
        let taken_out = *state == State::Archived && incoming.state == State::Active;
        *state = incoming.state;
        if taken_out {
            super::outbox::note_edit_won(transaction, incoming.id)?;
        }
        #[cfg(feature = "planted")]
        if planted::is(planted::Bug::TombstoneLoses) && *state == State::Archived {
            *state = State::Active;
        }
        // Of a copy that this phone made before the server told of one nothing is the server's: another phone may have sealed
        // it first, with other words.
        if place.whole || never_told {
            fields.clear();
        }
        fields.extend(incoming.fields.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    held.advance(incoming.rev, &written);
    held.author = place.author;
    held.stream = place.stream;
    held.listing = place.listing;
    held.siblings = texts(&incoming.siblings)?;
    held.seal = incoming.seal.as_ref().map(serde_json::to_string).transpose()?;
    held.keep(transaction)?;
    settle::refresh(transaction, held.id)
}

fn texts(siblings: &Siblings) -> Result<Option<String>, StoreError> {
    Ok((!siblings.is_empty()).then(|| serde_json::to_string(siblings)).transpose()?)
}
