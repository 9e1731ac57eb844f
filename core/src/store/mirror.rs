//! Taking in what the server sends: pages of records, streams that come and go, and the cursor, in the caller's one
//! transaction.

use std::collections::BTreeMap;

use rusqlite::{Transaction, params};

use super::held::Held;
use super::record::Siblings;
use super::{Seal, StoreError, numbers, settle, streams};
use crate::model::{EntityId, Fields, PersonId, State, StreamRef};

/// A record as the server sends it.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by name.
    pub kind: String,
    /// Its revision.
    pub rev: u32,
    /// The revision of each field that was not written in `rev`.
    pub revs: BTreeMap<String, u32>,
    /// Where it stands.
    pub state: State,
    /// Who made it, as a place in the list of people that comes with the pages.
    pub author: usize,
    /// Its fields, or those that changed.
    pub fields: Fields,
    /// Other texts of its fields.
    pub siblings: Siblings,
    /// Its seal.
    pub seal: Option<Seal>,
}

/// Records of one stream.
#[derive(Clone, Debug)]
pub struct IncomingPage {
    /// The stream.
    pub stream: StreamRef,
    /// Whether the stream is being sent whole.
    pub full: bool,
    /// Whether it is complete with this page.
    pub ready: bool,
    /// The records.
    pub rows: Vec<Incoming>,
}

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
    for page in pages {
        let row = streams::ensure(transaction, page.stream, false)?;
        let listing = if page.full { streams::begin_listing(transaction, row)? } else { row.listing };
        for incoming in &page.rows {
            let author = *people.get(incoming.author).ok_or(StoreError::Unreadable)?;
            take(transaction, incoming, row.no, listing, author)?;
        }
        if page.ready {
            streams::complete(transaction, row)?;
        }
    }
    Ok(())
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
    transaction.execute("UPDATE device SET cursor = NULL", [])?;
    Ok(())
}

/// Forgets operations up to this number, which the server has safe.
pub fn keep_durable(transaction: &Transaction<'_>, up_to: u64) -> Result<(), StoreError> {
    super::outbox::forget(transaction, up_to)
}

fn take(
    transaction: &Transaction<'_>,
    incoming: &Incoming,
    stream: i64,
    listing: i64,
    author: i64,
) -> Result<(), StoreError> {
    match Held::find(transaction, incoming.id)? {
        None => insert(transaction, incoming, stream, listing, author),
        Some(held) => update(transaction, held, incoming, stream, listing, author),
    }
}

/// A record this phone has never had: most of a first sync, so it goes straight into the file.
fn insert(
    transaction: &Transaction<'_>,
    incoming: &Incoming,
    stream: i64,
    listing: i64,
    author: i64,
) -> Result<(), StoreError> {
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
    Ok(())
}

fn update(
    transaction: &Transaction<'_>,
    mut held: Held,
    incoming: &Incoming,
    stream: i64,
    listing: i64,
    author: i64,
) -> Result<(), StoreError> {
    // A repeated or late page never takes a record back to an older revision.
    if incoming.rev < held.rev {
        return Ok(());
    }
    let written: BTreeMap<&str, u32> = incoming
        .fields
        .keys()
        .map(|field| (field.as_str(), incoming.revs.get(field).copied().unwrap_or(incoming.rev)))
        .collect();
    {
        let (state, fields) = match &mut held.mirror {
            Some(mirror) => (&mut mirror.state, &mut mirror.fields),
            None => (&mut held.state, &mut held.fields),
        };
        *state = incoming.state;
        fields.extend(incoming.fields.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    held.advance(incoming.rev, &written);
    held.author = author;
    held.stream = stream;
    held.listing = listing;
    held.siblings = texts(&incoming.siblings)?;
    held.seal = incoming.seal.as_ref().map(serde_json::to_string).transpose()?;
    held.keep(transaction)?;
    settle::refresh(transaction, held.id)
}

fn texts(siblings: &Siblings) -> Result<Option<String>, StoreError> {
    Ok((!siblings.is_empty()).then(|| serde_json::to_string(siblings)).transpose()?)
}
