//! What a person does on this phone: one transaction writes the operation and shows its effect.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction};

use super::held::Held;
use super::{Identity, Seal, StoreError, clock, numbers, outbox, record, streams};
use crate::model::{
    Act, Audience, Base, Bases, EntityId, Fields, Op, OpClock, PersonId, Publication, State, StreamRef,
    Timestamp, content_hash, published_id,
};
use crate::ports::Reading;

/// Appends `op` to the outbox and shows its effect; gives its number.
///
/// # Errors
/// [`StoreError::NoSuchRecord`] when it is about a record this phone does not have.
pub fn commit(
    transaction: &Transaction<'_>,
    mut op: Op,
    who: &Identity,
    reading: &Reading,
) -> Result<u64, StoreError> {
    op.clock = OpClock(clock::boot_no(transaction, reading)?, reading.elapsed_ms);
    let mut held = hold(transaction, &op, who)?;
    let n = outbox::append(transaction, &op, held.stream, reading.wall)?;
    held.show(n, &op);
    if let (Act::Publish, Some(stream), Some(said)) = (op.act, op.stream, &op.publication) {
        seal(transaction, &held, stream, said, (who.person, reading.wall))?;
    }
    held.keep(transaction)?;
    Ok(n)
}

/// Fields written to a record, with what they were before as their bases.
///
/// # Errors
/// [`StoreError::NoSuchRecord`].
pub fn set(transaction: &Transaction<'_>, id: EntityId, fields: Fields) -> Result<Op, StoreError> {
    set_over(transaction, id, fields, &BTreeMap::new())
}

/// Fields written over what their writer saw when they began, which may be older than what this phone knows by now.
///
/// # Errors
/// [`StoreError::NoSuchRecord`].
pub fn set_over(
    transaction: &Transaction<'_>,
    id: EntityId,
    fields: Fields,
    seen: &BTreeMap<String, Base>,
) -> Result<Op, StoreError> {
    let held = Held::find(transaction, id)?.ok_or(StoreError::NoSuchRecord)?;
    let base = |field: &String| seen.get(field).copied().unwrap_or_else(|| held.base(field));
    let bases = Bases::from_each(fields.keys().map(|field| (field.clone(), base(field))).collect());
    Ok(Op::set(id, fields, bases))
}

/// A record put away, unless somebody edits it meanwhile.
///
/// # Errors
/// [`StoreError::NoSuchRecord`].
pub fn archive(transaction: &Transaction<'_>, id: EntityId) -> Result<Op, StoreError> {
    let held = Held::find(transaction, id)?.ok_or(StoreError::NoSuchRecord)?;
    Ok(Op { bases: Bases::All(Base::Revision(held.rev)), ..Op::bare(Act::Archive, id) })
}

/// A draft signed or submitted into `stream`, sealing what is shown.
///
/// # Errors
/// [`StoreError::NoSuchRecord`].
pub fn publish(connection: &Connection, id: EntityId, stream: StreamRef) -> Result<Op, StoreError> {
    let draft = record::load(connection, id)?;
    let hash = content_hash(&draft.kind, &draft.fields);
    Ok(Op::publish(id, stream, Publication { id: published_id(id, 1), hash }))
}

fn hold(transaction: &Transaction<'_>, op: &Op, who: &Identity) -> Result<Held, StoreError> {
    match (Held::find(transaction, op.entity)?, op.act, op.stream, &op.kind) {
        (Some(held), ..) => Ok(held),
        (None, Act::Create, Some(stream), Some(kind)) => {
            let row = streams::ensure(transaction, stream, true)?;
            let author = numbers::person_no(transaction, who.person, &who.name)?;
            Ok(Held { listing: row.listing, ..Held::new(op.entity, row.no, kind, author) })
        }
        _ => Err(StoreError::NoSuchRecord),
    }
}

/// Shows the sealed copy before the server has heard of it; both compute the same one. Where there is one, since an edit had
/// opened the draft again, it stays as it is: what becomes of the second is the server's to say (rules 14 and 18).
pub(super) fn seal(
    transaction: &Transaction<'_>,
    draft: &Held,
    to: StreamRef,
    said: &Publication,
    (by, at): (PersonId, Timestamp),
) -> Result<(), StoreError> {
    if Held::find(transaction, said.id)?.is_some() {
        return Ok(());
    }
    let row = streams::ensure(transaction, to, to.audience != Audience::Private)?;
    let content = draft.fields.iter().filter(|(name, value)| *name != "case" && !value.is_null());
    let seal = Seal { hash: said.hash.clone(), by, at };
    let mut copy = Held {
        fields: content.map(|(name, value)| (name.clone(), value.clone())).collect(),
        state: State::Sealed,
        seal: Some(serde_json::to_string(&seal)?),
        listing: row.listing,
        ..Held::new(said.id, row.no, &draft.kind, draft.author)
    };
    copy.mirrored();
    copy.keep(transaction)
}
