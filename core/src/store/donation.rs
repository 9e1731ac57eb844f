//! Records that this phone has read from a server that was restored since, and that it no longer lists: each is offered to
//! it before it goes from here. What the phone's own person wrote is handed over again by itself (see `recovery`); this is
//! for the work of others, whose phones may be gone.

use rusqlite::{Row, Transaction, params};
use serde_json::Value;
use uuid::Uuid;

use super::held::Held;
use super::incoming::Incoming;
use super::record::{SiblingText, Siblings};
use super::{Seal, StoreError, salvage, streams};
use crate::model::kinds::Service;
use crate::model::{Donate, Donation, EntityId, PersonId, Record, Sealed, State};

/// A record's parts as they stand in the file, besides its id.
type Parts = (String, String, [u8; 16], u8, [u8; 16], String, Option<String>, Option<String>);

/// Offers the records of a stream that are about to go because the restored server does not list them. `which` is a
/// condition of `streams` with the stream as its one parameter.
pub(super) fn offer(transaction: &Transaction<'_>, which: &str, stream: i64) -> Result<(), StoreError> {
    if !streams::relists_restored(transaction)? {
        return Ok(());
    }
    let sql = format!("SELECT id FROM record WHERE {which}");
    let ids = transaction
        .prepare(&sql)?
        .query_map(params![stream], |row| row.get(0))?
        .collect::<Result<Vec<[u8; 16]>, _>>()?;
    ids.into_iter().try_for_each(|id| offer_one(transaction, id))
}

/// Offers one record, likewise.
pub(super) fn offer_record(transaction: &Transaction<'_>, id: EntityId) -> Result<(), StoreError> {
    if !streams::relists_restored(transaction)? {
        return Ok(());
    }
    offer_one(transaction, id.0.into_bytes())
}

/// Offers what is shown of streams that the restored server does not list at all.
pub(super) fn offer_unlisted(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let sql = "SELECT no FROM stream WHERE listed = 0 AND dropped = 0";
    let streams: Vec<i64> =
        transaction.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let which = "stream = ?1 AND mirror IS NULL AND state <> 2";
    streams.into_iter().try_for_each(|no| offer(transaction, which, no))
}

/// Offers what this phone held of a record of which the restored server says something else.
pub(super) fn offer_if_other(
    transaction: &Transaction<'_>,
    held: &Held,
    incoming: &Incoming,
) -> Result<(), StoreError> {
    let heard = held.rev > 0 && held.mirror.is_none() && held.state != State::Published;
    if heard && is_other(held, incoming)? { offer_one(transaction, held.id.0.into_bytes()) } else { Ok(()) }
}

/// Whether `incoming` lacks anything that was held. What it says beyond that was written since.
fn is_other(held: &Held, incoming: &Incoming) -> Result<bool, StoreError> {
    let beside: Siblings =
        held.siblings.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default();
    let says = |name: &str, value: &Value| {
        let texts = incoming.siblings.get(name).into_iter().flatten();
        incoming.fields.get(name) == Some(value) || texts.into_iter().any(|text| text.value == *value)
    };
    let stood =
        held.fields.iter().filter(|(_, value)| !value.is_null()).all(|(name, value)| says(name, value));
    let texts = beside.iter().flat_map(|(name, texts)| texts.iter().map(move |text| (name, &text.value)));
    Ok(held.state != incoming.state || !stood || !texts.into_iter().all(|(name, value)| says(name, value)))
}

/// Services come again with the next import; what somebody knows about one is a record of its own.
fn offer_one(transaction: &Transaction<'_>, id: [u8; 16]) -> Result<(), StoreError> {
    let sql = "SELECT k.name, s.audience, s.owner, r.state, p.id, r.fields, r.siblings, r.seal FROM record r
               JOIN kind k ON k.no = r.kind JOIN stream s ON s.no = r.stream JOIN person p ON p.no = r.author
               WHERE r.id = ?1 AND r.rev > 0";
    let read = |row: &Row<'_>| -> rusqlite::Result<Parts> {
        let (kind, audience, owner, state) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok((kind, audience, owner, state, row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?))
    };
    let mut statement = transaction.prepare_cached(sql)?;
    let Some(parts) = statement.query_map(params![id], read)?.next().transpose()? else { return Ok(()) };
    if parts.0 == Service::ENTRY.name {
        return Ok(());
    }
    let owner = parts.2;
    salvage::keep_donated(transaction, &owner, &text(EntityId(Uuid::from_bytes(id)), parts)?)
}

fn text(id: EntityId, parts: Parts) -> Result<String, StoreError> {
    let (kind, audience, owner, state, author, fields, siblings, seal) = parts;
    let siblings: Siblings = siblings.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default();
    let seal: Option<Seal> = seal.as_deref().map(serde_json::from_str).transpose()?;
    let values = |texts: Vec<SiblingText>| texts.into_iter().map(|text| text.value).collect();
    let donation = Donation {
        k: Donate::Donate,
        e: id,
        s: streams::parse(&audience, owner)?,
        t: kind,
        st: State::find(state).ok_or(StoreError::Unreadable)?,
        by: PersonId(Uuid::from_bytes(author)),
        f: serde_json::from_str(&fields)?,
        sib: siblings.into_iter().map(|(name, texts)| (name, values(texts))).collect(),
        seal: seal.map(|Seal { hash, by, at }| Sealed { hash, by, at }),
    };
    Ok(serde_json::to_string(&donation)?)
}
